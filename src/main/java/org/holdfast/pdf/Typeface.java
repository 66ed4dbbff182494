package org.holdfast.pdf;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The open typefaces a PDF may embed, in the order in which a character is looked for. Each is parsed once, when a
 * page first needs it: parsing costs more than printing.
 */
enum Typeface {
    BODY("Atkinson Hyperlegible Next", 400, "AtkinsonHyperlegibleNext-Regular.ttf"),
    BODY_BOLD("Atkinson Hyperlegible Next", 700, "AtkinsonHyperlegibleNext-Bold.ttf"),
    LETTERS("Noto Sans", 400, "NotoSans-Regular.ttf"),
    LETTERS_BOLD("Noto Sans", 700, "NotoSans-Bold.ttf"),
    ARROWS("Noto Sans Math", 400, "NotoSansMath-Regular.ttf"),
    SIGNS("Noto Sans Symbols2", 400, "NotoSansSymbols2-Regular.ttf");

    final String family;
    final int weight;
    private final String file;
    private TrueTypeFont parsed;

    Typeface(String family, int weight, String file) {
        this.family = family;
        this.weight = weight;
        this.file = file;
    }

    /** Whether some typeface of the given weight, or of the only weight its family has, can draw the character. */
    static boolean anyHas(int codePoint) {
        return Stream.of(BODY, LETTERS, ARROWS, SIGNS).anyMatch(face -> face.has(codePoint));
    }

    boolean has(int codePoint) {
        try {
            return parsed().getUnicodeCmapLookup().getGlyphId(codePoint) != 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** This typeface for one document, which receives only the letters it uses. */
    PDFont in(PDDocument document) {
        try {
            return PDType0Font.load(document, parsed(), true);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    PDFontSupplier suppliedTo(PDDocument document) {
        return new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
                return in(document);
            }
        };
    }

    private synchronized TrueTypeFont parsed() {
        if (parsed == null) {
            parsed = parse();
        }
        return parsed;
    }

    private TrueTypeFont parse() {
        try (var stream = Objects.requireNonNull(Typeface.class.getResourceAsStream("/fonts/" + file), file)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            // a ligature would be drawn narrower than the line was measured
            font.setEnableGsub(false);
            return font;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
