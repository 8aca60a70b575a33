package io.milepost.opportunities.year;

import static io.milepost.opportunities.risk.RiskCatalogue.RISK;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.WEEKLY_REPORTING;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.projectbudget.ProjectBudget.*;
import io.milepost.opportunities.risk.Risk;
import io.milepost.opportunities.risk.Risk.*;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.AtiDecision;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamMember;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.opportunities.salesproject.SalesProjectView;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.SubmitReport;
import io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue;
import io.milepost.platform.value.Money;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** What people do with the sales projects of strategic deals, rightly and wrongly. */
final class PlayedProjects {
    /** Sends as somebody, and says whether it was accepted. */
    interface Sending {
        boolean send(String who, UUID id, Record command);
    }

    private static final Rating LIKELY = new Rating(Likelihood.HIGH, Impact.MEDIUM);

    private final Played service;
    private final Random random;
    private final Sending people;
    private final Map<UUID, UUID> budgets = new HashMap<>();

    PlayedProjects(Played service, Random random, Sending people) {
        this.service = service;
        this.random = random;
        this.people = people;
    }

    void act(UUID project) {
        var state = service.state(SALES_PROJECT, project);
        if (state.isEmpty()) {
            return;
        }
        var view = (SalesProjectView) SALES_PROJECT.view().apply(state.get());
        switch (view.status()) {
            case "PREPARING", "RETURNED" -> prepare(project);
            case "PREPARED" -> send("author", project, new SubmitForAti());
            case "UNDER_ATI" -> decide(project);
            case "AUTHORIZED" -> launch(project);
            default -> {
                for (int things = 0; things < 3; things++) {
                    run(project);
                }
            }
        }
    }

    private void prepare(UUID project) {
        switch (random.nextInt(6)) {
            case 0 ->
                send(
                        "kim",
                        project,
                        new DraftCharter("Plant", "ten presses", null, null, null, "Europe", "a reference"));
            case 1 -> send("ann", project, new ApproveCharter(new UUID(6, 6), null));
            case 2 ->
                send("kim", project, new AssessFeasibility("we can", "we must", "five of us", "a hall", "20000 USD"));
            case 3 -> send("kim", project, new DraftAppointment(team()));
            case 4 -> identify(project);
            default -> {
                for (var step : List.of(
                        new DraftCharter("Plant", "ten presses", null, null, null, "Europe", "a reference"),
                        new ApproveCharter(new UUID(6, 6), null),
                        new AssessFeasibility("we can", "we must", "five of us", "a hall", "20000 USD"),
                        new CompletePreparation())) {
                    send("kim", project, step);
                }
            }
        }
    }

    private void decide(UUID project) {
        send(
                random.nextInt(5) == 0 ? "author" : "board",
                project,
                switch (random.nextInt(5)) {
                    case 0 -> new DecideAti(AtiDecision.RETURNED, "no numbers", null, null, null);
                    case 1 -> new DecideAti(AtiDecision.REJECTED, "too small", null, EndCause.STRATEGY, "ask earlier");
                    default -> new DecideAti(AtiDecision.APPROVED, "worth it", null, null, null);
                });
    }

    private void launch(UUID project) {
        switch (random.nextInt(5)) {
            case 0, 1 -> send("kim", project, new AppointTeam(team()));
            case 2 -> send("kim", project, new CallKickoff(service.today().plusDays(random.nextInt(5)), null, null));
            case 3 -> identify(project);
            default -> send("kim", project, new HoldKickoff(null, List.of("kim"), "file 9"));
        }
    }

    private void run(UUID project) {
        switch (random.nextInt(10)) {
            case 0 -> identify(project);
            case 1, 2 -> risk(project);
            case 3 ->
                send(
                        "kim",
                        project,
                        random.nextInt(6) == 0
                                ? new TerminateSalesProject("no people", EndCause.CAPACITY, "ask earlier")
                                : new AppointTeam(team()));
            case 4, 5, 6 -> spend(project);
            default -> report(project);
        }
    }

    private void identify(UUID project) {
        var response = new Response(Strategy.REDUCE, "a second supplier");
        var owner = List.of("kim", "lee", "sam", "ghost").get(random.nextInt(4));
        send(
                "kim",
                new UUID(4, service.log().size()),
                new IdentifyRisk(
                        project,
                        null,
                        "the steel comes late",
                        null,
                        LIKELY,
                        response,
                        owner,
                        service.today().plusDays(random.nextInt(40))));
    }

    private void risk(UUID project) {
        var risks = service.all(RISK).entrySet().stream()
                .filter(risk ->
                        ((Risk) risk.getValue()).identified().salesProjectId().equals(project))
                .map(Map.Entry::getKey)
                .toList();
        if (risks.isEmpty()) {
            return;
        }
        send(
                "kim",
                risks.get(random.nextInt(risks.size())),
                switch (random.nextInt(4)) {
                    case 0 ->
                        new AssignRiskOwner(
                                List.of("kim", "lee", "ray", "ghost").get(random.nextInt(4)));
                    case 1 -> new CloseRisk("settled");
                    case 2 -> new MarkRiskOccurred(service.today(), "two weeks lost");
                    default ->
                        new ReviewRisk(LIKELY, "as before", service.today().plusDays(random.nextInt(30)));
                });
    }

    private void spend(UUID project) {
        var budget = budgets.get(project);
        if (budget == null) {
            var id = new UUID(5, service.log().size());
            if (send("kim", id, new ReleaseBudget(project, lines("1000.00")))) {
                budgets.put(project, id);
            }
            return;
        }
        var receipt = "T-" + random.nextInt(8);
        send(
                "kim",
                budget,
                switch (random.nextInt(6)) {
                    case 0 -> new ReverseExpense(receipt, "typing error");
                    case 1 -> new ReviseBudget(lines(String.valueOf(200 + random.nextInt(2000))), "more to do");
                    default ->
                        new RecordExpense(
                                random.nextBoolean() ? Category.TRAVEL : Category.BIDDING,
                                Money.ofMinor(1 + random.nextInt(60_000), Currency.getInstance("USD")),
                                service.today(),
                                receipt,
                                "a flight");
                });
    }

    private static List<Line> lines(String amount) {
        return List.of(
                new Line(Category.TRAVEL, Money.of(amount, "USD")),
                new Line(Category.BIDDING, Money.of("500.00", "USD")));
    }

    private void report(UUID project) {
        service.state(WEEKLY_REPORTING, project).ifPresent(state -> {
            var view = (WeeklyReportingCatalogue.View) WEEKLY_REPORTING.view().apply(state);
            var week = view.nextDueOn() == null
                            || random.nextInt(3) == 0
                            || view.reports().isEmpty()
                    ? view.nextDueOn()
                    : view.reports().getLast().dueOn();
            if (week != null) {
                send("kim", project, new SubmitReport(week, "two presses shown", null));
            }
        });
    }

    /** The same people, but now and then another one in a role. */
    private List<TeamMember> team() {
        var names = new EnumMap<>(Map.of(
                TeamRole.PD, "kim",
                TeamRole.AR, "lee",
                TeamRole.SR, "sam",
                TeamRole.FR, "ray",
                TeamRole.QA, "uma"));
        return names.entrySet().stream()
                .map(place -> new TeamMember(
                        place.getKey(),
                        random.nextInt(6) == 0 ? "other " + place.getKey() : place.getValue(),
                        "duties"))
                .toList();
    }

    private boolean send(String who, UUID id, Record command) {
        return people.send(who, id, command);
    }
}
