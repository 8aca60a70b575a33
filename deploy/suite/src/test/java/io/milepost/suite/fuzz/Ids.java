package io.milepost.suite.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * Ids that the requests of one round share, so that some commands find the entity that an earlier request of the round has made. What
 * hangs on a deal or on a contract has its id, as in the suite.
 */
record Ids(long seed, long round) {

    private static final Map<String, String> FAMILIES = Map.ofEntries(
            Map.entry("sales-projects", "opportunities"),
            Map.entry("sales-closures", "opportunities"),
            Map.entry("payment-schedules", "contracts"),
            Map.entry("obligation-registers", "contracts"),
            Map.entry("terms-assessments", "opportunities"),
            Map.entry("handovers", "contracts"),
            Map.entry("delivery-projects", "contracts"),
            Map.entry("acceptances", "contracts"),
            Map.entry("settlements", "contracts"),
            Map.entry("closures", "contracts"),
            Map.entry("subscriptions", "deposits"),
            Map.entry("depositId", "deposits"),
            Map.entry("unitId", "sellable-units"),
            Map.entry("phaseId", "launch-phases"),
            Map.entry("trace", "opportunities"),
            Map.entry("opportunityId", "opportunities"),
            Map.entry("contractId", "contracts"),
            Map.entry("quotationId", "quotations"),
            Map.entry("accountId", "accounts"),
            Map.entry("leadId", "leads"),
            Map.entry("priceListId", "price-lists"));

    /** Of the entity that this round has under a plural, or that a field of this name refers to. */
    UUID of(String name) {
        var family = FAMILIES.getOrDefault(name, name);
        return UUID.nameUUIDFromBytes("%d/%s/%d".formatted(seed, family, round).getBytes(StandardCharsets.UTF_8));
    }
}
