/**
 * Text and files that only this installation can open: a copy of the database alone does not reveal them. A leaf: it
 * knows no room and stores nothing, every room may seal what it stores. Start with
 * {@link org.holdfast.sealing.Sealing}.
 */
package org.holdfast.sealing;
