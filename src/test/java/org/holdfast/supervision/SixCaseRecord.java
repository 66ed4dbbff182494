package org.holdfast.supervision;

import org.holdfast.templates.StaticTemplates;

/** A record with six cases, as the page that is printed. */
public final class SixCaseRecord {
    private SixCaseRecord() {}

    public static String xhtml() {
        return new StaticTemplates().pdfSupervisionRecord(SampleRecords.withSixCases()).render();
    }
}
