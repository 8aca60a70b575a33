package io.milepost.cli.demo.year;

import static io.milepost.cli.demo.year.Service.LEAD;
import static io.milepost.cli.demo.year.Service.OPPORTUNITY;

import io.milepost.cli.demo.year.Company.Unit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is there before anybody sells: people and where they belong, customers, exchange rates, and how the business units sell. */
record Beginning(Company company) {
    /** People who have one manager, that one among them. */
    private static final int TEAM = 6;

    /** People in the order in which they name each other: a director, managers, everybody else. */
    List<List<Story>> people() {
        var director = new ArrayList<Story>();
        var managers = new ArrayList<Story>();
        var others = new ArrayList<Story>();
        for (int number : company.numbers(company.people())) {
            (number == 0 ? director : number % TEAM == 0 ? managers : others).add(member(number));
        }
        return List.of(director, managers, others);
    }

    List<Story> stories() {
        var stories = new ArrayList<Story>();
        company.numbers(company.accounts()).forEach(number -> stories.add(account(number)));
        company.numbers(12).forEach(month -> stories.add(rates(month)));
        Company.SEGMENTS.forEach(name -> stories.add(segment(name)));
        for (var unit : Unit.values()) {
            stories.add(process(unit));
        }
        return stories;
    }

    /** Every fourth moves to another team during the year, and what is said of the day comes late. */
    private Story member(int number) {
        var draws = company.draws("member", number);
        var id = company.id("member", number);
        var story = company.story("member " + number)
                .on(company.first().minusDays(30))
                .was(
                        LEAD,
                        "RegisterTeamMember",
                        id,
                        Body.of(
                                "code",
                                company.member(number),
                                "team",
                                company.team(number),
                                "region",
                                company.region(number),
                                "from",
                                company.first().minusDays(30),
                                "manager",
                                manager(number)));
        if (number % 4 == 3) {
            var from = company.day(draws, 30, 300);
            story.on(from.plusDays(20))
                    .was(
                            LEAD,
                            "MoveTeamMember",
                            id,
                            Body.of(
                                    "team",
                                    company.team(number + 1),
                                    "region",
                                    company.region(number + 1),
                                    "from",
                                    from,
                                    "manager",
                                    company.member(0)));
        }
        return story;
    }

    private @Nullable String manager(int number) {
        return number == 0 ? null : company.member(number % TEAM == 0 ? 0 : number / TEAM * TEAM);
    }

    private Story account(int number) {
        return company.story("account " + number)
                .on(company.first())
                .was(
                        LEAD,
                        "OpenAccount",
                        company.account(number),
                        Body.of(
                                "name",
                                "Customer %d %s".formatted(number, company.mark()),
                                "industry",
                                Company.any(
                                        company.draws("account", number), List.of("logistics", "energy", "towns"))));
    }

    private Story segment(String name) {
        return company.story("segment " + name)
                .on(company.first())
                .was(
                        LEAD,
                        "DefineSegment",
                        company.id("segment", name),
                        Body.of(
                                "code",
                                company.segment(name),
                                "content",
                                Map.of("name", name, "customers", "whoever needs it", "positioning", "always near")));
    }

    /** At the beginning of each month; a rate that is known already stays. */
    private Story rates(int month) {
        LocalDate on = company.first().plusMonths(month);
        var id = UUID.nameUUIDFromBytes(("demo year rate " + on).getBytes(StandardCharsets.UTF_8));
        var rate = BigDecimal.valueOf(9_000L + 37L * (month * 7 % 12), 4);
        return company.story("rate " + month)
                .on(on)
                .wasUnless(
                        LEAD,
                        "RecordExchangeRate",
                        id,
                        Body.of("from", "USD", "to", "EUR", "on", on, "rate", rate),
                        "RATE_TAKEN");
    }

    private Story process(Unit unit) {
        var name = company.process(unit);
        var id = UUID.nameUUIDFromBytes(("sales-process " + name).getBytes(StandardCharsets.UTF_8));
        var standard = UUID.nameUUIDFromBytes("sales-process STANDARD".getBytes(StandardCharsets.UTF_8));
        return company.story("process " + unit)
                .now(
                        OPPORTUNITY,
                        "SALES_MANAGER",
                        "DefineSalesProcess",
                        id,
                        Body.of("name", name, "businessUnit", unit + " " + company.mark(), "mode", unit.mode()))
                .now(
                        OPPORTUNITY,
                        "SALES_MANAGER",
                        "TailorVersion",
                        id,
                        Body.of("from", standard, "stages", stages(unit)))
                .now(OPPORTUNITY, "QA", "PublishVersion", id, Body.of("version", 1));
    }

    /** As likely as it can be before the signature, in even steps. */
    private static List<Map<String, Object>> stages(Unit unit) {
        var stages = new ArrayList<Map<String, Object>>();
        for (int number = 1; number <= unit.stages(); number++) {
            boolean last = number == unit.stages();
            stages.add(Map.of(
                    "number",
                    number,
                    "name",
                    "Stage " + number,
                    "procurementStep",
                    "step " + number,
                    "atiNeeded",
                    false,
                    "milestones",
                    List.of(Map.of("code", milestone(number), "meaning", "there is proof of it", "recurring", false)),
                    "criteria",
                    List.of(Map.of(
                            "code",
                            criterion(number),
                            "meaning",
                            "it is done",
                            "shownBy",
                            last ? "CONTRACT" : "STATEMENT")),
                    "commitment",
                    last ? "nothing more" : "goes on",
                    "probability",
                    last ? 100 : 90 * number / (unit.stages() - 1),
                    "probabilityAssumed",
                    true));
        }
        return stages;
    }

    static String milestone(int stage) {
        return "M" + stage;
    }

    static String criterion(int stage) {
        return "C" + stage;
    }
}
