/**
 * What people may ask about what is held of them: who looked at it, and all of it as
 * a file of their own. Also where administrators read security events. It reads tables
 * through its own SQL, owns none, and nobody knows it. Start with {@link org.holdfast.rights.AccessLogController}.
 */
package org.holdfast.rights;
