package io.milepost.cli.demo;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The story of a deal under the template {@code strategic}: prepared and decided on as a sales project, with a team of which each member
 * has a duty. Each duty is first claimed by somebody else of the team, who has the role and is refused.
 */
final class StrategicDeal {
    private static final Map<String, Object> NOTHING = Map.of();
    private static final String DIRECTOR = "Moses Frase";
    private static final String ACCOUNT = "Kary Hendrixson";
    private static final String SOLUTION = "Lajuana Vencill";
    private static final String FULFILMENT = "Zane Levy";
    private static final String QUALITY = "Donn Cantrell";
    private static final String DELIVERER = "Carl Lin";
    private static final String NOT_YOUR_DUTY = "NOT_YOUR_DUTY";

    private final Services at;
    private final Narrator tell;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    StrategicDeal(Services at, Narrator tell) {
        this.at = at;
        this.tell = tell;
    }

    void tell() {
        tell.chapter("A strategic deal, in which each member of the team has a duty");
        var account = tell.create(
                "the account is opened",
                "SALES_REP",
                Services.of(at.lead(), "accounts"),
                Map.of("name", "Ferry Lines " + mark));
        var deal = tell.create(
                "an opportunity is found without a lead",
                "SALES_REP",
                Services.of(at.opportunity(), "opportunities"),
                Map.of(
                        "name",
                        "Ferry Lines " + mark,
                        "accountId",
                        account,
                        "owner",
                        ACCOUNT,
                        "expectedValue",
                        Offer.VALUE,
                        "template",
                        "strategic"));
        tell.accepted(
                "it is validated (G04)",
                "SALES_MANAGER",
                of(at.opportunity(), "opportunities", deal, "qualify"),
                NOTHING);
        project(deal);
        stages(deal);
        var contract = offer(deal, account);
        close(deal, contract);
    }

    private void project(UUID deal) {
        tell.followed(
                "a sales project is proposed",
                "SALES_REP",
                Services.of(at.opportunity(), "sales-projects", deal),
                view -> view.has("status"));
        tell.accepted(
                "its charter is drafted",
                "SALES_REP",
                project(deal, "draft-charter"),
                Map.of(
                        "name", "Ferry Lines " + mark,
                        "salesGoal", "24 cranes this year",
                        "scope", "all four quays",
                        "expectedOutcome", "a reference in ferries"));
        tell.refused(
                "it cannot be approved without the document (G22)",
                "SPONSOR",
                project(deal, "approve-charter"),
                NOTHING,
                "DOCUMENT_NOT_IN_EFFECT");
        tell.accepted(
                "the sponsor approves it (G05)",
                "SPONSOR",
                project(deal, "approve-charter"),
                Map.of("documentId", Charter.inEffect(at, tell, deal, "Ferry Lines " + mark)));
        tell.accepted(
                "it is feasible",
                "SALES_REP",
                project(deal, "assess-feasibility"),
                Map.of(
                        "feasibility", "we build such cranes",
                        "necessity", "ferries are a new market",
                        "people", "five",
                        "equipment", "the test quay",
                        "funds", "20000 EUR"));
        var members = Map.of(
                "members",
                List.of(
                        member("PD", DIRECTOR, "leads the project"),
                        member("AR", ACCOUNT, "answers for the customer"),
                        member("SR", SOLUTION, "answers for the solution"),
                        member("FR", FULFILMENT, "answers for delivery"),
                        member("QA", QUALITY, "watches the process")));
        tell.accepted("a team is drafted", "SALES_REP", project(deal, "draft-appointment"), members);
        tell.create(
                "a risk is recorded with what is to be done about it",
                "SALES_REP",
                Services.of(at.opportunity(), "risks"),
                Map.of(
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
                        today.plusDays(30)));
        tell.accepted("the preparation is complete", "SALES_REP", project(deal, "complete-preparation"), NOTHING);
        tell.accepted("it is submitted", "SALES_REP", project(deal, "submit-for-ati"), NOTHING);
        tell.accepted(
                "the board decides for it (G06)",
                "ATI_BOARD",
                project(deal, "decide-ati"),
                Map.of("decision", "APPROVED", "reason", "worth it"));
        tell.accepted("the team is appointed", "SALES_MANAGER", project(deal, "appoint-team"), members);
        var kickoff = Map.of("attendees", List.of(DIRECTOR, ACCOUNT, SOLUTION), "minutes", "goals and dates agreed");
        tell.refused(
                "the kickoff is not the account responsible's to hold",
                as("SALES_REP", ACCOUNT),
                project(deal, "hold-kickoff"),
                kickoff,
                NOT_YOUR_DUTY);
        tell.accepted("the director holds it (G07)", as("SALES_REP", DIRECTOR), project(deal, "hold-kickoff"), kickoff);
        tell.followed(
                "the deal is authorised",
                "SALES_REP",
                Services.of(at.opportunity(), "opportunities", deal),
                view -> view.path("status").asString("").equals("AUTHORIZED"));
    }

    private void stages(UUID deal) {
        new StageWalk(at, tell, "strategic", deal).until(3);
        var milestone = Map.of("milestone", "PRELIMINARY_PROPOSAL_DELIVERED");
        var reach = of(at.opportunity(), "opportunities", deal, "reach-milestone");
        tell.refused(
                "the proposal is not the account responsible's to deliver",
                as("SALES_REP", ACCOUNT),
                reach,
                milestone,
                NOT_YOUR_DUTY);
        tell.accepted("the solution responsible delivers it", as("SALES_REP", SOLUTION), reach, milestone);
    }

    private UUID offer(UUID deal, UUID account) {
        var prices = Offer.priceList(at, tell, today);
        var quotation = tell.create(
                "the solution responsible drafts the quotation",
                as("SALES_REP", SOLUTION),
                Services.of(at.opportunity(), "quotations"),
                Offer.of(prices, deal, account, ACCOUNT, today));
        var issue = of(at.opportunity(), "quotations", quotation, "issue");
        tell.refused(
                "it is not the solution responsible's to issue",
                as("SALES_REP", SOLUTION),
                issue,
                NOTHING,
                NOT_YOUR_DUTY);
        tell.accepted("the account responsible issues it", as("SALES_REP", ACCOUNT), issue, NOTHING);
        tell.accepted(
                "the customer accepts",
                as("SALES_REP", ACCOUNT),
                of(at.opportunity(), "quotations", quotation, "accept"),
                NOTHING);
        var contract = UUID.fromString(tell.followed(
                        "the contract is drafted from it",
                        "SALES_REP",
                        URI.create(at.contract() + "/v1/contracts?quotationId=eq:" + quotation),
                        page -> page.path("items").size() == 1)
                .at("/items/0/id")
                .asString());
        Offer.reviewAndSign(at, tell, contract);
        return contract;
    }

    private void close(UUID deal, UUID contract) {
        tell.followed(
                "delivery knows the team",
                "DELIVERY_MANAGER",
                Services.of(at.delivery(), "sales-teams", deal),
                view -> view.path("members").size() == 5);
        tell.followed(
                "the handover is initiated",
                "DELIVERY_MANAGER",
                Services.of(at.delivery(), "handovers", contract),
                view -> view.has("status"));
        var letter = of(at.delivery(), "handovers", contract, "issue-entrustment");
        var to = Map.of("to", DELIVERER);
        tell.refused(
                "entrusting the task is not the director's", as("SALES_MANAGER", DIRECTOR), letter, to, NOT_YOUR_DUTY);
        tell.accepted("the fulfilment responsible entrusts it", as("SALES_MANAGER", FULFILMENT), letter, to);
        tell.followed(
                "the closing of the sales project is opened",
                "QA",
                Services.of(at.delivery(), "sales-closures", deal),
                view -> view.has("status"));
        var evaluate = of(at.delivery(), "sales-closures", deal, "evaluate-sales-quality");
        var findings = Map.of("findings", "every gate was taken");
        tell.refused(
                "evaluating the quality is not the director's", as("QA", DIRECTOR), evaluate, findings, NOT_YOUR_DUTY);
        tell.accepted("quality assurance evaluates it", as("QA", QUALITY), evaluate, findings);
        tell.followed(
                "who was refused is on record",
                "OPERATOR",
                URI.create(at.delivery() + "/v1/audit-records?refusal.code=eq:" + NOT_YOUR_DUTY + "&refusal.target=eq:"
                        + deal),
                page -> page.path("items").size() == 1);
    }

    private URI project(UUID deal, String verb) {
        return of(at.opportunity(), "sales-projects", deal, verb);
    }

    private static URI of(URI service, String plural, UUID id, String verb) {
        return Services.of(service, plural, id, verb);
    }

    private static String as(String role, String member) {
        return role + " as " + member;
    }

    private static Map<String, String> member(String role, String member, String duties) {
        return Map.of("role", role, "member", member, "duties", duties);
    }
}
