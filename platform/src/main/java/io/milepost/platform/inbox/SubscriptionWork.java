package io.milepost.platform.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.observe.Spans;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Hands a partition's events to a handler that keeps positions of its own, repeats included. Only the epoch is watched here.
 * A record that is no event is handed over as such: the handler notes that it goes on without it, or stops the partition.
 */
final class SubscriptionWork implements PartitionWork {
    private final Subscription subscription;
    private final Positions positions;
    private final Epochs epochs;
    private final Counter handled;
    private volatile Spans spans = Spans.NONE;

    SubscriptionWork(Subscription subscription, Positions positions, Epochs epochs, MeterRegistry meters) {
        this.subscription = subscription;
        this.positions = positions;
        this.epochs = epochs;
        this.handled = InboxMeters.handled(meters, subscription.group());
    }

    /** From now on, what the handler has made of an event is a span of its trace. */
    SubscriptionWork tracedBy(Spans tracing) {
        spans = tracing;
        return this;
    }

    @Override
    public long next(int partition) {
        return positions
                .load(subscription.group(), subscription.source(), partition)
                .next();
    }

    @Override
    public void handle(int partition, List<ConsumerRecord<byte[], byte[]>> records) {
        var before = positions.load(subscription.group(), subscription.source(), partition);
        var reached = before;
        var batch = new ArrayList<Inbound>(records.size());
        var traced = new ArrayList<Spans.Running>();
        @Nullable EpochChanged stop = null;
        for (var record : records) {
            Arrival arrival;
            try {
                arrival = Arrival.of(record);
            } catch (Inbound.Unreadable e) {
                subscription.handler().pass(Unread.at(subscription.source(), record));
                continue;
            }
            var event = arrival.event();
            if (!reached.comparesWith(event) && !epochs.accepts(event)) {
                stop = new EpochChanged(reached, event);
                break;
            }
            reached = HighWater.at(arrival);
            batch.add(event);
            traced.add(spans.begin("project", arrival.traceparent()));
        }
        if (!batch.isEmpty()) {
            subscription.handler().handle(partition, List.copyOf(batch));
            traced.forEach(Spans.Running::end);
            handled.increment(batch.size());
            positions.save(subscription.group(), subscription.source(), partition, before, reached);
        }
        if (stop != null) {
            throw stop;
        }
    }
}
