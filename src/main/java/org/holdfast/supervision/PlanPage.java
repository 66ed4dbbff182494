package org.holdfast.supervision;

import java.util.List;
import org.holdfast.web.Choice;
import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;
import org.holdfast.web.Link;

/**
 * Planning a session.
 *
 * @param people   with whom; empty where nobody supervises the viewer and the viewer supervises nobody
 * @param warnings what else is planned then, or who is away; read and taken with the next press
 */
public record PlanPage(
        Chrome chrome, List<Link> where, String once, List<Choice> people, List<Choice> kinds, String date, String time, String minutes,
        String place, Errors errors, List<String> warnings) {

    static PlanPage of(Chrome chrome, PlanForm form, List<Partner> partners, Errors errors, List<String> warnings) {
        return new PlanPage(
                chrome, List.of(Link.to("Home", "/"), Link.to("Sessions", "/sessions"), Link.here("Plan a session")), form.once(),
                partners.stream().map(partner -> choice(partner, form, partners.size())).toList(),
                Kind.FOR_TWO.stream().map(kind -> new Choice(kind.code(), kind.label(), kind.hint(), kind.code().equals(form.kind()))).toList(),
                text(form.date()), text(form.time()), text(form.minutes()), text(form.place()), errors, warnings);
    }

    private static Choice choice(Partner partner, PlanForm form, int of) {
        String side = partner.viewerSupervises() ? "You supervise them" : "Supervises you";
        String kind = switch (partner.kind()) {
            case "practice" -> ", practice supervision";
            case "cover" -> ", as cover";
            default -> "";
        };
        return new Choice(partner.choice(), partner.name(), side + kind, of == 1 || partner.choice().equals(form.who()));
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }
}
