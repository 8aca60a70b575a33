package io.milepost.suite.year;

import io.milepost.suite.year.Fact.Sum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What contracts sell, line by line. */
final class Sold {
    private Sold() {}

    private record Listed(String owner, @Nullable LocalDate signedOn, Map<Integer, JsonNode> lines) {}

    static List<Line> lines(List<Fact> facts) {
        var contracts = new Chronicle<Listed>();
        for (var fact : facts) {
            var before = contracts.state(fact.subject());
            if (fact.name().equals("contract.drafted")) {
                contracts.becomes(fact.subject(), fact.day(), new Listed(fact.said("owner"), null, numbered(fact)));
            } else if (before != null) {
                switch (fact.name()) {
                    case "contract.revised" ->
                        contracts.becomes(
                                fact.subject(), fact.day(), new Listed(before.owner, before.signedOn, numbered(fact)));
                    case "contract.signed" ->
                        contracts.becomes(
                                fact.subject(),
                                fact.stated("signedOn"),
                                new Listed(fact.said("owner"), fact.stated("signedOn"), before.lines));
                    case "contract.amended" ->
                        contracts.becomes(
                                fact.subject(),
                                fact.stated("signedOn"),
                                new Listed(before.owner, before.signedOn, amended(before, fact)));
                    default -> {}
                }
            }
        }
        return contracts.lines(Sold::rows);
    }

    private static Map<Integer, JsonNode> numbered(Fact fact) {
        var lines = new TreeMap<Integer, JsonNode>();
        fact.data().path("lines").forEach(line -> lines.put(lines.size() + 1, line));
        return lines;
    }

    private static Map<Integer, JsonNode> amended(Listed before, Fact fact) {
        var lines = new TreeMap<>(before.lines);
        for (var line : fact.data().path("lines")) {
            if (line.path("after").isObject()) {
                lines.put(line.path("number").asInt(), line.path("after"));
            } else {
                lines.remove(line.path("number").asInt());
            }
        }
        return lines;
    }

    private static List<Row> rows(Listed contract) {
        var rows = new ArrayList<Row>();
        for (var line : contract.lines.values()) {
            var price = Sum.of(line.path("unitPrice"));
            rows.add(new Row()
                    .of(price)
                    .told("owner", contract.owner)
                    .told("product", line.path("product").asString())
                    .toldPeriods(contract.signedOn)
                    .adds(
                            "sold_quantity",
                            new BigDecimal(line.path("quantity").asString()),
                            contract.signedOn != null,
                            null));
        }
        return rows;
    }
}
