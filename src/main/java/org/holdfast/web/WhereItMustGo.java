package org.holdfast.web;

/**
 * The three contacts of a centre for what must never wait in a text field here: name and telephone number each,
 * as people there would say it. Empty where the centre has not said yet; the page then says to ask your manager.
 *
 * @param aboutAChild   when a child is at risk or told you something
 * @param aboutConduct  the allegations route, when a colleague's conduct worries you
 * @param aboutYourself when you are not safe yourself
 */
public record WhereItMustGo(String aboutAChild, String aboutConduct, String aboutYourself) {
    public static final WhereItMustGo ASK_YOUR_MANAGER = new WhereItMustGo("", "", "");
}
