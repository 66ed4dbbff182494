/**
 * Cases: who works on them, how they stand, and when the child was last seen.
 *
 * <p>Owns the caseload pages of a person and a team, the page of one case with everything dated about it, logging and
 * striking out contacts, contact plans, and the cases in the API. The 28-day rule itself is SQL
 * ({@code migrations/R__rule_contact_gap.sql}); {@link org.holdfast.caseload.ContactGap} holds its words. Prompts,
 * supervision and home may come in; this room knows none of them. Every write that touches a case settles its prompts
 * in the same transaction. Start reading with {@link org.holdfast.caseload.CaseloadController}.
 */
package org.holdfast.caseload;
