package org.holdfast.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import jakarta.inject.Singleton;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Prints XHTML as one file that is both PDF/A-2a (can be kept) and PDF/UA-1 (can be read by everybody): tagged, with
 * language, title, bookmarks and table headers taken from the page, and every typeface embedded.
 *
 * <p>The page must be well-formed XHTML with {@code lang}, {@code title} and {@code meta description};
 * {@code templates/pdf/sheet.jte} brings them, and the style sheet. Nothing outside the page is ever loaded.
 * A character that none of the {@linkplain Typeface typefaces} has is named in square brackets instead of being lost.
 * Safe for use by several threads at once.
 */
@Singleton
public final class AccessiblePdf {
    private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final EvenLines evenLines = new EvenLines();

    public AccessiblePdf() {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    /** The page as a finished file. A page that is not well-formed is a mistake in its template, and throws. */
    public byte[] print(String xhtml) {
        var file = new ByteArrayOutputStream(128 * 1024);
        try (var document = new PDDocument()) {
            printer(document).withHtmlContent(PrintableText.of(xhtml), null).toStream(file).run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file.toByteArray();
    }

    private PdfRendererBuilder printer(PDDocument document) {
        var printer = new PdfRendererBuilder()
                .usePDDocument(document)
                .useFastMode()
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(COLOURS)
                .useCacheStore(CacheStore.PDF_FONT_METRICS, evenLines)
                .withProducer("Holdfast");
        for (ExternalResourceControlPriority stage : ExternalResourceControlPriority.values()) {
            printer.useExternalResourceAccessControl((uri, type) -> false, stage);
        }
        for (Typeface face : Typeface.values()) {
            printer.useFont(face.suppliedTo(document), face.family, face.weight, FontStyle.NORMAL, true);
        }
        return printer;
    }
}
