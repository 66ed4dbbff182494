package org.holdfast.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.holdfast.templates.StaticTemplates;
import org.junit.jupiter.api.Test;

class AccessiblePdfTest {
    private final AccessiblePdf pdf = new AccessiblePdf();

    @Test
    void theFileCarriesItsTitleAndLanguage() {
        byte[] printed = pdf.print(sheet("<p>Hello</p>"));

        assertEquals("A sheet", PdfReading.reading(printed, d -> d.getDocumentInformation().getTitle()));
        assertEquals("en-GB", PdfReading.reading(printed, d -> d.getDocumentCatalog().getLanguage()));
        assertEquals(true, PdfReading.reading(printed, d -> d.getDocumentCatalog().getViewerPreferences().displayDocTitle()));
    }

    @Test
    void bookmarksLeadToTheirHeadings() {
        byte[] printed = pdf.print(sheet("<h1>A heading</h1>"));

        assertEquals("First", PdfReading.reading(printed, d -> d.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle()));
    }

    @Test
    void onlyTypefacesThatAreUsedAreEmbedded() {
        assertEquals(Set.of("AtkinsonHyperlegibleNext-Regular"), PdfReading.typefaces(pdf.print(sheet("<p>Plain</p>"))));
        assertEquals(Set.of("AtkinsonHyperlegibleNext-Regular", "NotoSans-Regular", "NotoSansMath-Regular"),
                PdfReading.typefaces(pdf.print(sheet("<p>Ελένη → plan</p>"))));
    }

    @Test
    void nothingOutsideThePageIsLoaded() {
        byte[] printed = pdf.print(sheet("<p>Before <img src=\"file:///etc/hostname\" alt=\"A file\" /> after</p>"));

        assertTrue(PdfReading.text(printed).contains("Before"));
        assertEquals(0, PdfReading.reading(printed, AccessiblePdfTest::pictures));
    }

    private static int pictures(PDDocument document) throws Exception {
        int pictures = 0;
        for (var page : document.getPages()) {
            for (var name : page.getResources().getXObjectNames()) {
                pictures += page.getResources().isImageXObject(name) ? 1 : 0;
            }
        }
        return pictures;
    }

    @Test
    void aPageFullOfEscapedSignsIsStillRead() {
        byte[] printed = pdf.print(sheet("<p>" + "&amp; &lt; &#39; ".repeat(40_000) + "</p>"));

        assertTrue(PdfReading.pages(printed) > 20);
    }

    @Test
    void manyThreadsPrintTheSamePage() throws Exception {
        String page = sheet("<h1>Zażółć</h1><p>Ελένη → plan ✓, Юлія ≥ 18 and more words to draw.</p>".repeat(20));
        String expected = PdfReading.text(pdf.print(page));

        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> prints = IntStream.range(0, 24).<Callable<String>>mapToObj(i -> () -> PdfReading.text(pdf.print(page))).toList();
            for (Future<String> text : threads.invokeAll(prints)) {
                assertEquals(expected, text.get());
            }
        }
    }

    private static String sheet(String body) {
        return new StaticTemplates().pdfSheet("A sheet", "A sheet to test with", "Marking", "Footer",
                output -> output.writeContent("<bookmark name=\"First\" href=\"#first\" />"),
                output -> output.writeContent("<p id=\"first\">First</p>" + body)).render();
    }
}
