package io.milepost.suite.year;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How satisfied customers are with visits, cases and whole projects, from what is said of those. */
final class Answers {
    private static final int LOW = 2;

    private Answers() {}

    private record Answer(int points, LocalDate on) {}

    private record Asked(String occasion, @Nullable String owner, List<Answer> answers) {}

    static List<Line> lines(List<Fact> facts) {
        var all = new Chronicle<Asked>();
        for (var fact : facts) {
            var before = all.state(fact.subject());
            switch (fact.name()) {
                case "care-visit.scheduled" ->
                    all.becomes(fact.subject(), fact.day(), new Asked("VISIT", fact.said("owner"), List.of()));
                case "care-visit.assigned" ->
                    all.becomes(
                            fact.subject(),
                            fact.day(),
                            new Asked("VISIT", fact.said("owner"), before == null ? List.of() : before.answers));
                case "service-case.opened" ->
                    all.becomes(fact.subject(), fact.day(), new Asked("SERVICE_CASE", fact.said("owner"), List.of()));
                case "care-visit.done", "service-case.confirmed", "settlement.confirmed" -> {
                    var asked = before == null ? new Asked("SETTLEMENT", null, List.of()) : before;
                    var answers = new ArrayList<>(asked.answers);
                    if (fact.text("satisfaction") != null) {
                        answers.add(new Answer(fact.number("satisfaction"), fact.stated("on")));
                    }
                    all.becomes(fact.subject(), fact.stated("on"), new Asked(asked.occasion, asked.owner, answers));
                }
                default -> {}
            }
        }
        return all.lines(asked ->
                asked.answers.stream().map(answer -> row(asked, answer)).toList());
    }

    private static Row row(Asked asked, Answer answer) {
        return new Row()
                .told("owner", asked.owner)
                .told("occasion", asked.occasion)
                .toldPeriods(answer.on())
                .counts("answers", true)
                .adds("points", BigDecimal.valueOf(answer.points()), true, null)
                .counts("dissatisfied", answer.points() <= LOW);
    }
}
