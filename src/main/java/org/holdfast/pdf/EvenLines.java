package org.holdfast.pdf;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.pdfboxout.PdfBoxRawPDFontMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Measures every line by the body typeface. The renderer otherwise takes the tallest of all typefaces it might need,
 * loads each of them to find out, and pushes plain text upwards for the sake of a tick that is not there.
 */
final class EvenLines implements FSCacheEx<String, FSCacheValue> {
    private final FSCacheValue body = measured();

    private static FSCacheValue measured() {
        try (var document = new PDDocument()) {
            PDFont body = Typeface.BODY.in(document);
            return PdfBoxRawPDFontMetrics.fromPdfBox(body, body.getFontDescriptor());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public FSCacheValue get(String typeface) {
        return body;
    }

    @Override
    public FSCacheValue get(String typeface, Callable<? extends FSCacheValue> loader) {
        return body;
    }

    @Override
    public void put(String typeface, FSCacheValue measured) {
        // the body's measure stays
    }
}
