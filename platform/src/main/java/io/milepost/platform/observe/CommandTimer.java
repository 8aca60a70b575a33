package io.milepost.platform.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.milepost.platform.command.Outcome;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Times every command from outside: {@code milepost.command} by command and outcome, counted and summed; and
 * {@code milepost.aggregate.command} by aggregate and how it ended, as a histogram. Buckets by command would be tens of thousands
 * of series.
 */
public final class CommandTimer {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry meters;

    public CommandTimer(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Times this dispatch; both names are of a catalogue, so the number of series is bounded. */
    public Outcome record(String aggregate, String command, Supplier<Outcome> dispatch) {
        var sample = Timer.start(meters);
        var label = "fault";
        var end = "failed";
        try {
            var outcome = dispatch.get();
            label = labelOf(outcome);
            end = endOf(outcome);
            return outcome;
        } finally {
            long nanos = sample.stop(Timer.builder("milepost.command")
                    .description("Commands from outside, from reading to the answer")
                    .tag("command", command)
                    .tag("outcome", label)
                    .register(meters));
            Timer.builder("milepost.aggregate.command")
                    .description("Commands from outside by aggregate: done, refused to the caller, or failed here")
                    .tag("aggregate", aggregate)
                    .tag("end", end)
                    .serviceLevelObjectives(BUCKETS)
                    .register(meters)
                    .record(Duration.ofNanos(nanos));
        }
    }

    private static String endOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed _, Outcome.Unchanged _ -> "done";
            // Nothing that the caller said is at fault: there was no quiet moment to store it.
            case Outcome.Contended _ -> "failed";
            default -> "refused";
        };
    }

    private static String labelOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed done -> done.replayed() ? "replayed" : "accepted";
            case Outcome.Unchanged same -> "unchanged";
            case Outcome.Refused refused -> "refused";
            case Outcome.TooLarge large -> "too_large";
            case Outcome.PersonErased erased -> "person_erased";
            case Outcome.Unknown unknown -> "unknown";
            case Outcome.Unseen unseen -> "unseen";
            case Outcome.NotYourDuty duty -> "not_your_duty";
            case Outcome.AlreadyExists taken -> "exists";
            case Outcome.ExternalIdTaken taken -> "external_id_taken";
            case Outcome.TooManyExternalIds many -> "too_many_external_ids";
            case Outcome.Stale stale -> "stale";
            case Outcome.KeyReused reused -> "key_reused";
            case Outcome.TooEarly early -> "too_early";
            case Outcome.TimeNotAllowed time -> "time_not_allowed";
            case Outcome.Contended contended -> "contended";
        };
    }
}
