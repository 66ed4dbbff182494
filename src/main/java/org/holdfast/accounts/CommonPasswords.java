package org.holdfast.accounts;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The 10,000 most used passwords of at least 12 characters; where they come from stands beside the list. */
@Singleton
final class CommonPasswords {
    private final Set<String> listed;

    CommonPasswords() {
        try (InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
            listed = new String(list.readAllBytes(), StandardCharsets.US_ASCII).lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Great and small letters make no difference, nor do full-width ones. */
    boolean include(String password) {
        return listed.contains(Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }
}
