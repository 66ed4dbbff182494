/**
 * The domain's day. A leaf: every room may ask what day it is, and nothing here knows a room.
 * Start with {@link org.holdfast.time.Today}.
 */
package org.holdfast.time;
