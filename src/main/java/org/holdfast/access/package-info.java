/**
 * Who is looking, and who may use a route. A leaf: it knows no room, every room may use it.
 *
 * <p>Two locks stand behind it. Each route says with {@link org.holdfast.access.WhoMay} which roles may use it, and
 * each read starts from the {@link org.holdfast.access.Viewer}; row-level security in PostgreSQL says the same
 * a second time (see {@code migrations/R__access_policies.sql}). What is out of reach answers 404.
 */
package org.holdfast.access;
