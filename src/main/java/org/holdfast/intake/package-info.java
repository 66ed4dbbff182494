/**
 * Extracts of a case system (the Standard Safeguarding Data set) read, compared with what is held, and applied: by an
 * administrator on the import pages and by a system through the API. The room owns the staging tables; what an
 * extract changes in {@code people} and {@code caseload} is written by the functions of {@code migrations/R__intake.sql},
 * because neither an administrator nor a system reaches a case.
 *
 * <p>Start with {@link org.holdfast.intake.TakingIn}: one request, from its first byte to its answer. Which column of
 * which table is read, and nothing else, stands in {@link org.holdfast.intake.ExtractTable}.
 */
package org.holdfast.intake;
