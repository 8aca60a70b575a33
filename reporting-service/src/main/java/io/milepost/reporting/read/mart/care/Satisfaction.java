package io.milepost.reporting.read.mart.care;

import static io.milepost.reporting.inbound.delivery.CareFacts.ASSIGNED;
import static io.milepost.reporting.inbound.delivery.CareFacts.CASE_CONFIRMED;
import static io.milepost.reporting.inbound.delivery.CareFacts.CASE_OPENED;
import static io.milepost.reporting.inbound.delivery.CareFacts.DONE;
import static io.milepost.reporting.inbound.delivery.CareFacts.SCHEDULED;
import static io.milepost.reporting.inbound.delivery.CareFacts.SETTLED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.delivery.CareFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Periods;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How satisfied a customer was with a visit, a service case or a whole project; one that was asked nothing says nothing.
 *
 * @param owner of the visit or case; null of a project
 * @param answers in their order: a case that was reopened is answered again
 */
record Satisfaction(Occasion occasion, @Nullable String owner, List<Score> answers, LocalDate day) {
    private static final int LOW = 2;

    Satisfaction {
        answers = List.copyOf(answers);
    }

    /** On which it was asked. */
    enum Occasion {
        VISIT,
        SERVICE_CASE,
        SETTLEMENT
    }

    /** From 1 to 5. */
    record Score(int points, @Nullable UUID contract, LocalDate on) {}

    /** One answer as it counts. */
    record Row(Occasion occasion, @Nullable String owner, Score score) {

        boolean known() {
            return true;
        }

        boolean low() {
            return score.points() <= LOW;
        }

        long points() {
            return score.points();
        }

        LocalDate on() {
            return score.on();
        }

        @Nullable
        String contractId() {
            UUID contract = score.contract();
            return contract == null ? null : contract.toString();
        }

        @Nullable
        String forMonth() {
            return Periods.month(score.on());
        }

        @Nullable
        String forQuarter() {
            return Periods.quarter(score.on());
        }

        @Nullable
        String forYear() {
            return Periods.year(score.on());
        }
    }

    Map<String, Row> rows() {
        var rows = new LinkedHashMap<String, Row>();
        for (int at = 0; at < answers.size(); at++) {
            rows.put(String.valueOf(at + 1), new Row(occasion, owner, answers.get(at)));
        }
        return rows;
    }

    private Satisfaction with(CareFacts.Answered answer) {
        LocalDate on = answer.on();
        var more = new ArrayList<>(answers);
        if (answer.satisfaction() != null) {
            more.add(new Score(answer.satisfaction(), answer.contractId(), on));
        }
        return new Satisfaction(occasion, owner, more, on.isBefore(day) ? day : on);
    }

    /** Events of visits, cases and settlements to satisfaction. */
    record Folding(ZoneId zone) implements Fold<Satisfaction> {
        @Override
        public String source() {
            return CareFacts.SOURCE;
        }

        @Override
        public Class<Satisfaction> view() {
            return Satisfaction.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(SCHEDULED, ASSIGNED, CASE_OPENED, DONE, CASE_CONFIRMED, SETTLED);
        }

        @Override
        public LocalDate day(Satisfaction view) {
            return view.day();
        }

        @Override
        public Satisfaction apply(@Nullable Satisfaction before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            return switch (event.type()) {
                case SCHEDULED ->
                    new Satisfaction(
                            Occasion.VISIT, event.as(CareFacts.Scheduled.class).owner(), List.of(), day);
                case ASSIGNED -> {
                    var owner = event.as(CareFacts.Assigned.class).owner();
                    var known = before == null ? List.<Score>of() : before.answers();
                    yield new Satisfaction(Occasion.VISIT, owner, known, day);
                }
                case CASE_OPENED ->
                    new Satisfaction(
                            Occasion.SERVICE_CASE,
                            event.as(CareFacts.CaseOpened.class).owner(),
                            List.of(),
                            day);
                default -> {
                    var known = before == null ? new Satisfaction(Occasion.SETTLEMENT, null, List.of(), day) : before;
                    yield known.with(event.as(CareFacts.Answered.class));
                }
            };
        }
    }
}
