package io.milepost.cli.demo;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How the deal is to be won, who does what by when, what may be spent, and what is watched meanwhile. */
final class PursuitPlans {
    private static final String REP = "SALES_REP";
    private static final Map<String, Object> NOTHING = Map.of();

    private final Services at;
    private final Narrator tell;
    private final UUID deal;
    private final LocalDate today;

    PursuitPlans(Services at, Narrator tell, UUID deal, LocalDate today) {
        this.at = at;
        this.tell = tell;
        this.deal = deal;
        this.today = today;
    }

    void tell() {
        strategy();
        schedule();
        money();
        risks();
        reports();
    }

    private void strategy() {
        tell.chapter("Four elements make a strategy");
        var strategy =
                tell.create("the strategy is begun", REP, of("project-strategies"), Map.of("salesProjectId", deal));
        var analyse = of("project-strategies", strategy, "analyse-element");
        var set = of("project-strategies", strategy, "set-element-strategy");
        var elements = List.of(
                List.of("CUSTOMER_RELATIONSHIP", "the harbour master decides", "she trusts us", "one visit a month"),
                List.of("SOLUTION", "wind stops other cranes", "ours work at force seven", "show it on the test quay"),
                List.of(
                        "COMMERCE_AND_FINANCING",
                        "they lease all they have",
                        "a price below 5000",
                        "three banks are asked"));
        for (var element : elements) {
            tell.accepted(
                    "analysed: " + element.get(0),
                    REP,
                    analyse,
                    Map.of("element", element.get(0), "analysis", element.get(1)));
            tell.accepted(
                    "goal and strategy: " + element.get(0),
                    REP,
                    set,
                    Map.of("element", element.get(0), "goal", element.get(2), "strategy", element.get(3)));
        }
        tell.refused(
                "without the fourth nothing can be tracked",
                REP,
                of("project-strategies", strategy, "track-element"),
                Map.of("element", "SOLUTION", "progress", "ON_TRACK", "finding", "the test quay is free"),
                "STRATEGY_INCOMPLETE");
        tell.accepted(
                "analysed: DELIVERY",
                REP,
                analyse,
                Map.of("element", "DELIVERY", "analysis", "the quays must stay open"));
        tell.accepted(
                "goal and strategy: DELIVERY, and with it all four",
                REP,
                set,
                Map.of("element", "DELIVERY", "goal", "one quay at a time", "strategy", "work at night"));
    }

    private void schedule() {
        tell.chapter("Who does what by when");
        var plan = tell.create(
                "a plan is drafted",
                REP,
                of("project-plans"),
                Map.of(
                        "salesProjectId",
                        deal,
                        "schedule",
                        Map.of(
                                "startOn",
                                today,
                                "holidays",
                                List.of(),
                                "packages",
                                List.of(
                                        work("A", "the quays are measured", 5, Pursuit.SOLUTION),
                                        work("B", "the bank is asked", 3, Pursuit.ACCOUNT),
                                        work("C", "the crane is drawn", 8, Pursuit.SOLUTION, "A"),
                                        work("D", "the offer is written", 2, Pursuit.ACCOUNT, "B", "C"),
                                        work("M", "the offer is out", 0, Pursuit.DIRECTOR, "D")))));
        tell.followed(
                "its critical path is known",
                REP,
                Services.of(at.opportunity(), "project-plans", plan),
                view -> view.path("criticalPath").toString().equals("[\"A\",\"C\",\"D\",\"M\"]"));
        tell.accepted("the director agrees it", director(), of("project-plans", plan, "baseline-plan"), NOTHING);
        tell.followed(
                "the sales project is monitored",
                REP,
                Services.of(at.opportunity(), "sales-projects", deal),
                view -> view.path("status").asString("").equals("MONITORING"));
        tell.accepted(
                "the quays are being measured",
                REP,
                of("project-plans", plan, "start-task"),
                Map.of("code", "A", "startedOn", today));
        var management = tell.create(
                "how the project is run is planned", REP, of("management-plans"), Map.of("salesProjectId", deal));
        tell.accepted(
                "how its risks are managed",
                director(),
                of("management-plans", management, "plan-risk-management"),
                Map.of(
                        "approach",
                        Map.of(
                                "finding", "in each weekly meeting",
                                "rating", "high is more than a week",
                                "escalation", "high ones to the sponsor",
                                "reviewDays", 14,
                                "responsible", Pursuit.QUALITY)));
    }

    private void money() {
        var budget = tell.create(
                "a budget is released",
                "SALES_MANAGER",
                of("project-budgets"),
                Map.of(
                        "salesProjectId",
                        deal,
                        "lines",
                        List.of(Map.of("category", "TRAVEL", "amount", euros("8000.00")))));
        var record = of("project-budgets", budget, "record-expense");
        tell.accepted("a journey is booked", REP, record, expense("T-1", "1200.00"));
        tell.refused("more than is left cannot be spent", REP, record, expense("T-2", "7000.00"), "BUDGET_EXCEEDED");
    }

    private void risks() {
        tell.chapter("What is watched");
        var risk = tell.create(
                "another risk has an owner from the start",
                REP,
                of("risks"),
                Map.of(
                        "salesProjectId",
                        deal,
                        "element",
                        "SOLUTION",
                        "statement",
                        "the harbour changes the height of its quays",
                        "rating",
                        Map.of("likelihood", "LOW", "impact", "HIGH"),
                        "response",
                        Map.of("strategy", "REDUCE", "measure", "legs that can be lengthened"),
                        "owner",
                        Pursuit.SOLUTION,
                        "reviewOn",
                        today.plusDays(14)));
        tell.refused(
                "nobody can own it who is not of the team",
                director(),
                of("risks", risk, "assign-risk-owner"),
                Map.of("owner", "A Stranger"),
                "OWNER_NOT_IN_TEAM");
        tell.accepted(
                "it has happened",
                "SALES_REP as " + Pursuit.SOLUTION,
                of("risks", risk, "mark-risk-occurred"),
                Map.of("occurredOn", today, "consequence", "half a metre more"));
    }

    private void reports() {
        var reporting = tell.followed(
                "weekly reports are owed",
                REP,
                Services.of(at.opportunity(), "weekly-reportings", deal),
                view -> view.has("nextDueOn"));
        var week = LocalDate.parse(reporting.required("nextDueOn").asString());
        var submit = of("weekly-reportings", deal, "submit-report");
        tell.refused(
                "nothing is owed for the week before",
                director(),
                submit,
                Map.of("week", week.minusWeeks(1), "progress", "too early"),
                "REPORT_NOT_OWED");
        tell.accepted(
                "the director reports before the day",
                director(),
                submit,
                Map.of("week", week, "progress", "the quays are measured", "changes", "half a metre more"));
        tell.accepted(
                "the report is sent round",
                director(),
                of("weekly-reportings", deal, "circulate-report"),
                Map.of("week", week, "to", List.of(Pursuit.ACCOUNT, Pursuit.QUALITY)));
    }

    private Map<String, Object> expense(String receipt, String amount) {
        return Map.of(
                "category",
                "TRAVEL",
                "amount",
                euros(amount),
                "incurredOn",
                today,
                "receipt",
                receipt,
                "purpose",
                "to the harbour");
    }

    private static Map<String, Object> work(String code, String name, int days, String assignee, String... after) {
        return Map.of(
                "code", code,
                "name", name,
                "phase", "offer",
                "days", days,
                "assignee", assignee,
                "after", List.of(after));
    }

    static Map<String, String> euros(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    private static String director() {
        return "SALES_REP as " + Pursuit.DIRECTOR;
    }

    private URI of(String plural) {
        return Services.of(at.opportunity(), plural);
    }

    private URI of(String plural, UUID id, String verb) {
        return Services.of(at.opportunity(), plural, id, verb);
    }
}
