package io.milepost.suite.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reports against a fold of the logs that shares nothing with how reports are made (operations.md I5). */
public final class ReportAudit {

    private ReportAudit() {}

    /** One entity on its way: the last thing that counts, and what it is worth. */
    private record Standing(String state, BigDecimal value) {}

    /** Numbers that differ; {@code reports} are the rows by report, logs stand by the short names of their services. */
    public static List<String> faults(Map<String, List<Commit>> logs, Map<String, JsonNode> reports) {
        var faults = new ArrayList<String>();
        expected(logs)
                .forEach((report, numbers) -> numbers.forEach((measure, expected) -> {
                    var shown = shown(reports.get(report), measure);
                    if (shown == null || shown.compareTo(expected) != 0) {
                        faults.add("%s: %s is %s in the report and %s by the log"
                                .formatted(report, measure, shown, expected));
                    }
                }));
        return faults;
    }

    /** Over all rows, a currency each, in which what is not known is nothing; null where one has no such column. */
    private static @Nullable BigDecimal shown(JsonNode rows, String measure) {
        var sum = BigDecimal.ZERO;
        for (var row : rows) {
            if (!row.has(measure)) {
                return null;
            }
            sum = sum.add(new BigDecimal(row.path(measure).asString("0")));
        }
        return sum;
    }

    private static Map<String, Map<String, BigDecimal>> expected(Map<String, List<Commit>> logs) {
        var deals = deals(logs.getOrDefault("opportunity", List.of())).values();
        var contracts = contracts(logs.getOrDefault("contract", List.of())).values();
        var delivery = logs.getOrDefault("delivery", List.of());
        var initiated = count(delivery, "handover.initiated");
        var accepted = count(delivery, "handover.accepted");
        var done = accepted.add(count(delivery, "handover.called-off"));
        return new TreeMap<>(Map.of(
                "funnel",
                Map.of(
                        "opportunities", BigDecimal.valueOf(deals.size()),
                        "identified", in(deals, "identified"),
                        "qualified", in(deals, "qualified"),
                        "lost", in(deals, "lost"),
                        "won", in(deals, "won"),
                        "won_value_to_date", worth(deals, "won"),
                        "open_value", worth(deals, "identified").add(worth(deals, "qualified"))),
                "contracts",
                Map.of(
                        "drafted", in(contracts, "drafted"),
                        "signed", in(contracts, "signed").add(in(contracts, "became-effective")),
                        "signed_value", worth(contracts, "signed").add(worth(contracts, "became-effective"))),
                "handovers",
                Map.of("initiated", initiated, "accepted", accepted, "waiting", initiated.subtract(done))));
    }

    private static Map<String, Standing> deals(List<Commit> log) {
        var deals = new HashMap<String, Standing>();
        var qualified = new HashSet<String>();
        log.forEach(commit -> commit.events().forEach(event -> {
            var before = deals.getOrDefault(event.subject(), new Standing("", BigDecimal.ZERO));
            if (event.name().equals("opportunity.qualified")) {
                qualified.add(event.subject());
            }
            switch (event.name()) {
                case "opportunity.identified" ->
                    deals.put(event.subject(), new Standing("identified", amount(event, "expectedValue")));
                case "opportunity.value-updated" ->
                    deals.put(event.subject(), new Standing(before.state(), amount(event, "expectedValue")));
                case "opportunity.won" -> deals.put(event.subject(), new Standing("won", amount(event, "value")));
                case "opportunity.reopened" ->
                    deals.put(
                            event.subject(),
                            new Standing(
                                    qualified.contains(event.subject()) ? "qualified" : "identified", before.value()));
                case "opportunity.qualified", "opportunity.lost", "opportunity.withdrawn", "opportunity.rejected" ->
                    deals.put(event.subject(), new Standing(lastWord(event), before.value()));
                default -> {}
            }
        }));
        return deals;
    }

    private static Map<String, Standing> contracts(List<Commit> log) {
        var contracts = new HashMap<String, Standing>();
        log.forEach(commit -> commit.events().forEach(event -> {
            switch (event.name()) {
                case "contract.drafted", "contract.signed" ->
                    contracts.put(event.subject(), new Standing(lastWord(event), amount(event, "value")));
                case "contract.revised", "contract.amended" ->
                    contracts.computeIfPresent(
                            event.subject(), (_, before) -> new Standing(before.state(), amount(event, "value")));
                case "contract.became-effective", "contract.withdrawn", "contract.voided" ->
                    contracts.computeIfPresent(
                            event.subject(), (_, before) -> new Standing(lastWord(event), before.value()));
                default -> {}
            }
        }));
        return contracts;
    }

    private static String lastWord(Event event) {
        return event.name().substring(event.name().indexOf('.') + 1);
    }

    private static BigDecimal amount(Event event, String field) {
        return new BigDecimal(event.data().path(field).path("amount").asString("0"));
    }

    private static BigDecimal count(List<Commit> log, String name) {
        return BigDecimal.valueOf(Commit.events(log, name).count());
    }

    private static BigDecimal in(Collection<Standing> all, String state) {
        return BigDecimal.valueOf(
                all.stream().filter(one -> one.state().equals(state)).count());
    }

    private static BigDecimal worth(Collection<Standing> all, String state) {
        return all.stream()
                .filter(one -> one.state().equals(state))
                .map(Standing::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
