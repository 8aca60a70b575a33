package io.milepost.cli.demo;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A pursuit that was under way before the suite knew of it: what happened until its kickoff is imported under the days on which it did,
 * and the weekly report that nobody wrote since then is missed.
 */
final class TakenOverPursuit {
    private static final Map<String, Object> NOTHING = Map.of();

    /** Friday, Saturday, Sunday, and the Monday with whose end a report is missed. */
    private static final int DAYS_UNTIL_MISSED = 4;

    private final Services at;
    private final Narrator tell;
    private final LocalDate due;
    private final Instant kickoff;
    private final String name =
            "Ferry port of Aster " + UUID.randomUUID().toString().substring(0, 8);

    TakenOverPursuit(Services at, Narrator tell, LocalDate today) {
        this.at = at;
        this.tell = tell;
        // The last report that must have come by now, and the only one since the kickoff.
        this.due = today.minusDays(DAYS_UNTIL_MISSED).with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
        this.kickoff = due.minusDays(1).atTime(9, 0).toInstant(ZoneOffset.UTC);
    }

    void tell() {
        tell.chapter("A pursuit that was under way is taken over, with a report that nobody wrote (R-175)");
        var account = UUID.randomUUID();
        var deal = UUID.fromString(tell.imported(
                        "an opportunity of before",
                        of("opportunities"),
                        Map.of(
                                "name",
                                name,
                                "accountId",
                                account,
                                "owner",
                                Pursuit.ACCOUNT,
                                "expectedValue",
                                Offer.VALUE,
                                "template",
                                "strategic"),
                        kickoff)
                .required("id")
                .asString());
        tell.imported("it was validated", of("opportunities", deal, "qualify"), NOTHING, kickoff);
        tell.followed(
                "its sales project",
                "SALES_REP",
                Services.of(at.opportunity(), "sales-projects", deal),
                view -> view.has("status"));
        prepared(deal);
        tell.imported("it was submitted", project(deal, "submit-for-ati"), NOTHING, kickoff);
        tell.imported(
                "the board had approved it",
                project(deal, "decide-ati"),
                Map.of("decision", "APPROVED", "reason", "worth it"),
                kickoff);
        tell.imported("its team", project(deal, "appoint-team"), Map.of("members", Pursuit.team()), kickoff);
        tell.imported(
                "its kickoff",
                project(deal, "hold-kickoff"),
                Map.of("attendees", List.of(Pursuit.DIRECTOR, Pursuit.ACCOUNT), "minutes", "goals and dates agreed"),
                kickoff);
        reported(deal);
    }

    private void prepared(UUID deal) {
        tell.imported(
                "its charter",
                project(deal, "draft-charter"),
                Map.of(
                        "name", name,
                        "salesGoal", "24 cranes this year",
                        "scope", "all four quays",
                        "expectedOutcome", "a reference in ferries"),
                kickoff);
        tell.imported(
                "the sponsor had approved it",
                project(deal, "approve-charter"),
                Map.of("documentId", Charter.inEffect(at, tell, deal, name)),
                kickoff);
        tell.imported(
                "it had been found feasible",
                project(deal, "assess-feasibility"),
                Pursuit.feasibility("8000 EUR for travel"),
                kickoff);
        tell.imported(
                "a team had been drafted",
                project(deal, "draft-appointment"),
                Map.of("members", Pursuit.team()),
                kickoff);
        tell.create("a risk of it", "SALES_REP", of("risks"), Pursuit.winter(deal, LocalDate.now(ZoneOffset.UTC)));
        tell.imported("it had been prepared", project(deal, "complete-preparation"), NOTHING, kickoff);
    }

    private void reported(UUID deal) {
        var owed = tell.followed(
                "the report of %s was due, and is missed".formatted(due),
                "SALES_REP",
                Services.of(at.opportunity(), "weekly-reportings", deal),
                view -> view.path("reports")
                        .valueStream()
                        .anyMatch(report -> report.path("dueOn").asString().equals(due.toString())
                                && report.path("missed").asBoolean()));
        tell.accepted(
                "the director writes the next one in time",
                "SALES_REP as " + Pursuit.DIRECTOR,
                of("weekly-reportings", deal, "submit-report"),
                Map.of("week", next(owed), "progress", "the port has measured its quays"));
    }

    /** The one that is due and open, or else the next. */
    private static String next(JsonNode reporting) {
        return reporting
                .path("reports")
                .valueStream()
                .filter(report -> !report.path("missed").asBoolean())
                .map(report -> report.path("dueOn").asString())
                .findFirst()
                .orElseGet(() -> reporting.required("nextDueOn").asString());
    }

    private URI project(UUID deal, String verb) {
        return of("sales-projects", deal, verb);
    }

    private URI of(String plural) {
        return Services.of(at.opportunity(), plural);
    }

    private URI of(String plural, UUID id, String verb) {
        return Services.of(at.opportunity(), plural, id, verb);
    }
}
