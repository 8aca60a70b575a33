package io.milepost.suite.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** A topic against its log: every event exactly once, as it was stored, and in the log's order for each key (operations.md I4). */
public final class TopicAudit {

    private TopicAudit() {}

    /** What is missing, doubled, changed or out of order; {@code topic} is each partition in its order. */
    public static List<String> faults(List<Commit> commits, List<Published> topic) {
        var faults = new ArrayList<String>();
        var open = new HashMap<Long, Event>();
        commits.forEach(commit -> commit.events().forEach(event -> open.put(event.position(), event)));
        long head = open.size();
        var reached = new HashMap<String, Published>();
        for (var sent : topic) {
            var event = open.remove(sent.sequence());
            if (event == null) {
                faults.add((sent.sequence() > 0 && sent.sequence() <= head
                                ? "position %d is published twice, again at %d-%d"
                                : "position %d is published at %d-%d and not in the log")
                        .formatted(sent.sequence(), sent.partition(), sent.offset()));
            } else if (!event.id().equals(sent.eventId())
                    || !event.root().equals(sent.key())
                    || !Arrays.equals(event.payload(), sent.value())) {
                faults.add("position %d is published as something else".formatted(sent.sequence()));
            }
            var before = reached.put(sent.key(), sent);
            if (before != null && before.sequence() >= sent.sequence()) {
                faults.add("key %s goes back from position %d to %d"
                        .formatted(sent.key(), before.sequence(), sent.sequence()));
            }
            if (before != null && before.partition() != sent.partition()) {
                faults.add("key %s stands in partitions %d and %d"
                        .formatted(sent.key(), before.partition(), sent.partition()));
            }
        }
        open.keySet().stream()
                .sorted()
                .map("position %d is not published"::formatted)
                .forEach(faults::add);
        return faults;
    }
}
