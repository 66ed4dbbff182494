package org.holdfast.caseload;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The contact strips of cases, for other rooms that show one. */
@Singleton
public class ContactStrips {
    private static final Integer[] NO_MARKS = {};

    private final Caseloads caseloads;

    ContactStrips(Caseloads caseloads) {
        this.caseloads = caseloads;
    }

    /**
     * The strip of one case; empty where the viewer does not reach it.
     *
     * @param limitDays after how many days without seeing the child the line stands
     */
    public ContactStrip of(UUID caseId, int limitDays, LocalDate day) {
        List<Caseloads.Marks> marks = caseloads.marks(caseId.toString(), day);
        return ContactStrip.of(day, limitDays, marks.isEmpty() ? NO_MARKS : marks.getFirst().marks());
    }
}
