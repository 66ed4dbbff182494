package org.holdfast.home;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.holdfast.access.Viewer;
import org.holdfast.audit.Reads;
import org.holdfast.sealing.OwnText;
import org.holdfast.sealing.OwnTexts;
import org.holdfast.sealing.Sealing;

/**
 * Looks for words in what somebody wrote or reads sealed. Everything of theirs is opened in memory and forgotten with the
 * request: there is no index, because an index would hold the words. What is shown counts as read.
 */
@Singleton
final class SearchOfOwnText {
    private static final int AROUND = 90;

    private final List<OwnTexts> rooms;
    private final Sealing sealing;
    private final Reads reads;

    SearchOfOwnText(List<OwnTexts> rooms, Sealing sealing, Reads reads) {
        this.rooms = rooms;
        this.sealing = sealing;
        this.reads = reads;
    }

    /**
     * What was found.
     *
     * @param found  in how many texts
     * @param texts  how many texts there are
     * @param closed how many of them do not open
     * @param hits   the first of those found
     */
    record Findings(int found, int texts, int closed, List<Hit> hits) {}

    /** One text with the words in it; {@code match} stands between {@code before} and {@code after} in it. */
    record Hit(String what, String href, String before, String match, String after) {}

    /** @param words all of them have to stand in a text, in any order, capitals or not */
    Findings find(Viewer viewer, String words, int most) {
        List<OwnText> texts = rooms.stream().flatMap(room -> room.of(viewer).stream()).toList();
        List<Optional<String>> opened = sealing.open(texts.stream().map(OwnText::item).toList());
        List<String> wanted = Arrays.stream(folded(words).split(" ")).filter(word -> !word.isEmpty()).toList();
        List<Hit> hits = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < texts.size(); i++) {
            String text = opened.get(i).map(SearchOfOwnText::plain).orElse("");
            String folded = text.toLowerCase(Locale.ROOT);
            if (!text.isEmpty() && wanted.stream().allMatch(folded::contains)) {
                found++;
                if (hits.size() < most) {
                    hits.add(shown(viewer, texts.get(i), text, folded.indexOf(wanted.getFirst()), wanted.getFirst().length()));
                }
            }
        }
        return new Findings(found, texts.size(), (int) opened.stream().filter(Optional::isEmpty).count(), hits);
    }

    private Hit shown(Viewer viewer, OwnText text, String words, int from, int length) {
        reads.note(viewer, text.kind(), text.subject(), text.concerns());
        int start = Math.clamp(from, 0, words.length());
        int end = Math.clamp((long) start + length, start, words.length());
        String before = words.substring(Math.max(0, start - AROUND), start);
        String after = words.substring(end, Math.min(words.length(), end + AROUND));
        return new Hit(text.what(), text.href(), (start > AROUND ? "…" : "") + before, words.substring(start, end), after + (end + AROUND < words.length() ? "…" : ""));
    }

    /** One line, with letters and their accents written in one way. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    private static String folded(String text) {
        return plain(text).toLowerCase(Locale.ROOT);
    }
}
