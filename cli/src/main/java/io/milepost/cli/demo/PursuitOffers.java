package io.milepost.cli.demo;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the customer needs, what solves it, and what it is offered for, until the customer accepts. */
final class PursuitOffers {
    private static final String REP = "SALES_REP";
    private static final String ENGINEERING = "ENGINEERING";
    private static final String CUSTOMER = "Robin Vale";
    private static final Map<String, Object> NOTHING = Map.of();

    private final Services at;
    private final Narrator tell;
    private final UUID deal;
    private final UUID account;
    private final LocalDate today;

    PursuitOffers(Services at, Narrator tell, UUID deal, UUID account, LocalDate today) {
        this.at = at;
        this.tell = tell;
        this.deal = deal;
        this.account = account;
        this.today = today;
    }

    void tell() {
        var requirement = requirement();
        var solution = solution(requirement);
        var prices = Offer.priceList(at, tell, today);
        var quotation = quotation(prices);
        bid(solution, quotation);
        acceptance(prices, quotation);
    }

    private UUID requirement() {
        tell.chapter("What the customer needs (G09)");
        var requirement = tell.create(
                "it is collected",
                REP,
                of("requirements"),
                Map.of("opportunityId", deal, "owner", Pursuit.SOLUTION, "title", "Cranes for four quays"));
        tell.accepted(
                "somebody at the harbour says something",
                REP,
                of("requirements", requirement, "record-opinion"),
                Map.of("code", "O-1", "by", CUSTOMER, "text", "they must be quiet at night"));
        tell.accepted(
                "it is sorted",
                REP,
                of("requirements", requirement, "sort-opinion"),
                Map.of("code", "O-1", "kind", "PAIN_POINT", "weight", "MUST", "analysis", "below 70 dB"));
        var review = of("requirements", requirement, "decide-requirement-review");
        draft(requirement, "below 70 dB");
        tell.accepted("engineering passes it", ENGINEERING, review, Map.of("passed", true, "findings", "complete"));
        tell.accepted(
                "the customer does not mean the same",
                REP,
                of("requirements", requirement, "dispute"),
                Map.of("by", CUSTOMER, "about", "60 dB at night"));
        tell.refused(
                "so it is no baseline",
                ENGINEERING,
                of("requirements", requirement, "baseline"),
                NOTHING,
                "REQUIREMENT_NOT_CONFIRMED");
        draft(requirement, "below 60 dB at night");
        tell.accepted("engineering passes it again", ENGINEERING, review, Map.of("passed", true, "findings", "heard"));
        tell.accepted(
                "the customer confirms it",
                REP,
                of("requirements", requirement, "confirm"),
                Map.of("by", CUSTOMER, "evidence", "mail 7"));
        tell.accepted(
                "both sides mean the same now", ENGINEERING, of("requirements", requirement, "baseline"), NOTHING);
        return requirement;
    }

    private void draft(UUID requirement, String noise) {
        tell.accepted(
                "a version is written: " + noise,
                REP,
                of("requirements", requirement, "draft"),
                Map.of(
                        "scope",
                        "24 cranes on four quays",
                        "items",
                        List.of(Map.of("code", "R1", "text", noise, "weight", "MUST", "opinions", List.of("O-1")))));
        tell.accepted("it is submitted", REP, of("requirements", requirement, "submit"), NOTHING);
    }

    private UUID solution(UUID requirement) {
        tell.chapter("What solves it (G10)");
        var known = tell.create(
                "the company has a package for it",
                ENGINEERING,
                of("solution-packages"),
                Map.of("name", "Quay cranes", "strategy", "harbours first", "products", List.of("GTX Pro")));
        var sketch = content("PRELIMINARY", "a sketch", known);
        var solution = tell.create(
                "a sketch is drafted",
                REP,
                of("solutions"),
                Map.of("opportunityId", deal, "owner", Pursuit.SOLUTION, "content", sketch));
        tell.refused(
                "nobody outside sees it before engineering has",
                REP,
                of("solutions", solution, "submit"),
                NOTHING,
                "SOLUTION_NOT_EVALUATED");
        evaluate(solution);
        tell.accepted(
                "the customer wants it smaller",
                REP,
                of("solutions", solution, "request-revision"),
                Map.of("by", CUSTOMER, "changes", "two legs less"));
        var formal = content("FORMAL", "cranes with two legs", known);
        formal.put("requirementId", requirement);
        tell.accepted(
                "a formal version is written", REP, of("solutions", solution, "revise"), Map.of("content", formal));
        evaluate(solution);
        tell.accepted(
                "the customer confirms it",
                REP,
                of("solutions", solution, "confirm"),
                Map.of("by", CUSTOMER, "evidence", "mail 9"));
        return solution;
    }

    private static Map<String, Object> content(String kind, String summary, UUID known) {
        return new HashMap<>(Map.of(
                "kind",
                kind,
                "summary",
                summary,
                "products",
                List.of(Map.of("product", "GTX Pro", "functions", List.of("lifts", "is quiet"))),
                "packageId",
                known));
    }

    private void evaluate(UUID solution) {
        tell.accepted(
                "engineering evaluates it and its cost",
                ENGINEERING,
                of("solutions", solution, "evaluate"),
                Map.of("feasible", true, "findings", "can be built", "cost", PursuitPlans.euros("86400.00")));
        tell.accepted("it goes to the customer", REP, of("solutions", solution, "submit"), NOTHING);
    }

    private UUID quotation(UUID prices) {
        tell.chapter("What it costs (G11)");
        var offer = Offer.of(prices, deal, account, Pursuit.ACCOUNT, today);
        var quotation = tell.create("a quotation is drafted", REP, of("quotations"), discounted(offer, 25));
        var issue = of("quotations", quotation, "issue");
        tell.refused("a quarter off is not the seller's to give", REP, issue, NOTHING, "DISCOUNT_NEEDS_APPROVAL");
        ask(quotation);
        tell.accepted(
                "the manager refuses it",
                "SALES_MANAGER",
                of("quotations", quotation, "decide-discount"),
                Map.of("approved", false, "reason", "a fifth is enough"));
        var fewer = discounted(offer, 20);
        fewer.keySet().removeAll(List.of("opportunityId", "accountId", "owner"));
        tell.accepted("it is revised to a fifth", REP, of("quotations", quotation, "revise"), fewer);
        ask(quotation);
        tell.accepted(
                "the manager approves it",
                "SALES_MANAGER",
                of("quotations", quotation, "decide-discount"),
                Map.of("approved", true, "reason", "a reference in harbours", "as", "SALES_MANAGER"));
        tell.accepted("it is issued", REP, issue, NOTHING);
        return quotation;
    }

    private void ask(UUID quotation) {
        tell.accepted(
                "an approval is asked for",
                REP,
                of("quotations", quotation, "request-discount-approval"),
                Map.of("reason", "they buy 24"));
    }

    private static Map<String, Object> discounted(Map<String, Object> offer, int percent) {
        var other = new HashMap<>(offer);
        other.put(
                "lines",
                List.of(Map.of(
                        "product",
                        "GTX Pro",
                        "quantity",
                        24,
                        "unitPrice",
                        PursuitPlans.euros("5000.00"),
                        "discountPercent",
                        percent)));
        return other;
    }

    private void bid(UUID solution, UUID quotation) {
        tell.chapter("The harbour asks for bids");
        var bid = tell.create(
                "a bid is put together",
                REP,
                of("bids"),
                Map.of(
                        "opportunityId",
                        deal,
                        "owner",
                        Pursuit.ACCOUNT,
                        "tender",
                        "Linden 4",
                        "dueOn",
                        today.plusDays(7),
                        "parts",
                        Map.of(
                                "solutionId",
                                solution,
                                "quotationId",
                                quotation,
                                "delivery",
                                "one quay at a time",
                                "deliveryReport",
                                "report 5")));
        tell.accepted("it is handed in", REP, of("bids", bid, "submit"), NOTHING);
        tell.accepted(
                "we are shortlisted", REP, of("bids", bid, "record-shortlisting"), Map.of("evidence", "letter 1"));
        tell.accepted("and awarded", REP, of("bids", bid, "record-award"), Map.of("evidence", "letter 2"));
    }

    private void acceptance(UUID prices, UUID quotation) {
        tell.chapter("It is negotiated and accepted");
        var rival = tell.create(
                "another quotation of the deal is out",
                REP,
                of("quotations"),
                Offer.of(prices, deal, account, Pursuit.ACCOUNT, today));
        tell.accepted("at the price of the list", REP, of("quotations", rival, "issue"), NOTHING);
        var negotiate = of("quotations", quotation, "record-negotiation-round");
        tell.accepted(
                "the customer wants to pay later",
                REP,
                negotiate,
                Map.of("topic", "PAYMENT", "theirs", "90 days", "ours", "30 days"));
        tell.accepted("both agree", REP, negotiate, Map.of("topic", "PAYMENT", "agreed", "45 days"));
        tell.accepted("the customer accepts", REP, of("quotations", quotation, "accept"), NOTHING);
        tell.refused(
                "of one deal one quotation is accepted",
                REP,
                of("quotations", rival, "accept"),
                NOTHING,
                "OTHER_QUOTATION_ACCEPTED");
        tell.followed(
                "the deal knows its terms",
                REP,
                URI.create(Services.of(at.opportunity(), "opportunities", deal) + "/history"),
                history -> history.path("items")
                        .valueStream()
                        .anyMatch(event -> event.path("type").asString("").equals("opportunity.terms-agreed.v1")));
    }

    private URI of(String plural) {
        return Services.of(at.opportunity(), plural);
    }

    private URI of(String plural, UUID id, String verb) {
        return Services.of(at.opportunity(), plural, id, verb);
    }
}
