package io.milepost.cli.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What both deals of the demo offer, and how its contract is signed. */
final class Offer {
    static final Map<String, String> VALUE = Map.of("amount", "120000.00", "currency", "EUR");

    private Offer() {}

    /** The prices that hold now, published anew by each run. */
    static UUID priceList(Services at, Narrator tell, LocalDate today) {
        return tell.create(
                "the price list is published, with cost and market price",
                "SALES_MANAGER",
                Services.of(at.opportunity(), "price-lists"),
                Map.of(
                        "name",
                        "Cranes",
                        "validFrom",
                        today.minusDays(1),
                        "items",
                        List.of(Map.of(
                                "code",
                                "GTX Pro",
                                "name",
                                "GTX Pro",
                                "price",
                                euros("5000.00"),
                                "aliases",
                                List.of("GTXPro"),
                                "cost",
                                euros("3600.00"),
                                "market",
                                euros("5100.00")))));
    }

    private static Map<String, String> euros(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    static Map<String, Object> of(UUID prices, UUID opportunity, UUID account, String owner, LocalDate today) {
        return Map.ofEntries(
                Map.entry("opportunityId", opportunity),
                Map.entry("accountId", account),
                Map.entry("owner", owner),
                Map.entry("priceListId", prices),
                Map.entry(
                        "lines", List.of(Map.of("product", "GTX Pro", "quantity", 24, "unitPrice", euros("5000.00")))),
                Map.entry("validUntil", today.plusDays(30)),
                Map.entry("paymentMethod", "bank transfer"),
                Map.entry("deliveryDeadline", today.plusDays(90)),
                Map.entry("qualityStandard", "ISO 4301"),
                Map.entry("scope", "24 cranes, installed and tested"),
                Map.entry("duration", "3 months"),
                Map.entry(
                        "payments",
                        List.of(
                                Map.of("label", "advance", "percent", 30, "trigger", "SIGNATURE"),
                                Map.of("label", "acceptance", "percent", 70, "trigger", "ACCEPTANCE"))));
    }

    static void reviewAndSign(Services at, Narrator tell, UUID contract) {
        tell.accepted(
                "reviews are asked for",
                "SALES_REP",
                Services.of(at.contract(), "contracts", contract, "submit-for-review"),
                Map.of());
        var decide = Services.of(at.contract(), "contracts", contract, "decide-review");
        tell.accepted("finance passes it", "FINANCE", decide, Map.of("review", "FINANCE", "passed", true));
        tell.accepted("engineering passes it", "ENGINEERING", decide, Map.of("review", "TECHNICAL", "passed", true));
        tell.accepted(
                "it is sent for signature",
                "SALES_REP",
                Services.of(at.contract(), "contracts", contract, "send-for-signature"),
                Map.of());
        var sign = Services.of(at.contract(), "contracts", contract, "sign");
        tell.accepted("we sign", "SALES_MANAGER", sign, Map.of("party", "SELLER"));
        tell.refused(
                "whoever signed for us cannot note the customer's signature",
                "SALES_MANAGER",
                sign,
                Map.of("party", "CUSTOMER"),
                "RECORDED_BY_ONE");
        tell.accepted("the customer signs, which legal notes", "LEGAL", sign, Map.of("party", "CUSTOMER"));
    }
}
