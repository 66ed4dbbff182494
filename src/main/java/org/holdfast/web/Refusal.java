package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import java.util.Arrays;
import java.util.List;

/**
 * Why a request was not answered with what was asked for, in the words of the page: what happened, what was kept, what
 * to do next.
 */
enum Refusal {
    MISSING(HttpStatus.NOT_FOUND, "This page is not here", List.of(
            "Either there is nothing at this address, or it is not for you to see.",
            "If you followed a link, the person who sent it can tell you more.")),
    SIGNED_OUT(HttpStatus.UNAUTHORIZED, "Please sign in again", List.of(
            "You were signed out because nothing was saved for a while, or because you signed out somewhere else.")),
    UNCONFIRMED(HttpStatus.UNAUTHORIZED, "Please confirm that it is you", List.of(
            "Nothing was changed. This is restricted, or the screen is covered, and you have not said lately who you are.")),
    FROM_ELSEWHERE(HttpStatus.FORBIDDEN, "This did not come from Holdfast", List.of(
            "What was sent did not come from one of our own pages, so nothing was changed.",
            "Open the page here and send it from there.")),
    SOMEBODY_ELSE(HttpStatus.CONFLICT, "Somebody else is signed in now", List.of(
            "This was typed by somebody else, so nothing was kept under your name.",
            "Whoever typed it can sign in again and send it.")),
    WRONG_METHOD(HttpStatus.METHOD_NOT_ALLOWED, "That cannot be done here", List.of(
            "This address exists, but not for what was asked. Nothing was changed.")),
    TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "This is too much at once", List.of(
            "Nothing of it was kept, and nothing was changed.",
            "Files may have 64 MB together. Split them, or leave some out, and send them again.")),
    TOO_LONG(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "This is too much at once", List.of(
            "Nothing of it was kept, and nothing was changed.",
            "A form may hold four million letters together. Go back, shorten it or split it, and send it again.")),
    UNKNOWN_FORMAT(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "This could not be read", List.of(
            "It came in a form that this page does not take, so nothing was changed.",
            "Open the page again and send it from there.")),
    INCOMPLETE(HttpStatus.UNPROCESSABLE_ENTITY, "Something is missing", List.of(
            "Not everything arrived, so nothing was changed.", "Open the page again and send it from there.")),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "Please wait a moment", List.of(
            "There were many requests in a short time, so this one was not taken. Try again in a minute.")),
    UNREADABLE(HttpStatus.BAD_REQUEST, "This could not be read", List.of(
            "Part of the address, or of what was sent, makes no sense to this page. Nothing was changed.")),
    AWAY(HttpStatus.SERVICE_UNAVAILABLE, "Holdfast cannot reach its records just now", List.of(
            "This usually passes within a minute and mends itself. What was saved before is safe.")),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here", List.of(
            "It is our mistake, not yours. What was saved before is safe, and this step was not taken.",
            "Try again. If it happens again, tell your administrator the number below.")),
    BROKEN(HttpStatus.INTERNAL_SERVER_ERROR, "Something sealed here does not open", List.of(
            "It was changed or moved since it was sealed, or its key is gone. Nothing of it is shown, and nothing was changed.",
            "Everything else is as it was. Tell your administrator the number below: there may be a copy."));

    private final HttpStatus status;
    private final String title;
    private final List<String> sentences;

    Refusal(HttpStatus status, String title, List<String> sentences) {
        this.status = status;
        this.title = title;
        this.sentences = sentences;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    List<String> sentences() {
        return sentences;
    }

    /** Whether the page hands back what was typed. Never for what came from elsewhere: it would carry it on. */
    boolean keepsWhatWasTyped() {
        return this == SIGNED_OUT || this == UNCONFIRMED || this == SOMEBODY_ELSE || this == TOO_MANY || this == AWAY || this == UNEXPECTED
                || this == BROKEN;
    }

    /** Seconds until it is worth trying again; null where time changes nothing. */
    @Nullable String retryAfter() {
        return switch (this) {
            case AWAY -> "10";
            case TOO_MANY -> "60";
            default -> null;
        };
    }

    /** Where to say who one is, in a tab of its own; null where that is not what is missing. */
    @Nullable Link way() {
        return switch (this) {
            case SIGNED_OUT, SOMEBODY_ELSE -> Link.to("Sign in, in a new tab", "/sign-in");
            case UNCONFIRMED -> Link.to("Confirm, in a new tab", "/confirmation");
            default -> null;
        };
    }

    /** The first for a status is what it means where nothing more is known. */
    static Refusal of(HttpStatus status) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.status == status)
                .findFirst()
                .orElse(status.getCode() < 500 ? UNREADABLE : UNEXPECTED);
    }
}
