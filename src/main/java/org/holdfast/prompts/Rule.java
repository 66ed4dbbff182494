package org.holdfast.prompts;

/**
 * One rule: what it is called, what it asks, and who is asked.
 *
 * @param id          as the database and addresses write it
 * @param requirement where it comes from, such as "Organisational requirement, not a statutory one"
 * @param sentence    what it looks for
 * @param question    what it asks, open and without blame
 * @param whoGetsIt   who is asked, and when
 * @param function    the SQL function that finds where it fires
 */
public record Rule(
        String id, String name, String requirement, String sentence, String question, String whoGetsIt, String function) {}
