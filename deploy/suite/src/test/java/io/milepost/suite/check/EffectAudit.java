package io.milepost.suite.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one service does because of another: once for each cause, and never without one (operations.md I6). */
public final class EffectAudit {

    private EffectAudit() {}

    /** Effects that are missing, doubled or without a cause; logs by the short names of their services. */
    public static List<String> faults(Map<String, List<Commit>> logs) {
        var faults = new ArrayList<String>();
        var signed = events(logs, "contract", "contract.signed");
        var converted = events(logs, "lead", "lead.converted");
        var identified = events(logs, "opportunity", "opportunity.identified");
        faults.addAll(compare(
                "identified opportunities of converted leads",
                keys(converted, event -> text(event, "opportunityId")),
                keys(
                        identified.stream()
                                .filter(event -> !text(event, "leadId").isEmpty())
                                .toList(),
                        Event::subject)));
        faults.addAll(compare(
                "won opportunities",
                keys(signed, event -> text(event, "opportunityId")),
                keys(events(logs, "opportunity", "opportunity.won"), Event::subject)));
        faults.addAll(compare(
                "handovers of signed contracts",
                keys(signed, Event::subject),
                keys(events(logs, "delivery", "handover.initiated"), Event::subject)));
        faults.addAll(compare(
                "customers of signed contracts",
                new TreeSet<>(keys(signed, event -> text(event, "accountId"))),
                keys(events(logs, "lead", "account.became-customer"), Event::subject)));
        return faults;
    }

    private static List<String> compare(String what, Collection<String> causes, Collection<String> effects) {
        Map<String, Long> expected = counts(causes);
        Map<String, Long> found = counts(effects);
        return Stream.concat(expected.keySet().stream(), found.keySet().stream())
                .distinct()
                .filter(key -> !expected.getOrDefault(key, 0L).equals(found.getOrDefault(key, 0L)))
                .map(key -> "%s: %s has %d causes and %d effects"
                        .formatted(what, key, expected.getOrDefault(key, 0L), found.getOrDefault(key, 0L)))
                .toList();
    }

    private static Map<String, Long> counts(Collection<String> keys) {
        return keys.stream().collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static List<Event> events(Map<String, List<Commit>> logs, String log, String name) {
        return Commit.events(logs.getOrDefault(log, List.of()), name).toList();
    }

    private static List<String> keys(List<Event> events, Function<Event, String> key) {
        return events.stream().map(key).toList();
    }

    private static String text(Event event, String field) {
        return event.data().path(field).asString("");
    }
}
