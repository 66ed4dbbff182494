package org.holdfast.web;

/** Something typed by a person: read, or not readable with a sentence that says what to write instead. */
public sealed interface Written<T> {
    record Read<T>(T value) implements Written<T> {}

    record Unreadable<T>(String whatToWrite) implements Written<T> {}
}
