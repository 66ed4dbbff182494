/**
 * Walks through the service in a real Chromium. Start with {@link org.holdfast.journeys.Chromium}: it opens a
 * {@link org.holdfast.journeys.Tab}, which notices by itself what must never happen in a page.
 */
package org.holdfast.journeys;
