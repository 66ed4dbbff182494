package org.holdfast.audit;

/**
 * Every act that leaves a row in the trail, in the words the trail uses. Security events are those that administrators
 * read: about signing in, and about what gives reach. Roles and supervision lines given, confirmed and ended are noted by
 * the database itself ({@code note_reach}), whichever way they came.
 */
public enum Act {
    SIGNED_OUT_ELSEWHERE("signed out another browser", true),
    SIGNED_OUT_EVERYWHERE("signed out everywhere", true),
    SESSION_PLANNED("session planned"),
    SESSION_HELD("session held"),
    SESSION_CANCELLED("session cancelled"),
    SESSION_MISSED("session missed"),
    RECORD_DRAFTED("supervision record drafted"),
    RECORD_SHARED("supervision record shared"),
    RECORD_AGREED("supervision record agreed"),
    RECORD_AGREED_WITH_COMMENT("supervision record agreed with comment"),
    RECORD_DISPUTED("supervision record disputed"),
    RECORD_LOCKED("supervision record locked"),
    ADDENDUM_ADDED("addendum added"),
    CONTACT_GAP_DECIDED("contact gap decided about"),
    PROMPT_PUT_OFF("prompt put off"),
    OWN_FILE_TAKEN("own file taken"),
    EXTRACT_TAKEN_IN("extract taken in", true),
    TOKEN_ISSUED("token issued", true),
    SIGNED_IN("signed in", true),
    SIGN_IN_REFUSED("sign-in refused", true),
    PASSWORD_CHANGED("password changed", true),
    SECOND_FACTOR_SET_UP("second factor set up", true),
    SECOND_FACTOR_TAKEN_AWAY("second factor taken away", true),
    RECOVERY_CODES_RENEWED("recovery codes renewed", true),
    ACCOUNT_MADE("account made", true),
    ACCOUNT_UNLOCKED("account unlocked", true),
    MAIL_ADDRESS_SET("mail address set", true),
    LINK_MADE("link made", true);

    private final String code;
    private final boolean security;

    Act(String code) {
        this(code, false);
    }

    Act(String code, boolean security) {
        this.code = code;
        this.security = security;
    }

    /** As written in the database, and as shown on pages with a capital letter. */
    public String code() {
        return code;
    }

    /** Whether administrators read it. */
    public boolean isSecurity() {
        return security;
    }
}
