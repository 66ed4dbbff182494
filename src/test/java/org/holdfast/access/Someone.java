package org.holdfast.access;

/** Everybody whose reach is tried, one for each kind of relationship, and those for whom one is no longer or not yet true. */
public enum Someone {
    /** Practitioner of team North in Harbour, who holds cases. The records are about her work, unless they say otherwise. */
    AMINA,
    /** Manages North, supervises AMINA and NOOR, is supervised by GRACE, and holds cases himself. */
    BEN,
    /** Manages the service centre Harbour and supervises BEN. */
    GRACE,
    /** Practitioner of North: AMINA's colleague, co-worker on one case, and once the worker of another. */
    NOOR,
    /** Practice supervisor of AMINA. */
    PRIYA,
    /** Covers as supervisor of AMINA, today among other days. */
    CARL,
    /** Covered as supervisor of AMINA until yesterday. */
    ENA,
    /** AMINA's line supervisor until June. */
    LEO,
    /** Proposed as AMINA's line supervisor and as manager of North; nobody has confirmed it. */
    PENNY,
    /** Manages North and supervises AMINA from tomorrow on. */
    FAY,
    /** Managed North until yesterday. */
    EVE,
    /** Manages South, another team of Harbour, and supervises SUE. */
    OLU,
    /** Practitioner of South, to whom a case of North has moved. */
    SUE,
    /** Third person of one dispute that is open and of one that has ended. */
    TESS,
    /** Manages the service centre Hill. */
    HANA,
    /** Practitioner of Hill, who holds a case there. */
    DAN,
    /** Regional lead. */
    RUTH,
    /** Appointed as safeguarding lead of the organisation, and nothing else. */
    SAM,
    /** Appointed as data-protection lead of the organisation, and nothing else. */
    DEV,
    /** Auditor until the end of the year. */
    AUDE,
    /** Administrator of the installation. */
    ADA,
    /** Administrator, and by rows that nobody ended also manager of North, supervisor of AMINA and worker on a case. */
    ABE,
    /** Managed North and supervised AMINA; left yesterday, with a browser session still open. */
    GIL,
    /** Has not signed in. */
    NOBODY,
    /** Another system, with a token that may read. */
    READER,
    /** Another system, with a token that may bring extracts. */
    BRINGER;

    /** Whether it is a person with a row of their own. */
    boolean isPerson() {
        return ordinal() < NOBODY.ordinal();
    }

    /** Whether the door opens for them at all. */
    boolean isSomebody() {
        return this != NOBODY && this != GIL;
    }
}
