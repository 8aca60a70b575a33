package io.milepost.platform.simulation;

import io.milepost.platform.eventlog.SimulatedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Two or three instances append to one log for some clients, and somebody reads along. */
final class AppendStory {

    private AppendStory() {}

    static Story of(long seed, Set<Flaw> flaws, boolean told) {
        var schedule = new Schedule(seed, told);
        var random = schedule.random();
        var weather = new Weather(random);
        var store = new MemoryStore(flaws);
        var tellings = new Tellings();
        var violations = new ArrayList<String>();
        try {
            var writers = IntStream.range(0, random.nextInt(2, 4))
                    .mapToObj(i -> new Writer(schedule, weather, store, "w" + i, false, _ -> {}))
                    .toList();
            var clients = IntStream.range(0, random.nextInt(2, 5))
                    .mapToObj(i -> new Client(schedule, writers, "c" + i, tellings, random.nextInt(1, 4)))
                    .toList();
            var reader = new Reader(schedule, writers, tellings);
            schedule.await(() -> tellings.endedClients() == clients.size(), Long.MAX_VALUE);
            weather.heal();
            schedule.awaitLate();
            for (var append : tellings.unanswered()) {
                // Some never ask again.
                if (random.nextInt(3) > 0 && !clients.getFirst().ask(append, 200)) {
                    violations.add("I8: nobody answers " + append.requestId());
                }
            }
            schedule.await(() -> reader.position() == head(store), Long.MAX_VALUE);
        } catch (Schedule.NoQuiet stuck) {
            violations.add("I8: " + stuck.getMessage());
        } finally {
            schedule.end();
        }
        var log =
                SimulatedLog.commits(List.copyOf(store.documents(Writer.EVENTS).values()));
        violations.addAll(tellings.violations(log));
        return new Story(
                seed, violations, schedule.print(), schedule.steps(), log.size(), weather.struck(), schedule.story());
    }

    private static long head(MemoryStore store) {
        var documents = store.documents(Writer.EVENTS);
        return documents.isEmpty() ? 0 : documents.lastEntry().getValue().getLong("l");
    }
}
