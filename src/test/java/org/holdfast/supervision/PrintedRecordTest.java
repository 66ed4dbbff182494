package org.holdfast.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.holdfast.pdf.AccessiblePdf;
import org.holdfast.pdf.PdfReading;
import org.holdfast.templates.StaticTemplates;
import org.junit.jupiter.api.Test;

class PrintedRecordTest {
    private static final String PARAGRAPH = "She keeps coming, and each time a little earlier. We do not know what changed & why, "
            + "and that is written down here as it is. ";

    private final AccessiblePdf pdf = new AccessiblePdf();

    @Test
    void aRecordWithSixCasesIsAnArchivableAndAccessiblePdf() {
        assertEquals(List.of(), PdfReading.objections(printed(SampleRecords.withSixCases(), "six")));
    }

    @Test
    void anEmptyRecordIsAnArchivableAndAccessiblePdf() {
        byte[] empty = printed(SampleRecords.withNothing(), "empty");

        assertEquals(List.of(), PdfReading.objections(empty));
        assertTrue(PdfReading.text(empty).contains("Held without a supervision agreement"));
        assertTrue(PdfReading.text(empty).contains("Contains personal information"));
    }

    @Test
    void aRecordOfManyPagesKeepsEveryWord() {
        byte[] longest = printed(SampleRecords.disputedWith(PARAGRAPH.repeat(30).strip()), "long");

        assertEquals(List.of(), PdfReading.objections(longest));
        assertTrue(PdfReading.pages(longest) >= 20, () -> PdfReading.pages(longest) + " pages");
        assertEquals(30 * timesTheTextIsPrinted(), PdfReading.text(longest).split("earlier", -1).length - 1);
    }

    private int timesTheTextIsPrinted() {
        return PdfReading.text(pdf.print(xhtml(SampleRecords.disputedWith("ONLYHERE")))).split("ONLYHERE", -1).length - 1;
    }

    @Test
    void awkwardCharactersAreAllPrintedOrNamed() {
        byte[] awkward = printed(SampleRecords.disputedWith(
                "Zażółć Łukasz Şahin Nguyễn Đặng Ελένη Юлія “quoted” ‘so’ – — … ≥ 18 → plan ✓ ☐ € № <b>&amp; O'Neil 🙂 أمينة \u0000\u200b\ud800"), "awkward");

        assertEquals(List.of(), PdfReading.objections(awkward));
        assertTrue(PdfReading.text(awkward).contains("Zażółć Łukasz Şahin Nguyễn Đặng Ελένη Юлія “quoted” ‘so’ – — … ≥ 18 → plan ✓ ☐ € № "
                + "<b>&amp; O'Neil [slightly smiling face] [5 Arabic characters]"), () -> PdfReading.text(awkward));
        assertFalse(PdfReading.text(awkward).contains("#"));
    }

    @Test
    void aVeryLongWordWrapsInsideItsColumn() {
        byte[] wide = printed(SampleRecords.disputedWith("Donaudampfschifffahrtsgesellschaft".repeat(12)), "wide");

        assertEquals(List.of(), PdfReading.objections(wide));
    }

    @Test
    void theTextIsReadInTheOrderOfTheRecord() {
        String text = PdfReading.text(printed(SampleRecords.withSixCases(), "six"));

        int at = 0;
        for (String next : List.of("Supervision record", "Amina Khan with Ben Okafor, 21 November 2026", "Supervisee", "Interrupted once",
                "Agreement", "Accountability", "Mediation (between practitioner and organisation)", "within the next month", "Case YP-0131",
                "How the child is seen and heard", "As the practitioner sees it", "As the supervisor sees it", "Short term", "High", "Medium",
                "Medium to long term", "Decisions", "Continue with a plan", "Next discussion by", "Case YP-0136", "Actions", "Carried twice",
                "Shared (version 1)", "Agreed with comment", "Comment by Amina Khan", "Added later")) {
            int found = text.indexOf(next, at);
            assertTrue(found >= 0, next + " is missing after " + text.substring(0, at));
            at = found;
        }
    }

    @Test
    void everyPageSaysWhichRecordItBelongsToAndHowManyThereAre() {
        byte[] six = printed(SampleRecords.withSixCases(), "six");
        int pages = PdfReading.pages(six);
        String text = PdfReading.text(six);

        for (int page = 1; page <= pages; page++) {
            assertTrue(text.contains("Page " + page + " of " + pages));
        }
        assertEquals(pages, text.split("0198c2f4-7b1e-7c55-9a77-2f0f4b6f1a10, version 2", -1).length - 1);
        assertEquals(pages, text.split("Demonstration: fictional people", -1).length - 1);
    }

    private byte[] printed(RecordPdf record, String name) {
        byte[] bytes = pdf.print(xhtml(record));
        keepToLookAt(bytes, name);
        return bytes;
    }

    private static String xhtml(RecordPdf record) {
        return new StaticTemplates().pdfSupervisionRecord(record).render();
    }

    private static void keepToLookAt(byte[] bytes, String name) {
        try {
            Files.write(Files.createDirectories(Path.of("target/pdf")).resolve("supervision-record-" + name + ".pdf"), bytes);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
