package io.milepost.platform.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What becomes of events on their way to webhooks. The instance that sends tells what waits; the others do not know. */
final class WebhookMeters {
    private static final Standing UNKNOWN = new Standing(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private final Registry registry;
    private final Outbox outbox;
    private final Clock clock;
    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private volatile Standing standing = UNKNOWN;

    WebhookMeters(Registry registry, Outbox outbox, Clock clock, MeterRegistry meters) {
        this.registry = registry;
        this.outbox = outbox;
        this.clock = clock;
        Arrays.stream(Outcome.values())
                .forEach(outcome -> outcomes.put(
                        outcome,
                        Counter.builder("milepost.webhook.deliveries")
                                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                                .description("Events for webhooks, by what became of them")
                                .register(meters)));
        gauge(
                "waiting",
                Standing::waiting,
                "Events that wait for webhooks that are not disabled; NaN where another instance sends",
                meters);
        gauge(
                "oldest.seconds",
                Standing::oldest,
                "Since the oldest of them was to be sent; 0 where none waits",
                meters);
        for (boolean byFailure : new boolean[] {true, false}) {
            Gauge.builder("milepost.webhook.disabled", this, known -> known.standing.disabled(byFailure))
                    .tag("by", byFailure ? "failure" : "operator")
                    .description("Webhooks that are disabled, because they took nothing or by an operator")
                    .register(meters);
        }
    }

    /** Of one event and one webhook. */
    enum Outcome {
        DELIVERED,
        FAILED,
        GIVEN_UP,
        WITHHELD
    }

    private record Standing(double waiting, double oldest, double failed, double switchedOff) {
        double disabled(boolean byFailure) {
            return byFailure ? failed : switchedOff;
        }
    }

    private void gauge(String name, Function<Standing, Double> value, String description, MeterRegistry meters) {
        Gauge.builder("milepost.webhook." + name, this, known -> value.apply(known.standing))
                .description(description)
                .register(meters);
    }

    void count(Outcome outcome) {
        Objects.requireNonNull(outcomes.get(outcome)).increment();
    }

    /**
     * Looks into the database. Blocks.
     *
     * @param sends whether this instance is the one that sends
     */
    void look(boolean sends) {
        if (!sends) {
            standing = UNKNOWN;
            return;
        }
        var active = registry.active().stream().map(Registry.Registered::id).toList();
        var now = clock.instant();
        standing = new Standing(
                outbox.waiting(active),
                outbox.oldest(active)
                        .map(since -> Math.max(0, Duration.between(since, now).toMillis() / 1_000.0))
                        .orElse(0.0),
                registry.disabled(true),
                registry.disabled(false));
    }
}
