/**
 * The fictional service of the demonstration, and the larger one the bench measures: generated from a fixed seed
 * relative to today, loaded once into an embedded database that holds nothing yet. Nobody in it exists.
 *
 * <p>Start with {@link org.holdfast.demo.SmallService}, which reads as the list of who works where; then
 * {@code ChildrensStories} and {@code SupervisionStories}, where each method tells one thing the demonstration can
 * show. Their words ({@code worker.opens(ago(900))}, {@code work.seenEvery(14, ...)}) are {@code FictionalPerson},
 * {@code FictionalCase} and {@code FictionalSession}. What is not a story comes from {@code OrdinaryCases} and
 * {@code OrdinarySessions}. {@code LoadingTheDemonstration} is the one way in, and refuses where it could do harm.
 *
 * <p>The room writes every other room's tables and is known by none of them.
 */
package org.holdfast.demo;
