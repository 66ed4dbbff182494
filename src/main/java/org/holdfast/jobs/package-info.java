/**
 * What runs by itself: Quartz on the same PostgreSQL, so that work asked for survives a crash and is done once however
 * many nodes there are. Knows no room: a room contributes a bean that implements {@link org.holdfast.jobs.Scheduled},
 * and gives its job a little push with {@link org.holdfast.jobs.Nudge} where somebody is waiting.
 *
 * <p>Start with {@link org.holdfast.jobs.Schedule}, which lists every job with its time and the reason for it.
 */
package org.holdfast.jobs;
