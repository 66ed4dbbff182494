/**
 * What every test stands on, and the tests that hold the house together.
 *
 * <p>One PostgreSQL serves the whole test run; each test class works on its own copy of a migrated template. A rule
 * in SQL needs a {@link org.holdfast.house.TestDatabase}; a page or a route needs a
 * {@link org.holdfast.house.TestService}, which starts the real application on such a copy with a clock that stands
 * still, and a {@link org.holdfast.house.Browser} to open its pages with.
 */
package org.holdfast.house;
