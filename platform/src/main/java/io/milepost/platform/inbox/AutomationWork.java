package io.milepost.platform.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.observe.Spans;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Everything that this service does because of one other service: the reactions to a batch, in order for each key and at once
 * for different keys, then the position. What cannot be processed is parked with all that its key has later.
 */
final class AutomationWork implements PartitionWork {
    private final String group;
    private final String source;
    private final Map<String, List<Automation<?>>> byType = new LinkedHashMap<>();
    private final Reactor reactor;
    private final ConsumedPositions positions;
    private final ParkedStore parked;
    private final Epochs epochs;
    private final Supplier<ExecutorService> keys;
    private final MeterRegistry meters;
    private volatile Spans spans = Spans.NONE;
    private final Counter handled;
    private final Counter duplicates;

    /** Batches share it; a redrive has it alone, so that nothing overtakes what it takes out. */
    private final ReentrantReadWriteLock order = new ReentrantReadWriteLock();

    AutomationWork(
            String group,
            String source,
            List<Automation<?>> automations,
            Reactor reactor,
            ConsumedPositions positions,
            ParkedStore parked,
            Epochs epochs,
            MeterRegistry meters) {
        this(
                group,
                source,
                automations,
                reactor,
                positions,
                parked,
                epochs,
                Executors::newVirtualThreadPerTaskExecutor,
                meters);
    }

    /** @param keys opens what the keys of a batch are worked on, each by one task */
    AutomationWork(
            String group,
            String source,
            List<Automation<?>> automations,
            Reactor reactor,
            ConsumedPositions positions,
            ParkedStore parked,
            Epochs epochs,
            Supplier<ExecutorService> keys,
            MeterRegistry meters) {
        this.group = group;
        this.source = source;
        automations.forEach(automation -> byType.computeIfAbsent(automation.type(), type -> new ArrayList<>())
                .add(automation));
        this.reactor = reactor;
        this.positions = positions;
        this.parked = parked;
        this.epochs = epochs;
        this.keys = keys;
        this.meters = meters;
        automations.forEach(automation -> InboxMeters.reactions(meters, automation.name(), "parked"));
        this.handled = InboxMeters.handled(meters, group);
        this.duplicates = InboxMeters.duplicates(meters, group);
    }

    /** From now on, each reaction is a span of the trace that its event belongs to. */
    AutomationWork tracedBy(Spans tracing) {
        spans = tracing;
        return this;
    }

    String group() {
        return group;
    }

    String source() {
        return source;
    }

    @Override
    public long next(int partition) {
        return positions.load(group, source, partition).next();
    }

    @Override
    public void handle(int partition, List<ConsumerRecord<byte[], byte[]>> records) {
        order.readLock().lock();
        try {
            handleInOrder(partition, records);
        } finally {
            order.readLock().unlock();
        }
    }

    private void handleInOrder(int partition, List<ConsumerRecord<byte[], byte[]>> records) {
        var before = positions.load(group, source, partition);
        var reached = before;
        var byKey = new LinkedHashMap<String, List<Step>>();
        @Nullable EpochChanged stop = null;
        for (var record : records) {
            var step = read(record);
            if (step instanceof Step.React(var arrival)) {
                var event = arrival.event();
                if (!reached.comparesWith(event)) {
                    if (!epochs.accepts(event)) {
                        stop = new EpochChanged(reached, event);
                        break;
                    }
                    reached = HighWater.NONE;
                }
                if (reached.covers(event)) {
                    duplicates.increment();
                    continue;
                }
                reached = HighWater.at(arrival);
                if (!byType.containsKey(event.type())) {
                    continue;
                }
            }
            byKey.computeIfAbsent(Arrival.keyOf(record), key -> new ArrayList<>())
                    .add(step);
        }
        perform(byKey, records.getFirst().topic(), partition);
        if (!reached.equals(before)) {
            positions.save(group, source, partition, before, reached);
        }
        if (stop != null) {
            throw stop;
        }
    }

    /** What a record asks for. */
    private sealed interface Step {
        ConsumerRecord<byte[], byte[]> record();

        record React(Arrival arrival) implements Step {
            @Override
            public ConsumerRecord<byte[], byte[]> record() {
                return arrival.record();
            }
        }

        record Park(ConsumerRecord<byte[], byte[]> record, String cause) implements Step {}
    }

    private static Step read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return new Step.React(Arrival.of(record));
        } catch (Inbound.Unreadable e) {
            return new Step.Park(record, "UNREADABLE_ENVELOPE");
        }
    }

    private void perform(Map<String, List<Step>> byKey, String topic, int partition) {
        if (byKey.isEmpty()) {
            return;
        }
        var parkedFrom = parked.keys(group, topic, partition);
        var done = new ArrayList<CompletableFuture<Void>>();
        try (var threads = keys.get()) {
            byKey.forEach((key, steps) ->
                    done.add(CompletableFuture.runAsync(() -> inOrder(steps, parkedFrom.get(key)), threads)));
        }
        try {
            done.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                // Nothing that another attempt would heal: the consumer's own thread ends by it and is seen to.
                case Error broken -> throw broken;
                case null, default -> throw e;
            }
        }
    }

    /**
     * What a replay brings again from before the first record that waits was done and is not behind it.
     *
     * @param parkedFrom offset of the first record of the key that waits, null when none does
     */
    private void inOrder(List<Step> steps, @Nullable Long parkedFrom) {
        var behind = false;
        for (var step : steps) {
            behind |= parkedFrom != null && step.record().offset() >= parkedFrom;
            var cause = behind ? ParkedStore.BEHIND_PARKED : causeToPark(step);
            if (cause == null) {
                handled.increment();
            } else {
                parked.park(group, step.record(), cause);
                behind = true;
            }
        }
    }

    private @Nullable String causeToPark(Step step) {
        return switch (step) {
            case Step.Park park -> park.cause();
            case Step.React react -> reactAll(react.arrival());
        };
    }

    private @Nullable String reactAll(Arrival arrival) {
        for (var automation : byType.getOrDefault(arrival.event().type(), List.of())) {
            var cause = reacted(automation, arrival);
            if (cause != null) {
                return cause;
            }
        }
        return null;
    }

    private @Nullable String reacted(Automation<?> automation, Arrival arrival) {
        var outcome = "failed";
        var span = spans.begin("react " + automation.name(), arrival.traceparent());
        try {
            var cause = reactor.react(automation, arrival);
            outcome = cause == null ? "done" : "parked";
            return cause;
        } finally {
            span.end();
            InboxMeters.reactions(meters, automation.name(), outcome).increment();
        }
    }

    /** Processes what this group has parked for a key, in order, up to the first that has to stay. */
    ParkedRecords.Redriven redrive(String key) {
        order.writeLock().lock();
        try {
            var done = 0;
            for (var waiting : parkedOf(key)) {
                var cause = causeToPark(read(ParkedStore.recordOf(waiting)));
                if (cause != null) {
                    parked.stays(waiting, cause);
                    return new ParkedRecords.Redriven(done, cause);
                }
                parked.remove(waiting);
                handled.increment();
                done++;
            }
            return new ParkedRecords.Redriven(done, null);
        } finally {
            order.writeLock().unlock();
        }
    }

    private List<Document> parkedOf(String key) {
        return parked.ofKey(key).stream()
                .filter(waiting -> group.equals(waiting.getString("group")))
                .toList();
    }
}
