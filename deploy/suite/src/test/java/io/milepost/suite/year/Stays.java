package io.milepost.suite.year;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long deals stay in their stages. */
final class Stays {
    private Stays() {}

    /**
     * One stay.
     *
     * @param succeeded when the stage did
     * @param probability that its success gave
     * @param until when it ended
     */
    record Stay(
            int stage,
            LocalDate since,
            boolean entered,
            @Nullable LocalDate succeeded,
            @Nullable Integer probability,
            @Nullable LocalDate until) {}

    /** What a fact makes of the stays. */
    static void go(Deal before, Deal deal, Fact fact, String what, LocalDate on) {
        var stays = new ArrayList<>(before.stays);
        boolean moved = before.proven() != deal.proven();
        if (before.open() && (moved || !deal.open()) && !stays.isEmpty()) {
            var last = stays.removeLast();
            stays.add(
                    last.until() == null
                            ? new Stay(
                                    last.stage(),
                                    last.since(),
                                    last.entered(),
                                    last.succeeded(),
                                    last.probability(),
                                    on)
                            : last);
        }
        boolean again = deal.open() && !before.open();
        if ((moved || again) && deal.proven() > 0) {
            stays.add(new Stay(deal.proven(), on, deal.entered, null, null, null));
        }
        boolean signed = what.equals("won") && before.atTheEnd();
        if (!stays.isEmpty() && (signed || (what.equals("stage-succeeded") && !before.atTheEnd()))) {
            var last = stays.removeLast();
            stays.add(new Stay(last.stage(), last.since(), last.entered(), on, last.probability(), last.until()));
        }
        if (what.equals("win-probability-changed") && !stays.isEmpty()) {
            var last = stays.getLast();
            if (last.succeeded() != null && last.probability() == null) {
                stays.removeLast();
                stays.add(new Stay(
                        last.stage(), last.since(), last.entered(), last.succeeded(), deal.probability, last.until()));
            }
        }
        boolean stands = before.stage == deal.stage && before.entered == deal.entered && !again;
        deal.standsSince = stands ? before.standsSince : on;
        deal.stays = List.copyOf(stays);
    }

    static List<Row> rows(Deal deal) {
        var rows = new ArrayList<Row>();
        int furthest = deal.stays.stream()
                .filter(Stay::entered)
                .mapToInt(Stay::stage)
                .max()
                .orElse(0);
        int reached = deal.is("WON") ? deal.stages : furthest;
        var seen = new HashSet<Integer>();
        var proven = new HashSet<Integer>();
        for (var stay : deal.stays) {
            boolean first = seen.add(stay.stage());
            boolean anew = stay.entered() && !proven.add(stay.stage());
            rows.add(row(deal, stay, first && stay.stage() <= reached, anew));
        }
        for (int stage = 1; stage <= reached; stage++) {
            if (!seen.contains(stage)) {
                rows.add(told(deal, stage).counts("reached", true).counts("skipped", deal.is("WON")));
            }
        }
        return rows;
    }

    private static Row told(Deal deal, int stage) {
        return new Row()
                .about(deal.id)
                .told("owner", deal.owner)
                .told("product", deal.product)
                .told("stage", stage);
    }

    private static Row row(Deal deal, Stay stay, boolean reached, boolean anew) {
        boolean everEntered = deal.stays.stream().anyMatch(other -> other.entered() && other.stage() == stay.stage());
        var since = stay.since();
        boolean stands = stay.until() == null;
        boolean judged = stay.probability() != null && (deal.is("WON") || deal.is("LOST"));
        return told(deal, stay.stage())
                .counts("reached", reached)
                .counts("skipped", reached && deal.is("WON") && !everEntered)
                .happens("entered", stay.entered(), since)
                .happens("re_entered", anew, since)
                .happens("succeeded", stay.entered() && stay.succeeded() != null, since)
                .counts("standing", stands)
                .lasts("ageing", stands ? since : null, null)
                .happens("left_stage", !stands, stay.until())
                .lasts("days_in_stage", since, stay.until())
                .happens("forecasts", judged, stay.succeeded())
                .addsOn(
                        "expected_wins",
                        stay.probability() == null ? null : BigDecimal.valueOf(stay.probability(), 2),
                        judged,
                        stay.succeeded())
                .happens("actual_wins", judged && deal.is("WON"), stay.succeeded());
    }
}
