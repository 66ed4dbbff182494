package org.holdfast.pdf;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What a validator, a reader and a screen reader find in a finished PDF. */
public final class PdfReading {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfReading() {}

    /** What veraPDF objects to under PDF/A-2a and PDF/UA-1; empty where the file is both. */
    public static List<String> objections(byte[] pdf) {
        return Stream.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1).flatMap(flavour -> objections(pdf, flavour)).toList();
    }

    private static Stream<String> objections(byte[] pdf, PDFAFlavour flavour) {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, 100, false, true, false)) {
            var result = validator.validate(parser);
            var objections = result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> flavour + " " + assertion.getRuleId().getClause() + ": " + assertion.getMessage()
                            + " at " + assertion.getLocation().getContext())
                    .toList();
            return objections.isEmpty() && !result.isCompliant() ? Stream.of(flavour + " is not met") : objections.stream();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The text in the order it is drawn, with every run of white space as one space. */
    public static String text(byte[] pdf) {
        return reading(pdf, document -> {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            return stripper.getText(document).replaceAll("[\\s\\u00a0]+", " ").strip();
        });
    }

    public static int pages(byte[] pdf) {
        return reading(pdf, PDDocument::getNumberOfPages);
    }

    /** The embedded typefaces by name, without the tag of their subset. */
    public static Set<String> typefaces(byte[] pdf) {
        return reading(pdf, document -> {
            Set<String> names = new TreeSet<>();
            for (var page : document.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    names.add(page.getResources().getFont(font).getName().replaceFirst("^[A-Z]{6}\\+", ""));
                }
            }
            return names;
        });
    }

    static <T> T reading(byte[] pdf, Question<T> question) {
        try (var document = Loader.loadPDF(pdf)) {
            return question.ask(document);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    interface Question<T> {
        T ask(PDDocument document) throws Exception;
    }
}
