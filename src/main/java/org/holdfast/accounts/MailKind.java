package org.holdfast.accounts;

/** What mails say. None says what the service is about, names anybody, or holds anything but a link that works once. */
enum MailKind {
    LINK("link", "Your link", ""),
    LINK_ASKED("link asked", "Your link", ""),
    ACCOUNT_MADE("account made", "Your account is made", "Somebody used the invitation to make your account."),
    ACCOUNT_LOCKED("account locked", "Your account is locked", """
            Somebody tried to sign in to your account ten times, with passwords or codes that did not fit. It is locked now.
            A link for a new password opens it again: on the sign-in page, say that you have forgotten the password."""),
    ACCOUNT_UNLOCKED("account unlocked", "Your account is unlocked", "An administrator unlocked your account."),
    PASSWORD_CHANGED("password changed", "Your password was changed", "The password of your account was changed."),
    SECOND_FACTOR_SET_UP("second factor set up", "An authenticator app was set up", "An authenticator app was set up for your account."),
    SECOND_FACTOR_TAKEN_AWAY("second factor taken away", "Your authenticator app was taken away", """
            An administrator took the authenticator app of your account away. You set up another one when you next sign in."""),
    RECOVERY_CODE_USED("recovery code used", "A recovery code was used", """
            Somebody signed in to your account with one of its recovery codes."""),
    RECOVERY_CODES_RENEWED("recovery codes renewed", "New recovery codes were made", "New recovery codes were made for your account."),
    ADDRESS_CHANGED("mail address changed", "Your mail address was changed", """
            An administrator gave your account another mail address than this one. Mails go there from now on.""");

    private final String code;
    private final String subject;
    private final String sentences;

    MailKind(String code, String subject, String sentences) {
        this.code = code;
        this.subject = subject;
        this.sentences = sentences;
    }

    /** As written in the database. */
    String code() {
        return code;
    }

    /** @throws IllegalArgumentException for a code no kind has */
    static MailKind of(String code) {
        for (MailKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No mail is of the kind " + code);
    }

    boolean carriesALink() {
        return this == LINK || this == LINK_ASKED;
    }

    String subject() {
        return subject + " – Holdfast";
    }

    /** The words of a mail that tells what has happened. */
    String words(String origin) {
        return sentences + "\n\nIf you know about it, there is nothing to do. If not, tell somebody who administers your service at once.\n\n"
                + origin + "\n";
    }

    /** The words of a mail with a link. */
    static String words(String origin, String path, boolean invitation, int minutes) {
        String why = invitation
                ? "You are invited to make an account. This link opens the page for it:"
                : "Somebody asked for a new password for your account. This link opens the page for it:";
        String ifNot = invitation
                ? "If you do not expect this, ignore it: without the link no account is made."
                : "If it was not you, ignore it: the password stays as it is, and the link alone signs nobody in.";
        return why + "\n\n" + origin + path + "\n\nIt works once, for " + minutes
                + " minutes. Later, ask for another one on the sign-in page.\n\n" + ifNot + "\n";
    }
}
