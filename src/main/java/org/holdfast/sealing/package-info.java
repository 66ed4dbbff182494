/**
 * Text and files that only this installation can open: a copy of the database alone does not reveal them. A leaf: it
 * knows no room, every room may seal what it stores. It keeps the owners' keys and nothing that is sealed by them. Start
 * with {@link org.holdfast.sealing.Sealing}; {@code RotateKeys} changes the installation's key while the service runs.
 */
package org.holdfast.sealing;
