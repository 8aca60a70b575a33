package io.milepost.platform.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.milepost.platform.command.Outcome;
import java.util.function.Supplier;

/** Times every command from outside: {@code milepost.command} by command and outcome. */
public final class CommandTimer {
    private final MeterRegistry meters;

    public CommandTimer(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Times this dispatch; the command is a catalogue row's name, so the number of series is bounded. */
    public Outcome record(String command, Supplier<Outcome> dispatch) {
        var sample = Timer.start(meters);
        var label = "fault";
        try {
            var outcome = dispatch.get();
            label = labelOf(outcome);
            return outcome;
        } finally {
            sample.stop(Timer.builder("milepost.command")
                    .description("Commands from outside, from reading to the answer")
                    .tag("command", command)
                    .tag("outcome", label)
                    .register(meters));
        }
    }

    private static String labelOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed done -> done.replayed() ? "replayed" : "accepted";
            case Outcome.Unchanged same -> "unchanged";
            case Outcome.Refused refused -> "refused";
            case Outcome.TooLarge large -> "too_large";
            case Outcome.Unknown unknown -> "unknown";
            case Outcome.Unseen unseen -> "unseen";
            case Outcome.NotYourDuty duty -> "not_your_duty";
            case Outcome.AlreadyExists taken -> "exists";
            case Outcome.Stale stale -> "stale";
            case Outcome.KeyReused reused -> "key_reused";
            case Outcome.TooEarly early -> "too_early";
            case Outcome.TimeNotAllowed time -> "time_not_allowed";
            case Outcome.Contended contended -> "contended";
        };
    }
}
