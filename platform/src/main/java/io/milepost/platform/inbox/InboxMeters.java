package io.milepost.platform.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.ToDoubleFunction;

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

    static Counter reactions(MeterRegistry meters, String rule, String outcome) {
        return Counter.builder("milepost.automation.reactions")
                .tag("rule", rule)
                .tag("outcome", outcome)
                .description(
                        "Events that an automation has worked on: done, parked, or failed for now and to be tried again")
                .register(meters);
    }

    /** Of one consumer, for as long as it reads. */
    static List<Meter> of(TopicConsumer consumer, MeterRegistry meters) {
        var clock = meters.config().clock();
        return List.of(
                counter(
                        "consumed",
                        consumer,
                        "records-consumed-total",
                        "Records that the consumer has fetched, also those that came again",
                        meters),
                counter(
                        "consumed.bytes",
                        consumer,
                        "bytes-consumed-total",
                        "Bytes that the consumer has fetched",
                        meters),
                counter(
                        "rebalances",
                        consumer,
                        "rebalance-total",
                        "How often the group has dealt out its partitions anew",
                        meters),
                gauge(
                        "fetch.seconds",
                        consumer,
                        c -> c.figures().seconds("fetch-latency-avg"),
                        "Mean time of a fetch lately; 0 where there was none",
                        meters),
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

    private static FunctionCounter counter(
            String name, TopicConsumer consumer, String figure, String description, MeterRegistry meters) {
        return FunctionCounter.builder(
                        "milepost.inbox." + name, consumer, c -> c.figures().of(figure))
                .tag("group", consumer.group())
                .description(description)
                .register(meters);
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
