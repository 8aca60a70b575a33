package io.milepost.cli.demo;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A campaign of one day: who walks in stands in the registers, becomes a lead, and one of them an opportunity. */
final class OpenDay {
    private static final Map<String, Object> NOTHING = Map.of();
    private static final List<String> READINESS = List.of("STAND", "SHOW_UNIT", "MATERIALS", "TIME_AND_PLACE", "STAFF");

    private final Services at;
    private final Narrator tell;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String manager;
    private final String dana;
    private final String lee;
    private final String segment;
    private final String mark;

    /** Codes of those who are there. */
    record Staff(String manager, String first, String second) {}

    /** @param mark what makes the names of this run its own */
    OpenDay(Services at, Narrator tell, Staff staff, String segment, String mark) {
        this.at = at;
        this.tell = tell;
        this.manager = staff.manager();
        this.dana = staff.first();
        this.lee = staff.second();
        this.segment = segment;
        this.mark = mark;
    }

    void tell() {
        var campaign = campaign();
        var book = book();
        var first = visitor(book, 1, "Robin Vale");
        var second = visitor(book, 2, "Kim Moe");
        duplicate(first);
        followUp(first);
        tell.accepted(
                "the other lead is not worth a second call",
                as("SALES_REP", lee),
                of("leads", second, "disqualify"),
                Map.of("reason", "buys no cranes this year"));
        review(campaign, book);
    }

    private UUID campaign() {
        tell.chapter("A campaign for the segment");
        var plan = Map.of(
                "title",
                "Open day " + mark,
                "segment",
                segment,
                "from",
                today,
                "to",
                today,
                "site",
                "Test quay",
                "budget",
                money("8000.00"),
                "staff",
                List.of(dana, lee),
                "activities",
                List.of(Map.of("title", "tours", "on", today, "place", "Test quay", "staff", List.of(dana))));
        var campaign = tell.create(
                "it is planned with days, staff and a budget (R-010)",
                "SALES_MANAGER",
                all("campaigns"),
                Map.of("kind", "EXHIBITION", "owner", dana, "plan", plan));
        tell.accepted("it is approved", "SALES_MANAGER", of("campaigns", campaign, "approve"), NOTHING);
        tell.refused(
                "it cannot open before its site is ready (R-012)",
                "SALES_MANAGER",
                of("campaigns", campaign, "start"),
                NOTHING,
                "SITE_NOT_READY");
        for (var item : READINESS) {
            tell.accepted(
                    "ready: " + item,
                    as("SALES_REP", dana),
                    of("campaigns", campaign, "complete-readiness-item"),
                    Map.of("item", item, "reference", "list of " + today));
        }
        tell.accepted(
                "the site is confirmed ready",
                "SALES_MANAGER",
                of("campaigns", campaign, "confirm-site-readiness"),
                NOTHING);
        tell.accepted("it opens", "SALES_MANAGER", of("campaigns", campaign, "start"), NOTHING);
        return campaign;
    }

    private UUID book() {
        tell.chapter("A walk-in day");
        return tell.create(
                "a register book is issued (R-029)",
                "SALES_MANAGER",
                all("register-books"),
                Map.of("number", "B-" + mark, "holder", dana, "project", "Open day", "dueOn", today.plusDays(30)));
    }

    /** Somebody walks in, is entered, asked and checked, and is a lead by the evening. */
    private UUID visitor(UUID book, int line, String name) {
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "." + mark + "@ferry.example";
        var visit = tell.create(
                "a visitor is entered at once (R-024)",
                as("SALES_REP", dana),
                all("reception-records"),
                Map.of(
                        "kind", "VISIT",
                        "site", "Test quay",
                        "consultant", dana,
                        "bookId", book,
                        "bookEntry", line,
                        "visitorName", name,
                        "email", email,
                        "source", "open day",
                        "interest", "a crane for the ferry quay"));
        tell.accepted(
                "the questionnaire is attached (R-025)",
                as("SALES_REP", dana),
                of("reception-records", visit, "attach-questionnaire"),
                Map.of("answers", "two quays, decides this year"));
        tell.accepted(
                "the manager finds the entry good (G03)",
                as("SALES_MANAGER", manager),
                of("reception-records", visit, "check-entry"),
                NOTHING);
        var lead = captured(dana, "WALK_IN", name, email);
        tell.accepted("it enters the register", as("SALES_REP", dana), of("leads", lead, "register"), NOTHING);
        tell.accepted(
                "the visit names its lead",
                as("SALES_REP", dana),
                of("reception-records", visit, "link-lead"),
                Map.of("leadId", lead));
        return lead;
    }

    private UUID captured(String by, String channel, String name, String email) {
        return tell.create(
                "a lead is captured",
                as("SALES_REP", by),
                all("leads"),
                Map.of(
                        "channel", channel,
                        "campaign", "Open day " + mark,
                        "contactName", name,
                        "email", email,
                        "need", "a crane for the ferry quay"));
    }

    private void duplicate(UUID first) {
        tell.chapter("Two sellers, one customer");
        var email = "robin.vale." + mark + "@ferry.example";
        var again = captured(lee, "PHONE", "R. Vale", email);
        tell.refused(
                "whoever registered first has the customer (R-028)",
                as("SALES_REP", lee),
                of("leads", again, "register"),
                NOTHING,
                "DUPLICATE_CONTACT");
        tell.accepted(
                "the manager rules that both are one",
                as("SALES_MANAGER", manager),
                of("leads", again, "merge"),
                Map.of("into", first, "reason", "the same person, who called after the visit"));
    }

    private void followUp(UUID lead) {
        tell.chapter("Scored, assigned, followed up, converted");
        var policy = tell.create(
                "a scoring policy is published (R-032)",
                "SALES_MANAGER",
                all("scoring-policies"),
                Map.of(
                        "name",
                        "Ferry ports " + mark,
                        "criteria",
                        List.of(
                                Map.of("code", "size", "name", "number of quays", "weight", 3),
                                Map.of("code", "time", "name", "decides this year", "weight", 1))));
        tell.accepted(
                "the lead is scored",
                as("SALES_REP", dana),
                of("leads", lead, "score"),
                Map.of(
                        "policyId",
                        policy,
                        "ratings",
                        List.of(
                                Map.of("criterion", "size", "points", 60),
                                Map.of("criterion", "time", "points", 100))));
        tell.refused(
                "a segment that nobody defined is none (R-003)",
                as("SALES_REP", dana),
                of("leads", lead, "segment"),
                Map.of("segment", "no segment " + mark),
                "SEGMENT_UNKNOWN");
        tell.accepted(
                "it is put into its segment",
                as("SALES_REP", dana),
                of("leads", lead, "segment"),
                Map.of("segment", segment));
        tell.accepted(
                "it gets an owner (R-033)",
                as("SALES_MANAGER", manager),
                of("leads", lead, "assign"),
                Map.of("owner", dana));
        tell.accepted(
                "a call is logged, with the next step and its day (R-034, R-035)",
                as("SALES_REP", dana),
                of("leads", lead, "log-activity"),
                Map.of(
                        "kind", "CALL",
                        "outcome", "wants an offer for two cranes",
                        "nextStep", "send the brochure",
                        "nextActionOn", today.plusDays(5)));
        tell.accepted("it is qualified", as("SALES_REP", dana), of("leads", lead, "qualify"), NOTHING);
        tell.accepted(
                "it becomes an opportunity, once only (R-041)",
                as("SALES_REP", dana),
                of("leads", lead, "convert"),
                Map.of("expectedValue", money("120000.00"), "product", "GTX Pro"));
        tell.followed(
                "the lead names its opportunity",
                "SALES_REP",
                Services.of(at.lead(), "leads", lead),
                view -> view.path("status").asString("").equals("CONVERTED"));
    }

    private void review(UUID campaign, UUID book) {
        tell.chapter("What it cost and brought");
        tell.accepted(
                "what was spent is booked",
                as("SALES_REP", dana),
                of("campaigns", campaign, "record-spending"),
                Map.of("receipt", "R-" + mark, "amount", money("7400.00"), "spentOn", today, "purpose", "the day"));
        tell.accepted(
                "what came of it is recorded",
                as("SALES_REP", dana),
                of("campaigns", campaign, "record-outcome"),
                Map.of("visitors", 2, "leads", 2, "orders", 0));
        tell.accepted("it is completed", "SALES_MANAGER", of("campaigns", campaign, "complete"), NOTHING);
        tell.accepted(
                "the book is held against the register",
                as("SALES_MANAGER", manager),
                of("register-books", book, "check-book"),
                Map.of("counted", 2));
        tell.accepted("it is back", as("SALES_MANAGER", manager), of("register-books", book, "recover-book"), NOTHING);
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
