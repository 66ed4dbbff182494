/**
 * The trail: one row per restricted read and one per act that matters, in the transaction of the read or the act, without
 * content. A leaf: it knows no room, every room may use it. Start with {@link org.holdfast.audit.Reads} and
 * {@link org.holdfast.audit.Acts}; {@link org.holdfast.audit.Act} lists what is noted.
 */
package org.holdfast.audit;
