package io.milepost.platform.relay;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.eventlog.EventLog;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** What the relay tells of itself and of its topics. */
final class RelayMeters {
    private static final Map<String, Class<? extends Relay.Status>> STATES = Map.of(
            "publishing", Relay.Status.Publishing.class,
            "standing_by", Relay.Status.StandingBy.class,
            "retrying", Relay.Status.Retrying.class,
            "refusing", Relay.Status.Refusing.class);

    private RelayMeters() {}

    static void of(LogRelay relay, Broker broker, EventLog log, MeterRegistry meters) {
        counter(meters, "sent", broker, "record-send-total", "Records that the producer of this instance has sent");
        counter(
                meters,
                "send.errors",
                broker,
                "record-error-total",
                "Records that the broker did not take from the producer of this instance");
        gauge(
                meters,
                "request.seconds",
                broker,
                b -> b.figures().seconds("request-latency-avg"),
                "Mean time of a request of the producer lately; 0 where there was none");
        gauge(meters, "head.position", log, EventLog::head, "Position of the log's last event");
        gauge(
                meters,
                "published.position",
                relay,
                RelayMeters::published,
                "Position of the last event published; NaN where another instance publishes");
        gauge(
                meters,
                "lag.events",
                relay,
                r -> behind(r, log),
                "Events stored and not yet published, at most; NaN where another instance publishes");
        gauge(
                meters,
                "lag.seconds",
                relay,
                LogRelay::lagSeconds,
                "For how long there has been something to publish, at most");
        Gauge.builder("milepost.relay.epoch", () -> 1)
                .tag("epoch", log.epoch())
                .description("1, and in its label the epoch of the log that this instance publishes")
                .register(meters);
        STATES.forEach((name, type) -> Gauge.builder(
                        "milepost.relay.state", relay, r -> type.isInstance(r.status()) ? 1 : 0)
                .tag("state", name)
                .description(
                        "1 for the state that the relay of this instance is in; one instance of a service publishes")
                .register(meters));
        gauge(
                meters,
                "topic.replicas",
                broker,
                b -> of(b, Broker.Copies::replicas),
                "Copies of each partition of the relay's topics, the fewest; NaN until this instance has published");
        gauge(
                meters,
                "topic.insync.min",
                broker,
                b -> of(b, Broker.Copies::inSync),
                "min.insync.replicas of the relay's topics, the lowest; NaN until this instance has published");
    }

    private static double of(Broker broker, ToIntFunction<Broker.Copies> what) {
        var known = broker.copies();
        return known == null ? Double.NaN : what.applyAsInt(known);
    }

    /** All of them as long as no broker says how far the topic is. */
    static double behind(LogRelay relay, EventLog log) {
        return relay.status() instanceof Relay.Status.StandingBy
                ? Double.NaN
                : Math.max(0, log.head() - relay.publishedPosition().orElse(0));
    }

    private static double published(LogRelay relay) {
        return relay.status() instanceof Relay.Status.StandingBy
                ? Double.NaN
                : relay.publishedPosition().stream()
                        .asDoubleStream()
                        .findFirst()
                        .orElse(Double.NaN);
    }

    private static void counter(MeterRegistry meters, String name, Broker broker, String figure, String description) {
        FunctionCounter.builder(
                        "milepost.relay." + name, broker, b -> b.figures().of(figure))
                .description(description)
                .register(meters);
    }

    private static <T> void gauge(
            MeterRegistry meters, String name, T of, ToDoubleFunction<T> value, String description) {
        Gauge.builder("milepost.relay." + name, of, value)
                .description(description)
                .register(meters);
    }
}
