package org.holdfast.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One file's bytes, held in memory until it is known how they are to be read: strictly UTF-8 (a mark at the beginning is
 * allowed), else Windows-1252. Never in a file. Kept in pieces, so that growing needs no second copy.
 */
final class PartText {
    private static final int PIECE = 256 * 1024;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final List<byte[]> pieces;
    private final Charset charset;

    private PartText(List<byte[]> pieces) throws IOException {
        this.pieces = pieces;
        this.charset = isUtf8() ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }

    static PartText of(InputStream part) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        for (byte[] piece = part.readNBytes(PIECE); piece.length > 0; piece = part.readNBytes(PIECE)) {
            pieces.add(piece);
        }
        return new PartText(pieces);
    }

    private boolean isUtf8() throws IOException {
        char[] passedOver = new char[PIECE];
        Reader strict = new InputStreamReader(bytes(), StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
        try {
            while (strict.read(passedOver) >= 0) {
                continue;
            }
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private InputStream bytes() throws IOException {
        InputStream all = new SequenceInputStream(Collections.enumeration(
                pieces.stream().map(ByteArrayInputStream::new).toList()));
        if (startsWithMark()) {
            all.skipNBytes(MARK.length);
        }
        return all;
    }

    private boolean startsWithMark() {
        return !pieces.isEmpty() && pieces.getFirst().length >= MARK.length
                && java.util.Arrays.equals(pieces.getFirst(), 0, MARK.length, MARK, 0, MARK.length);
    }

    boolean isWindows1252() {
        return charset == WINDOWS_1252;
    }

    Reader reader() throws IOException {
        return new InputStreamReader(bytes(), charset);
    }
}
