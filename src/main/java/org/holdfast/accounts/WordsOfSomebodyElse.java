package org.holdfast.accounts;

/** What was sent had been typed by one person, and another is signed in. Carries no stack trace: it is no surprise. */
final class WordsOfSomebodyElse extends RuntimeException {
    WordsOfSomebodyElse() {
        super("Typed by somebody else", null, false, false);
    }
}
