package org.holdfast.supervision;

/** How much of one session its viewer may see. */
public enum Sight {
    /** One of the two people in it: everything. */
    ONE_OF_THE_TWO,
    /** Somebody who may read its record: a line supervisor once it is locked, the named third person from a dispute on. */
    RECORD,
    /** Dates, moves and their reasons, and nothing of what was said. */
    DATES
}
