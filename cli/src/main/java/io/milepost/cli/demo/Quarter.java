package io.milepost.cli.demo;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The story of a quarter, from the study of the market to the first opportunity: strategy, target, and an open day with its registers and
 * leads. What comes too early, from the wrong person or twice is refused.
 */
final class Quarter {
    private static final Map<String, Object> NOTHING = Map.of();

    private final Services at;
    private final Narrator tell;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final LocalDate begins = today.plusDays(30);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String segment = "FERRY-" + mark;
    private final String manager = "Mara Stone " + mark;
    private final String dana = "Dana Quay " + mark;
    private final String lee = "Lee Marsh " + mark;

    Quarter(Services at, Narrator tell) {
        this.at = at;
        this.tell = tell;
    }

    void tell() {
        staff();
        var strategy = market();
        target(strategy);
        new OpenDay(at, tell, new OpenDay.Staff(manager, dana, lee), segment, mark).tell();
    }

    private void staff() {
        tell.chapter("A quarter: who sells");
        member(manager, Map.of());
        member(dana, Map.of("manager", manager));
        member(lee, Map.of("manager", manager));
    }

    private void member(String code, Map<String, Object> more) {
        var member = new LinkedHashMap<String, Object>(
                Map.of("code", code, "team", "Harbour " + mark, "region", "Coast", "from", today.minusDays(90)));
        member.putAll(more);
        tell.create("a member joins", "SALES_MANAGER", all("team-members"), member);
    }

    private UUID market() {
        tell.chapter("The market, and how we sell in it");
        var study = tell.create(
                "a study is begun",
                "SALES_MANAGER",
                all("market-researches"),
                Map.of(
                        "title",
                        "Ferry ports " + mark,
                        "market",
                        "cranes for ferry ports",
                        "from",
                        today.minusDays(90),
                        "to",
                        today));
        tell.refused(
                "it cannot be published before anything was found",
                "SALES_MANAGER",
                of("market-researches", study, "publish"),
                conclusions(),
                "NOTHING_FOUND");
        tell.accepted(
                "a seller heard something",
                as("SALES_REP", dana),
                of("market-researches", study, "record-finding"),
                Map.of("aspect", "DEMAND", "source", "INTERVIEW", "text", "four ports renew their quays"));
        tell.accepted(
                "it is published (R-001)", "SALES_MANAGER", of("market-researches", study, "publish"), conclusions());
        tell.create(
                "a segment is defined (R-003)",
                "SALES_MANAGER",
                all("segments"),
                Map.of(
                        "code",
                        segment,
                        "content",
                        Map.of(
                                "name", "Ferry ports",
                                "customers", "ports with more than two ferry quays",
                                "positioning", "the crane that is steered from shore")));
        var strategy = tell.create(
                "a strategy is drafted",
                "SALES_MANAGER",
                all("sales-strategies"),
                Map.of(
                        "title",
                        "Ferry ports " + mark,
                        "content",
                        Map.of(
                                "positioning", "first choice for ferry quays",
                                "pricing", "list price, service for two years included",
                                "channels", List.of("fairs", "visits"),
                                "promotion", "an open day at the test quay")));
        tell.accepted(
                "it is adopted (R-004)",
                "SALES_MANAGER",
                of("sales-strategies", strategy, "adopt"),
                Map.of("version", 1));
        return strategy;
    }

    private static Map<String, Object> conclusions() {
        return Map.of("demand", "twelve cranes a year", "trends", "steered from shore", "conclusion", "go there");
    }

    private void target(UUID strategy) {
        tell.chapter("The target, approved before its period and broken down");
        var whole = tell.create(
                "the manager drafts the target of the company",
                as("SALES_MANAGER", manager),
                all("sales-targets"),
                Map.of("task", task("COMPANY", manager, "1000000.00", Map.of("team", mark, "strategyId", strategy))));
        tell.accepted("and commits to it", as("SALES_MANAGER", manager), of("sales-targets", whole, "submit"), NOTHING);
        tell.refused(
                "nobody approves a target of their own",
                as("SALES_MANAGER", manager),
                of("sales-targets", whole, "approve"),
                NOTHING,
                "APPROVER_IS_AUTHOR");
        tell.accepted("the sponsor approves it (R-005)", "SPONSOR", of("sales-targets", whole, "approve"), NOTHING);
        tell.accepted(
                "it is shared out, and the parts add up (R-007)",
                as("SALES_MANAGER", manager),
                of("sales-targets", whole, "cascade"),
                Map.of("parts", List.of(part(dana, "600000.00"), part(lee, "400000.00"))));
        var part = tell.create(
                "a seller drafts the part that is theirs",
                as("SALES_REP", dana),
                all("sales-targets"),
                Map.of("task", task("SELLER", dana, "600000.00", Map.of("parentId", whole))));
        tell.accepted("and commits to it", as("SALES_REP", dana), of("sales-targets", part, "submit"), NOTHING);
        tell.accepted(
                "the manager approves it", as("SALES_MANAGER", manager), of("sales-targets", part, "approve"), NOTHING);
    }

    private Map<String, Object> task(String level, String accountable, String amount, Map<String, Object> more) {
        var task = new LinkedHashMap<String, Object>(Map.of(
                "level",
                level,
                "accountable",
                accountable,
                "metric",
                "REVENUE",
                "figure",
                figure(amount),
                "from",
                begins,
                "to",
                begins.plusDays(90)));
        task.putAll(more);
        return task;
    }

    private static Map<String, Object> part(String seller, String amount) {
        return Map.of("level", "SELLER", "accountable", seller, "figure", figure(amount));
    }

    private static Map<String, Object> figure(String amount) {
        return Map.of("amount", money(amount));
    }

    private static Map<String, Object> money(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    private URI all(String plural) {
        return Services.of(at.lead(), plural);
    }

    private URI of(String plural, UUID id, String verb) {
        return Services.of(at.lead(), plural, id, verb);
    }

    private static String as(String role, String member) {
        return role + " as " + member;
    }
}
