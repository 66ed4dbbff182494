package org.holdfast.database;

import io.micronaut.core.annotation.Nullable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * The installation's key-encryption keys, as they stand among its secrets: one, and while a rotation runs the new one
 * first and the old one after it, with white space or commas between them.
 */
public final class KeyEncryptionKeys {
    private final Supplier<String> text;
    private final boolean readAgain;
    private final @Nullable Path ours;

    private KeyEncryptionKeys(Supplier<String> text, boolean readAgain, @Nullable Path ours) {
        this.text = text;
        this.readAgain = readAgain;
        this.ours = ours;
    }

    /** In a file that Holdfast made and may change. */
    static KeyEncryptionKeys ours(Path file, Supplier<String> text) {
        return new KeyEncryptionKeys(text, true, file);
    }

    /** In a file that somebody else keeps. */
    static KeyEncryptionKeys in(Supplier<String> text) {
        return new KeyEncryptionKeys(text, true, null);
    }

    /** Given once, at the start. */
    static KeyEncryptionKeys fixed(String text) {
        return new KeyEncryptionKeys(() -> text, false, null);
    }

    /**
     * The keys as they stand now, each 32 bytes, the one to use first.
     *
     * @throws CannotStart where the file they are in has gone or makes no sense
     */
    public List<byte[]> now() {
        return words(text.get()).stream().map(HexFormat.of()::parseHex).toList();
    }

    static List<String> words(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+")).toList();
    }

    /** Whether a running service sees a change without a restart. */
    public boolean areReadAgain() {
        return readAgain;
    }

    /** Whether {@link #putFirst} and {@link #keepFirst} are ours to do. */
    public boolean areOurs() {
        return ours != null;
    }

    /** Puts a new key before those there are. */
    public void putFirst() {
        List<String> all = new ArrayList<>(List.of(Secrets.freshKey()));
        all.addAll(words(text.get()));
        write(all);
    }

    /** Forgets all keys but the first. */
    public void keepFirst() {
        write(words(text.get()).subList(0, 1));
    }

    private void write(List<String> keys) {
        Secrets.write(ours, String.join("\n", keys));
    }
}
