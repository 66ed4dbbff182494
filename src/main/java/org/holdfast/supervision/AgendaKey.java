package org.holdfast.supervision;

/** What an item of the agenda is about: the section, and the case, action or question in it. */
record AgendaKey(String section, String subject) {}
