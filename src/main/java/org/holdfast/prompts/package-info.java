/**
 * What Holdfast brings to somebody's attention, under a named rule that can always say why. A prompt asks for a
 * decision and never takes one.
 *
 * <p>{@link org.holdfast.prompts.Rules} lists the rules; each is one SQL function and one record with its words.
 * Home shows open prompts through {@link org.holdfast.prompts.Prompts}; a supervision record decides about a gap through
 * {@link org.holdfast.prompts.ContactGapDecisions}. Raising, clearing and raising again is SQL
 * ({@code migrations/R__prompts_settle.sql}), so that one change and the nightly sweep cannot differ.
 */
package org.holdfast.prompts;
