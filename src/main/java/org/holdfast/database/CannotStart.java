package org.holdfast.database;

/**
 * A reason why the service cannot start that somebody can do something about. Its message is one or two plain
 * sentences saying what is wrong and what to do; it is printed alone, without a stack trace.
 */
public final class CannotStart extends RuntimeException {
    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
