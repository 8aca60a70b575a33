package io.milepost.cli.demo;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The story of how a strategic deal is pursued, from its charter to the accepted quotation: the decision that sends it back, the team, the
 * plans, what is watched meanwhile, and what the customer is offered.
 */
final class Pursuit {
    static final String DIRECTOR = "Ines Aldana";
    static final String ACCOUNT = "Otto Berg";
    static final String SOLUTION = "Mira Castell";
    static final String FULFILMENT = "Paul Dorn";
    static final String QUALITY = "Ada Ernst";

    private static final Map<String, Object> NOTHING = Map.of();

    private final Services at;
    private final Narrator tell;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String name =
            "Harbour of Linden " + UUID.randomUUID().toString().substring(0, 8);

    Pursuit(Services at, Narrator tell) {
        this.at = at;
        this.tell = tell;
    }

    void tell() {
        tell.chapter("A strategic deal is found, and is worth a project");
        var account = tell.create(
                "the account is opened", "SALES_REP", Services.of(at.lead(), "accounts"), Map.of("name", name));
        var deal = tell.create(
                "an opportunity is found",
                "SALES_REP",
                of("opportunities"),
                Map.of(
                        "name", name,
                        "accountId", account,
                        "owner", ACCOUNT,
                        "expectedValue", Offer.VALUE,
                        "template", "strategic"));
        tell.accepted("it is validated (G04)", "SALES_MANAGER", of("opportunities", deal, "qualify"), NOTHING);
        tell.followed(
                "a sales project is proposed",
                "SALES_REP",
                Services.of(at.opportunity(), "sales-projects", deal),
                view -> view.has("status"));
        prepare(deal);
        decide(deal);
        launch(deal);
        new PursuitPlans(at, tell, deal, today).tell();
        new PursuitOffers(at, tell, deal, account, today).tell();
        new TakenOverPursuit(at, tell, today).tell();
    }

    private void prepare(UUID deal) {
        tell.chapter("It is prepared");
        tell.accepted(
                "its charter is drafted",
                "SALES_REP",
                project(deal, "draft-charter"),
                Map.of(
                        "name", name,
                        "salesGoal", "24 cranes this year",
                        "scope", "all four quays",
                        "expectedOutcome", "a reference in harbours"));
        tell.accepted(
                "the sponsor approves the document (G05)",
                "SPONSOR",
                project(deal, "approve-charter"),
                Map.of("documentId", Charter.inEffect(at, tell, deal, name)));
        tell.accepted(
                "it is found feasible", "SALES_REP", project(deal, "assess-feasibility"), feasibility("20000 EUR"));
        var two = Stream.concat(team().stream(), Stream.of(member("PD", ACCOUNT, "leads it too")))
                .toList();
        tell.refused(
                "two cannot direct it",
                "SALES_REP",
                project(deal, "draft-appointment"),
                Map.of("members", two),
                "DIRECTOR_REPEATED");
        tell.accepted("a team is drafted", "SALES_REP", project(deal, "draft-appointment"), Map.of("members", team()));
        tell.refused(
                "without a risk on record the preparation is not complete",
                "SALES_REP",
                project(deal, "complete-preparation"),
                NOTHING,
                "PREPARATION_INCOMPLETE");
        tell.create("a risk is recorded with what is done about it", "SALES_REP", of("risks"), winter(deal, today));
    }

    private void decide(UUID deal) {
        tell.chapter("The board decides (G06)");
        submit(deal);
        tell.accepted(
                "the board returns it",
                "ATI_BOARD",
                project(deal, "decide-ati"),
                Map.of("decision", "RETURNED", "reason", "the funds are not explained"));
        tell.refused(
                "as it stands it cannot be submitted again",
                "SALES_REP",
                project(deal, "complete-preparation"),
                NOTHING,
                "PREPARATION_INCOMPLETE");
        tell.accepted(
                "the funds are explained",
                "SALES_REP",
                project(deal, "assess-feasibility"),
                feasibility("8000 EUR for travel, 12000 EUR for the demonstration"));
        submit(deal);
        tell.accepted(
                "the board approves it",
                "ATI_BOARD",
                project(deal, "decide-ati"),
                Map.of("decision", "APPROVED", "reason", "worth it"));
        tell.followed(
                "the deal is authorised",
                "SALES_REP",
                Services.of(at.opportunity(), "opportunities", deal),
                view -> view.path("status").asString("").equals("AUTHORIZED"));
    }

    private void submit(UUID deal) {
        tell.accepted("the preparation is complete", "SALES_REP", project(deal, "complete-preparation"), NOTHING);
        tell.accepted("it is submitted", "SALES_REP", project(deal, "submit-for-ati"), NOTHING);
    }

    private void launch(UUID deal) {
        tell.chapter("The team begins");
        tell.accepted(
                "the team is appointed", "SALES_MANAGER", project(deal, "appoint-team"), Map.of("members", team()));
        var director = "SALES_REP as " + DIRECTOR;
        tell.accepted(
                "the kickoff is called",
                director,
                project(deal, "call-kickoff"),
                Map.of("calledFor", today.plusDays(1), "place", "the yard"));
        tell.accepted(
                "everybody is there already, and it is held (G07)",
                director,
                project(deal, "hold-kickoff"),
                Map.of("attendees", List.of(DIRECTOR, ACCOUNT, SOLUTION), "minutes", "goals and dates agreed"));
    }

    static List<Map<String, String>> team() {
        return List.of(
                member("PD", DIRECTOR, "leads the project"),
                member("AR", ACCOUNT, "answers for the customer"),
                member("SR", SOLUTION, "answers for the solution"),
                member("FR", FULFILMENT, "answers for delivery"),
                member("QA", QUALITY, "watches the process"));
    }

    private static Map<String, String> member(String role, String member, String duties) {
        return Map.of("role", role, "member", member, "duties", duties);
    }

    static Map<String, String> feasibility(String funds) {
        return Map.of(
                "feasibility",
                "we build such cranes",
                "necessity",
                "harbours are a new market",
                "people",
                "five",
                "equipment",
                "the test quay",
                "funds",
                funds);
    }

    static Map<String, Object> winter(UUID deal, LocalDate today) {
        return Map.of(
                "salesProjectId",
                deal,
                "element",
                "DELIVERY",
                "statement",
                "the quays are closed in winter",
                "rating",
                Map.of("likelihood", "MEDIUM", "impact", "HIGH"),
                "response",
                Map.of("strategy", "AVOID", "measure", "the cranes go up before November"),
                "reviewOn",
                today.plusDays(14));
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
