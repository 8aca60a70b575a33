package io.milepost.suite.fuzz;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is rightly asked for at the beginning of each round, so that the rest finds entities to speak of. The contract is signed, from
 * which the other services follow by themselves; in every other round its payments are planned.
 */
final class Story {

    /** The number of steps, in every round the same. */
    static final int LENGTH = 13;

    private static final Map<String, String> VALUE = Map.of("amount", "4514.00", "currency", "USD");
    private static final String OWNER = "Anna Snelling";

    private Story() {}

    /** A command by the name of its operation, and its body but for an id of its own. */
    record Step(String command, Map<String, Object> body) {}

    static Step step(Ids ids, int number) {
        var ending = ids.round() % 2 == 0 ? assessing(ids) : planning(ids);
        return Stream.of(deal(ids), signing(), Stream.of(ending))
                .flatMap(steps -> steps)
                .toList()
                .get(number);
    }

    private static Stream<Step> deal(Ids ids) {
        var account = ids.of("accounts").toString();
        var opportunity = ids.of("opportunities").toString();
        var line = Map.of("product", "press", "quantity", 2, "unitPrice", VALUE);
        var item = Map.of("code", "P", "name", "press", "price", VALUE, "aliases", List.of());
        return Stream.of(
                new Step("OpenAccount", Map.of("name", "Canary works")),
                new Step(
                        "RegisterTeamMember",
                        Map.of("code", "C-" + ids.round(), "team", "north", "region", "alps", "from", "2026-01-01")),
                new Step("CaptureLead", lead(ids)),
                new Step("RegisterLead", Map.of()),
                new Step(
                        "PublishPriceList",
                        Map.of("name", "presses", "validFrom", "2026-01-01", "items", List.of(item))),
                new Step(
                        "IdentifyOpportunity",
                        Map.of("owner", OWNER, "accountId", account, "expectedValue", VALUE, "template", "strategic")),
                new Step("QualifyOpportunity", Map.of()),
                new Step(
                        "DraftQuotation",
                        Map.ofEntries(
                                Map.entry("opportunityId", opportunity),
                                Map.entry("accountId", account),
                                Map.entry("owner", OWNER),
                                Map.entry("lines", List.of(line)),
                                Map.entry("validUntil", "2030-12-31"))),
                new Step("ReceiveOrder", Map.of("accountId", account, "owner", OWNER, "lines", List.of(line))),
                new Step(
                        "DraftContract",
                        Map.ofEntries(
                                Map.entry("basis", "MIGRATED"),
                                Map.entry("basisReason", "signed before"),
                                Map.entry("opportunityId", opportunity),
                                Map.entry("accountId", account),
                                Map.entry("owner", OWNER),
                                Map.entry("value", VALUE),
                                Map.entry("lines", List.of()))));
    }

    private static Map<String, Object> lead(Ids ids) {
        return Map.of(
                "channel", "WEB",
                "companyName", "Canary works",
                "contactName", "Ann",
                "email", "ann-%d-%d@canary.example".formatted(ids.seed(), ids.round()),
                "need", "a press");
    }

    private static Stream<Step> signing() {
        return Stream.of("SELLER", "CUSTOMER")
                .map(party -> new Step("SignContract", Map.of("party", party, "signedOn", "2026-03-31")));
    }

    private static Step assessing(Ids ids) {
        var opportunity = ids.of("opportunities").toString();
        return new Step("AssessStandardTerms", Map.of("opportunityId", opportunity, "deviations", List.of()));
    }

    private static Step planning(Ids ids) {
        var opportunity = ids.of("opportunities").toString();
        var payment = Map.of("label", "all", "amount", VALUE, "trigger", "DATE", "dueOn", "2199-12-31");
        return new Step(
                "PlanPayments",
                Map.of(
                        "opportunityId", opportunity,
                        "accountId", ids.of("accounts").toString(),
                        "owner", OWNER,
                        "value", VALUE,
                        "payments", List.of(payment)));
    }
}
