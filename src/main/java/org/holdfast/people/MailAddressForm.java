package org.holdfast.people;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import org.holdfast.web.Errors;

/** Where somebody gets mail about their account. */
@Serdeable
public record MailAddressForm(@Nullable String address) {
    /** RFC 5321, 4.5.3.1.3, without the angle brackets. */
    private static final int LONGEST = 254;

    /** The address to keep; empty where it is to be put right. One that cannot get mail is found out by sending. */
    String check(Errors errors) {
        String kept = errors.text("address", address, LONGEST, "Write a mail address, such as ben@example.org");
        if (!kept.isEmpty() && !kept.matches("[\\x21-\\x7e&&[^@<>\"(),:;\\[\\]\\\\]]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")) {
            errors.add("address", "Write a mail address, such as ben@example.org");
        }
        return kept;
    }

    String typed() {
        return address == null ? "" : address;
    }
}
