package org.holdfast.supervision;

/** What is written on one page: the record, or its restricted part, which is opened apart from it. */
enum Sheet { RECORD, RESTRICTED }
