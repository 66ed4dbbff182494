package org.holdfast.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrintableTextTest {
    @Test
    void namesAndSignsOfEuropeStayAsTheyAre() {
        String names = "Zażółć Łukasz Şahin Nguyễn Đặng Ελένη Юлія Þóra Ġużeppi Çelik “quoted” ≥ 18 → ✓ € №";

        assertEquals(names, PrintableText.of(names));
    }

    @Test
    void everyLetterOfLatinGreekAndCyrillicCanBeDrawn() {
        IntStream.rangeClosed(' ', 0x52F).filter(c -> c < 0x370 ? c <= 0x24F : true)
                .filter(Character::isLetter)
                .filter(c -> switch (Character.UnicodeScript.of(c)) {
                    case LATIN, GREEK, CYRILLIC -> true;
                    default -> false;
                })
                .forEach(c -> assertTrue(Typeface.anyHas(c), () -> Character.getName(c)));
    }

    @Test
    void lettersNoTypefaceHasAreCountedByScript() {
        assertEquals("with [5 Arabic characters] and [2 Han characters]", PrintableText.of("with أمينة and 漢字"));
        assertEquals("[2 Arabic characters][1 Han character]", PrintableText.of("أم漢"));
    }

    @Test
    void signsNoTypefaceHasAreCalledByName() {
        assertEquals("[slightly smiling face] [otter]", PrintableText.of("\ud83d\ude42 \ud83e\udda6\ud83c\udffd"));
    }

    @Test
    void privateAndUnassignedCharactersLeaveAQuestionMark() {
        assertEquals("a[?]b", PrintableText.of("a\ue000b"));
        assertEquals("a[?]b", PrintableText.of("a\u0378b"));
    }

    @Test
    void whatIsNeverSeenOrBreaksThePageIsLeftOut() {
        assertEquals("abcdef", PrintableText.of("a\u0000b\u200bc\u00add\ud800e\uffff\ufefff\ufe0f"));
    }

    @Test
    void aLetterTypedInTwoPartsBecomesOne() {
        assertEquals("é", PrintableText.of("e\u0301"));
    }

    @Test
    void linesAndSpacesKeepWordsApart() {
        assertEquals("a\nb c\u00a0d e", PrintableText.of("a\nb\u2003c\u00a0d\u3000e").replace('\u2003', ' '));
    }
}
