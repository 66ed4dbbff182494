/**
 * How pages are made: the surroundings of a page, rendering, assets, forms and what is wrong in them, what happens
 * when something cannot be shown, and what browsers are told not to do. Knows no room; every room with pages uses it.
 *
 * <p>Start with {@link org.holdfast.web.Chrome} and {@code templates/layouts/page.jte}, then
 * {@link org.holdfast.web.Errors} for forms and {@link org.holdfast.web.Missing} for what is not there.
 */
package org.holdfast.web;
