/**
 * The first page after signing in: a short work list, one part per hat. It may read every room and owns nothing; nobody
 * knows it. Start with {@link org.holdfast.home.HomeController}.
 */
package org.holdfast.home;
