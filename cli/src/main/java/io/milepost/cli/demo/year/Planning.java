package io.milepost.cli.demo.year;

import static io.milepost.cli.demo.year.Service.LEAD;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The strategy, and what everybody is to reach by it in the first half of a year to come, shared out by the director. */
record Planning(Company company) {
    /** So many years later, so that whatever is approved in the year is approved in time. */
    private static final int AHEAD = 5;

    private static final int MOST_SELLERS = 40;

    /** What is to be reached, and what it is measured in. */
    private enum Goal {
        REVENUE("REVENUE", "EUR"),
        REVENUE_ABROAD("REVENUE", "USD"),
        COLLECTIONS("COLLECTIONS", "EUR"),
        QUANTITY("QUANTITY", null);

        private final String metric;
        private final @Nullable String currency;

        Goal(String metric, @Nullable String currency) {
            this.metric = metric;
            this.currency = currency;
        }

        private Map<String, Object> figure(BigDecimal amount) {
            return currency == null
                    ? Map.of("value", amount.divideToIntegralValue(BigDecimal.valueOf(1_000)), "unit", "crane")
                    : Map.of("amount", Company.money(amount, currency));
        }
    }

    List<Story> strategy() {
        return List.of(company.story("strategy")
                .on(company.first())
                .was(
                        LEAD,
                        "DraftSalesStrategy",
                        company.id("strategy", ""),
                        Body.of(
                                "title",
                                "Strategy " + company.mark(),
                                "content",
                                Map.of(
                                        "positioning",
                                        "the crane that is steered from shore",
                                        "pricing",
                                        "list price, service for two years included",
                                        "channels",
                                        List.of("fairs", "visits"),
                                        "promotion",
                                        "open days at the quay")))
                .was(LEAD, "AdoptSalesStrategy", company.id("strategy", ""), Body.of("version", 1)));
    }

    /** Those of the company, each with everybody's part. */
    List<Story> wholes() {
        var stories = new ArrayList<Story>();
        for (var goal : Goal.values()) {
            var parts = new ArrayList<Map<String, Object>>();
            parts.add(Map.of(
                    "level",
                    "DEPARTMENT",
                    "team",
                    company.team(0),
                    "accountable",
                    company.member(0),
                    "figure",
                    goal.figure(amount(goal, 0))));
            var all = amount(goal, 0);
            for (int seller : sellers()) {
                parts.add(Map.of(
                        "level",
                        "SELLER",
                        "accountable",
                        company.member(seller),
                        "figure",
                        goal.figure(amount(goal, seller))));
                all = all.add(amount(goal, seller));
            }
            var id = whole(goal);
            stories.add(approved(
                            company.story("target " + goal),
                            company.first().plusDays(182),
                            id,
                            task("COMPANY", null, company.member(0), goal, all, null))
                    .was(LEAD, "CascadeSalesTarget", id, Body.of("parts", parts)));
        }
        return stories;
    }

    /** Of the department, and of each seller; some are not approved, or closed again. */
    List<Story> parts() {
        var stories = new ArrayList<Story>();
        for (var goal : Goal.values()) {
            var day = company.first().plusDays(190);
            stories.add(approved(
                    company.story("target of the department, " + goal),
                    day,
                    company.id("target of the department", goal),
                    task("DEPARTMENT", company.team(0), company.member(0), goal, amount(goal, 0), whole(goal))));
            for (int seller : sellers()) {
                stories.add(ofSeller(goal, seller));
            }
        }
        return stories;
    }

    private Story ofSeller(Goal goal, int seller) {
        var draws = company.draws("target " + goal, seller);
        var id = company.id("target " + goal, seller);
        var day = company.day(draws, 195, 340);
        var story = company.story("target %s of %d".formatted(goal, seller));
        var task = task("SELLER", null, company.member(seller), goal, amount(goal, seller), whole(goal));
        return switch (Company.kind(draws, seller, 4)) {
            case 0 -> story.on(day).was(LEAD, "DraftSalesTarget", id, Body.of("task", task));
            case 1 ->
                approved(story, day, id, task)
                        .on(day.plusDays(12))
                        .was(LEAD, "CloseSalesTarget", id, Body.of("reason", "sells something else"));
            default -> approved(story, day, id, task);
        };
    }

    private static Story approved(Story story, LocalDate day, UUID id, Body task) {
        return story.on(day)
                .was(LEAD, "DraftSalesTarget", id, Body.of("task", task))
                .was(LEAD, "SubmitSalesTarget", id, Body.NOTHING)
                .on(day.plusDays(3))
                .was(LEAD, "ApproveSalesTarget", id, Body.NOTHING);
    }

    private List<Integer> sellers() {
        return company.numbers(Math.min(MOST_SELLERS, Math.max(4, company.people() / 2)));
    }

    private UUID whole(Goal goal) {
        return company.id("target of the company", goal);
    }

    private BigDecimal amount(Goal goal, int whose) {
        return Company.amount(new Random(company.draws("goal " + goal, whose).nextLong()));
    }

    private Body task(
            String level,
            @Nullable String team,
            String accountable,
            Goal goal,
            BigDecimal amount,
            @Nullable UUID parent) {
        var begins = company.first().plusYears(AHEAD);
        return Body.of(
                "level",
                level,
                "team",
                team,
                "accountable",
                accountable,
                "metric",
                goal.metric,
                "figure",
                goal.figure(amount),
                "from",
                begins,
                "to",
                begins.plusMonths(6).minusDays(1),
                "parentId",
                parent,
                "strategyId",
                parent == null ? company.id("strategy", "") : null);
    }
}
