package org.holdfast.demo;

import java.util.List;
import java.util.Map;

/** Sentences for the work that is no story. Kind, plain, without anything that happened to anybody. */
final class OrdinaryWords {
    private OrdinaryWords() {}

    private static final List<String> COMPLETED = List.of(
        "The plan has been worked through. We looked back together at what has changed and who is there now.",
        "The young person said they were ready to stop. We ended with a walk and a letter to keep.",
        "The work is done; a mentor at school carries on the weekly breakfast.");

    private static final List<String> ENDED = List.of(
        "The family moved to another area; their worker there has our summary and has met the young person.",
        "The young person chose not to go on for now. They know how to come back and have our number.",
        "Another service they already trust took over after a joint meeting.",
        "After the first weeks it was clear that school and home hold this well without us.");

    private static final List<String> VIEWS = List.of(
        "\u201cIt helped that you kept coming.\u201d",
        "\u201cI would have liked to stop a bit later.\u201d",
        "They would like a card on their birthday.",
        "They asked us to tell the next worker what they like doing.");

    private static final List<String> RISK = List.of(
        "Home has settled; there is more time with people who look out for them.",
        "There are unanswered questions about new friends online. We keep asking, gently.",
        "They tell us more than they did, and what they tell us fits what school sees.",
        "Nothing new, which is not the same as nothing there.",
        "The adults around them are working together better than they did.");

    private static final List<String> LONG_STEPS = List.of(
        "A monthly meeting is what the young person can manage and has kept; more made it fall apart.",
        "College takes most of the week. We agreed on fewer meetings and a message in between.",
        "We are letting go in small steps, and both of us know the dates.");

    static String closing(boolean completed, Chance chance) {
        return chance.oneOf(completed ? COMPLETED : ENDED);
    }

    static String childsView(Chance chance) {
        return chance.percent(60) ? chance.oneOf(VIEWS) : null;
    }

    static String whyRisk(Chance chance) {
        return chance.percent(50) ? chance.oneOf(RISK) : null;
    }

    static String whyPlan(String step, Chance chance) {
        return step.equals("twice a year")
            ? "The work has ended in all but name. We see each other twice a year because we promised to."
            : chance.oneOf(LONG_STEPS);
    }

    // ---- supervision sessions

    static final List<String> REASONS = List.of(
        "We have not talked about this case for a while.",
        "The assessment is nearly finished.",
        "Things have changed at home.",
        "Asked for by the practitioner.",
        "A decision from last time is due.",
        "School and social care see it differently.");

    static final List<String> HEARD = List.of(
        "They laugh more, and ask when we meet next. They still look at the door when the phone buzzes.",
        "They say little with words. The drawings have become bigger and have people in them.",
        "They told us they are fed up with being asked the same thing by everyone.",
        "They turned up in the rain and stayed the whole hour. That says a lot.",
        "Quiet this month. They keep the hood up and still choose to sit beside us.",
        "They want to talk about college, not about what brought us here. We follow.");

    static final Map<String, List<String>> CHANGES = Map.of(
        "better", List.of("Two meetings in a row were kept.", "Mum came to the door and talked, for the first time.", "Back at school four days a week."),
        "same", List.of("Nothing dramatic: held steady, which took work.", "The same questions, asked a little more calmly.", "Quiet, and still here."),
        "worse", List.of("More late evenings, and less sleep.", "The friend they trusted has moved away.", "Home is louder than it was."),
        "mixed", List.of("A new placement, a new school and the same questions.", "School is better, the evenings are not.", "They talk more and sleep less."));

    static final List<String> HYPOTHESES = List.of(
        "They are testing whether we stay when it is boring.",
        "They manage well while the week has a shape; holidays are the hard part.",
        "They say yes to us as they say yes to everybody. We are not there yet.",
        "Being seen with us costs them something at school.",
        "They are protecting somebody by not talking.");

    static final List<String> OTHERS = List.of(
        "It may simply be too early in the day for them.",
        "It may be about us: the last worker left without a goodbye.",
        "It may be that home is calmer than we think and we look for what is not there.",
        "It may be that something happened that they cannot say yet.");

    static final List<String> KNOW = List.of(
        "Attendance at school is up to four days. They stay at their gran's at weekends.",
        "They were seen five times since last session, twice together with the school nurse.",
        "They have a phone of their own and pay for it themselves.",
        "Social care has a plan and a meeting every six weeks.");

    static final List<String> INFER = List.of(
        "They feel safest in places where nobody asks questions.",
        "Somebody older is giving advice; the words are not theirs.",
        "They want this to work and are not sure that we do.",
        "The new friendships are about company more than anything else.");

    static final List<String> DO_NOT_KNOW = List.of(
        "Where the evenings are spent when nobody is at home.",
        "Who is on the other end of the messages.",
        "What they would choose if they believed there was a choice.",
        "How much their carer knows.");

    static final List<String> DECISIONS = List.of(
        "Go on meeting weekly, outdoors and with something to do.",
        "Ask school for a named person and a quiet room.",
        "Write to social care and ask for a joint meeting.",
        "Finish the assessment with what we have and say what we do not know.",
        "Offer the young person a different worker for a while, and ask them first.",
        "Bring the case to the consultation group.");

    static final List<String> WHYS = List.of(
        "It is what the young person has kept so far, and changing it now would cost trust.",
        "Nobody holds the whole picture, and each of us sees a part.",
        "Waiting has not made it clearer.",
        "They asked for it.");

    static final List<String> ACTIONS = List.of(
        "Send the summary to school after reading it with the young person",
        "Ask about the next trauma course",
        "Book the consultation and send two questions beforehand",
        "Find out who holds the budget for travel",
        "Take two afternoons back for late meetings",
        "Draft the closing letter together",
        "Ring the housing officer and keep a note of the answer",
        "Invite the school nurse to the next review");

    static final List<String> ACCOUNTABILITY = List.of(
        "Went through the caseload line by line. Two plans need a date, the rest is in hand.",
        "Looked at what was promised last time: done, apart from one letter.",
        "Talked about what \"seen\" means when the meeting lasts ten minutes in a car park.");

    static final List<String> DEVELOPMENT = List.of(
        "Wants to learn more about work with boys and young men. Will shadow a colleague.",
        "Tried scaling questions with two young people; one liked it, one laughed. Both fine.",
        "Read the chapter on endings. Noticed how often we rush them.");

    static final List<String> SUPPORT = List.of(
        "A heavy month. Named what was carried home, and what helped: walking, and the team's kitchen.",
        "Talked about sleep, and about a week's leave that is actually going to be taken.",
        "Some weeks are lighter. It was good to say so.");

    static final List<String> MEDIATION = List.of(
        "The recording system doubles the evening. Will take the example upwards.",
        "Rooms: three of us, one room on Thursdays. Raised at the managers' meeting.",
        "Another service has asked us to hold what is theirs. We will say so together.");
}
