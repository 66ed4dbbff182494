package org.holdfast.caseload;

import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;

/** Striking out one wrong contact. @param contact the contact in words */
public record StrikePage(Chrome chrome, String id, String caseHref, String reference, String contact, String reason, Errors errors) {}
