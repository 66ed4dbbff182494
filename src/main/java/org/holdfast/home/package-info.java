/**
 * What is each person's own: the first page after signing in, a short work list with one part per hat, and the search
 * through what only they can open. It may read every room and owns nothing; nobody knows it. Start with
 * {@link org.holdfast.home.HomeController}.
 */
package org.holdfast.home;
