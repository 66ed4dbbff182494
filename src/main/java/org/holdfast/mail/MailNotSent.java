package org.holdfast.mail;

/** A mail could not be handed over now. Names the kind of fault alone: a server's answer can quote an address. */
public final class MailNotSent extends RuntimeException {
    MailNotSent(Throwable fault) {
        super(fault.getClass().getSimpleName());
    }
}
