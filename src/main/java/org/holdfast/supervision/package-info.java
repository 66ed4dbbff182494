/**
 * Supervision: sessions from planning to the locked record. A session is planned, prepared with an agenda, held,
 * recorded, shared, and agreed or disputed; then its record is locked and printed.
 *
 * <p>Other rooms may read {@link org.holdfast.supervision.Sessions} and {@link org.holdfast.supervision.Actions};
 * everything else stays in here. The room reads the caseload's tables for its agenda and writes none of them.
 *
 * <p>Start with {@link org.holdfast.supervision.Session}: the states, and what may be done in each. Then
 * {@code AgreeingTheRecord} and {@code Planning} for what happens to them, {@code Agenda} for what Holdfast puts on it.
 */
package org.holdfast.supervision;
