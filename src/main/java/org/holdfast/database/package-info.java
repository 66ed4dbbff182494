/**
 * The PostgreSQL the service works with: started with it or found elsewhere, its logins and keys, its schema brought
 * up to date before the first request, and the ids of new rows. A leaf: it knows no room, every room may use it.
 *
 * <p>Start with {@link org.holdfast.database.Database}: {@code open} is everything that happens before the pools
 * exist, in order. Rooms use the default {@code javax.sql.DataSource} (role {@code holdfast_app}), the one named
 * {@code jobs} (role {@code holdfast_jobs}), {@link org.holdfast.database.Ids} and
 * {@link org.holdfast.database.Secrets}. The tables themselves live in {@code migrations/}.
 */
package org.holdfast.database;
