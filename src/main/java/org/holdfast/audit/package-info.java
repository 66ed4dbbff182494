/**
 * Who looked at what: one row per restricted read, in the transaction of the read, without content. A leaf: it knows
 * no room, every room may use it. Start with {@link org.holdfast.audit.Reads}.
 */
package org.holdfast.audit;
