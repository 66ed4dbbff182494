/**
 * Paper: turns a page of XHTML into a PDF that everybody can read and that can be kept for decades. A leaf: it knows
 * no room, every room that prints may use it. Start with {@link org.holdfast.pdf.AccessiblePdf}; the sheet all
 * printed pages share is {@code templates/pdf/sheet.jte}.
 */
package org.holdfast.pdf;
