package io.milepost.platform.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/** What consumers tell of themselves, each by its group. */
final class InboxMeters {
    private InboxMeters() {}

    static Counter handled(MeterRegistry meters, String group) {
        return Counter.builder("milepost.inbox.handled")
                .tag("group", group)
                .description("Records that this instance has worked off")
                .register(meters);
    }

    static Counter duplicates(MeterRegistry meters, String group) {
        return Counter.builder("milepost.inbox.duplicates")
                .tag("group", group)
                .description("Records that came again and changed nothing")
                .register(meters);
    }

    /** Of one consumer, for as long as it reads. */
    static List<Meter> of(TopicConsumer consumer, MeterRegistry meters) {
        var clock = meters.config().clock();
        return List.of(
                gauge("lag", consumer, TopicConsumer::lag, "Records that wait to be read by this instance", meters),
                gauge(
                        "lag.seconds",
                        consumer,
                        c -> Math.max(
                                        0,
                                        c.waitingSince()
                                                .map(since -> clock.wallTime() - since)
                                                .orElse(0L))
                                / 1e3,
                        "Age of the oldest record that this instance knows to wait, since it was published",
                        meters),
                gauge(
                        "poll.age.seconds",
                        consumer,
                        TopicConsumer::secondsSincePoll,
                        "Since the consumer last asked for records: it works on a batch, waits for its topic, or hangs",
                        meters),
                gauge(
                        "connected",
                        consumer,
                        c -> c.isConnected() ? 1 : 0,
                        "1 while the consumer holds a connection to a broker",
                        meters),
                gauge(
                        "failing",
                        consumer,
                        c -> c.failing().size(),
                        "Partitions whose next records fail and are tried again",
                        meters));
    }

    /** The client keeps count of its connections; a broker that is away leaves it none. */
    static BooleanSupplier connectionOf(Consumer<byte[], byte[]> consumer) {
        var count = consumer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-count"))
                .map(Map.Entry::getValue)
                .findFirst();
        return () -> count.map(Metric::metricValue).orElse(0.0) instanceof Double open && open > 0;
    }

    private static Gauge gauge(
            String name,
            TopicConsumer consumer,
            ToDoubleFunction<TopicConsumer> value,
            String description,
            MeterRegistry meters) {
        return Gauge.builder("milepost.inbox." + name, consumer, value)
                .tag("group", consumer.group())
                .description(description)
                .register(meters);
    }
}
