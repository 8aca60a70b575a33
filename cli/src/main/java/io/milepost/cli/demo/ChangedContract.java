package io.milepost.cli.demo;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The story of one contract, from its signature over two amendments to the last receipt: the value and the payments follow what both sides sign. */
final class ChangedContract {
    private static final Map<String, Object> NOTHING = Map.of();
    private static final String OWNER = "Iris Boone";

    private final Services at;
    private final Narrator tell;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private int paper;

    ChangedContract(Services at, Narrator tell) {
        this.at = at;
        this.tell = tell;
    }

    void tell() {
        var contract = signed();
        pay(contract, "the advance", 1);
        more(contract);
        pay(contract, "the training", 3);
        rejected(contract);
        less(contract);
        pay(contract, "the rest", 2);
        end(contract);
    }

    private UUID signed() {
        tell.chapter("A contract is signed");
        var account = tell.create(
                "the account is opened",
                "SALES_REP",
                Services.of(at.lead(), "accounts"),
                Map.of("name", "Pier Works " + mark, "industry", "logistics"));
        var deal = tell.create(
                "an opportunity is found without a lead",
                "SALES_REP",
                Services.of(at.opportunity(), "opportunities"),
                Map.of(
                        "name",
                        "Pier Works " + mark,
                        "accountId",
                        account,
                        "owner",
                        OWNER,
                        "expectedValue",
                        Offer.VALUE));
        var contract = tell.create(
                "the contract is drafted: 24 cranes, 30 percent at signature, the rest in 60 days",
                "SALES_REP",
                Services.of(at.contract(), "contracts"),
                Map.of(
                        "basis",
                        "RENEWAL",
                        "basisReason",
                        "as in the year before",
                        "opportunityId",
                        deal,
                        "accountId",
                        account,
                        "owner",
                        OWNER,
                        "value",
                        Offer.VALUE,
                        "lines",
                        List.of(cranes(24)),
                        "terms",
                        Map.of(
                                "qualityStandard", "ISO 4301",
                                "deliveryDeadline", today.plusDays(90),
                                "paymentMethod", "bank transfer",
                                "scope", "24 cranes, installed and tested",
                                "duration", "3 months"),
                        "payments",
                        List.of(
                                Map.of("label", "advance", "percent", 30, "trigger", "SIGNATURE"),
                                Map.of(
                                        "label",
                                        "rest",
                                        "percent",
                                        70,
                                        "trigger",
                                        "DATE",
                                        "dueOn",
                                        today.plusDays(60)))));
        tell.refused(
                "nothing is changed of what is not signed",
                "SALES_REP",
                Services.of(at.contract(), "change-orders"),
                request(contract, "training"),
                "CONTRACT_NOT_SIGNED");
        Offer.reviewAndSign(at, tell, contract);
        tell.followed(
                "its payments are planned, and the advance is due",
                "FINANCE",
                Services.of(at.contract(), "payment-schedules", contract),
                view -> view.path("instalments").size() == 2);
        return contract;
    }

    private void more(UUID contract) {
        tell.chapter("The first amendment: more");
        var order = requested(contract, "operators are trained");
        tell.accepted(
                "its impact is put in figures: a line more, and a later deadline",
                "SALES_REP",
                of("change-orders", order, "assess-impact"),
                Map.of(
                        "lines", List.of(Map.of("becomes", training())),
                        "terms", Map.of("deliveryDeadline", today.plusDays(120)),
                        "explanation", "the customer has new operators"));
        tell.followed(
                "the contract expects 126,000",
                "SALES_REP",
                Services.of(at.contract(), "contracts", contract),
                view -> isAmount(view.path("forecastValue"), "126000.00"));
        tell.refused(
                "nobody signs what was not reviewed",
                "SALES_MANAGER",
                of("change-orders", order, "sign-change"),
                Map.of("party", "SELLER"),
                "CHANGE_NOT_APPROVED");
        reviewedAndSigned(order);
        amended(contract, 1, "126000.00");
    }

    private void rejected(UUID contract) {
        tell.chapter("A change that does not come about");
        var order = requested(contract, "the cranes are painted");
        tell.accepted(
                "it is assessed",
                "SALES_REP",
                of("change-orders", order, "assess-impact"),
                Map.of("lines", List.of(Map.of("becomes", line("painting", 1, "9000.00")))));
        tell.accepted("reviews are asked for", "SALES_REP", of("change-orders", order, "submit-change"), NOTHING);
        tell.accepted(
                "engineering does not let it pass",
                "ENGINEERING",
                of("change-orders", order, "decide-change"),
                Map.of("review", "TECHNICAL", "passed", false, "reason", "the paint hides the marks"));
        tell.followed(
                "the contract expects what it did before",
                "SALES_REP",
                Services.of(at.contract(), "contracts", contract),
                view -> isAmount(view.path("forecastValue"), "126000.00"));
    }

    private void less(UUID contract) {
        tell.chapter("The second amendment: less, and sooner");
        var order = requested(contract, "two cranes fewer, paid today");
        tell.accepted(
                "its impact is put in figures: 22 cranes, and the rest is paid today",
                "SALES_REP",
                of("change-orders", order, "assess-impact"),
                Map.of(
                        "lines", List.of(Map.of("number", 1, "becomes", cranes(22))),
                        "moves", List.of(Map.of("instalment", 2, "dueOn", today))));
        reviewedAndSigned(order);
        amended(contract, 2, "116000.00");
    }

    private UUID requested(UUID contract, String subject) {
        return tell.create(
                "a change is asked for",
                "SALES_REP",
                Services.of(at.contract(), "change-orders"),
                request(contract, subject));
    }

    private static Map<String, Object> request(UUID contract, String subject) {
        return Map.of("contractId", contract, "origin", "CUSTOMER", "subject", subject);
    }

    private void reviewedAndSigned(UUID order) {
        tell.accepted("reviews are asked for", "SALES_REP", of("change-orders", order, "submit-change"), NOTHING);
        var decide = of("change-orders", order, "decide-change");
        tell.accepted("finance passes it", "FINANCE", decide, Map.of("review", "FINANCE", "passed", true));
        tell.accepted("engineering passes it", "ENGINEERING", decide, Map.of("review", "TECHNICAL", "passed", true));
        var sign = of("change-orders", order, "sign-change");
        tell.accepted("we sign (G17)", "SALES_MANAGER", sign, Map.of("party", "SELLER"));
        tell.refused(
                "whoever signed for us cannot note the customer's signature",
                "SALES_MANAGER",
                sign,
                Map.of("party", "CUSTOMER"),
                "ONE_FOR_BOTH_PARTIES");
        tell.accepted("the customer signs, which legal notes", "LEGAL", sign, Map.of("party", "CUSTOMER"));
    }

    private void amended(UUID contract, int number, String value) {
        tell.followed(
                "the contract is amended, and worth " + value,
                "SALES_REP",
                Services.of(at.contract(), "contracts", contract),
                view -> view.path("amendments").size() == number && isAmount(view.path("value"), value));
        tell.followed(
                "its payments add up to that",
                "FINANCE",
                Services.of(at.contract(), "payment-schedules", contract),
                view -> isAmount(view.path("value"), value));
    }

    private void pay(UUID contract, String what, int number) {
        tell.chapter("Money: " + what);
        var due = tell.followed(
                "it is due",
                "FINANCE",
                Services.of(at.contract(), "payment-schedules", contract),
                view -> instalment(view, number).path("status").asString("").matches("DUE|OVERDUE"));
        paper++;
        tell.accepted(
                "it is invoiced",
                "FINANCE",
                of("payment-schedules", contract, "issue-invoice"),
                Map.of("number", number, "invoiceNo", "I-%s-%d".formatted(mark, paper), "dueOn", today.plusDays(14)));
        tell.accepted(
                "its money is received",
                "FINANCE",
                of("payment-schedules", contract, "record-receipt"),
                Map.of(
                        "receiptNo",
                        "R-%s-%d".formatted(mark, paper),
                        "amount",
                        instalment(due, number).path("open"),
                        "instalment",
                        number));
    }

    private void end(UUID contract) {
        tell.chapter("What it came to");
        tell.followed(
                "all 116,000 have come in",
                "FINANCE",
                Services.of(at.contract(), "payment-schedules", contract),
                view -> view.path("status").asString("").equals("FULLY_COLLECTED")
                        && isAmount(view.path("paid"), "116000.00"));
        tell.followed(
                "the contract tells what was signed first, and what each amendment made of it",
                "SALES_REP",
                Services.of(at.contract(), "contracts", contract),
                view -> isAmount(view.path("originalValue"), "120000.00")
                        && isAmount(view.at("/amendments/0/change"), "6000.00")
                        && isAmount(view.at("/amendments/1/change"), "-10000.00"));
    }

    private static JsonNode instalment(JsonNode schedule, int number) {
        return schedule.path("instalments").path(number - 1);
    }

    private static boolean isAmount(JsonNode money, String amount) {
        return money.path("amount").asString("").equals(amount);
    }

    private static Map<String, Object> cranes(int quantity) {
        return line("GTX Pro", quantity, "5000.00");
    }

    private static Map<String, Object> training() {
        return line("training", 1, "6000.00");
    }

    private static Map<String, Object> line(String product, int quantity, String price) {
        return Map.of(
                "product", product, "quantity", quantity, "unitPrice", Map.of("amount", price, "currency", "EUR"));
    }

    private URI of(String plural, UUID id, String verb) {
        return Services.of(at.contract(), plural, id, verb);
    }
}
