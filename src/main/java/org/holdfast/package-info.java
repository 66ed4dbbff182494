/**
 * Starts and stops the service; every room is a package below this one. Start with {@link org.holdfast.Holdfast},
 * then open the room you are after: each has a {@code package-info.java} that says what it owns.
 */
package org.holdfast;
