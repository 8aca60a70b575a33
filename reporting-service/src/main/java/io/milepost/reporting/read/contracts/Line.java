package io.milepost.reporting.read.contracts;

import io.milepost.reporting.read.Currencies;
import io.milepost.reporting.read.contracts.Agreement.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One owner's contracts of one state, month and currency on the day of a report. */
record Line(String owner, State state, String signedMonth, String currency, long contracts, long minor) {
    /** In a path, for a month that a draft does not have. */
    static final String NONE = "-";

    static List<Line> of(Map<String, Map<String, Long>> sums) {
        List<Line> lines = new ArrayList<>();
        sums.forEach((owner, amounts) -> amounts.forEach((path, contracts) -> {
            if (path.endsWith("/n") && contracts != 0) {
                String[] names = path.split("/", -1);
                String value = path.substring(0, path.length() - 1) + "v";
                lines.add(new Line(
                        owner,
                        State.valueOf(names[0]),
                        names[1],
                        names[2],
                        contracts,
                        amounts.getOrDefault(value, 0L)));
            }
        }));
        return lines;
    }

    /** Drafted are those that wait for a signature; signed counts the effective ones too. */
    static void sum(List<Line> lines, ObjectNode json, @Nullable String currency) {
        json.put("drafted", count(lines, State.DRAFTED));
        json.put("signed", count(lines, State.SIGNED) + count(lines, State.EFFECTIVE));
        json.put("effective", count(lines, State.EFFECTIVE));
        long minor = lines.stream()
                .filter(line -> line.state() != State.DRAFTED)
                .mapToLong(Line::minor)
                .reduce(0, Math::addExact);
        Currencies.put(json, "signedValue", minor, currency);
    }

    private static long count(List<Line> lines, State state) {
        return lines.stream()
                .filter(line -> line.state() == state)
                .mapToLong(Line::contracts)
                .sum();
    }
}
