package io.milepost.platform.command;

import java.time.Duration;
import java.time.Instant;

/** When the fact of a command is true: what was stated, held against now and the entity's last. */
public sealed interface EffectiveTime {

    /** Two clocks are never quite equal. */
    Duration TOLERANCE = Duration.ofSeconds(1);

    record At(Instant time) implements EffectiveTime {}

    record Not(Outcome because) implements EffectiveTime {}

    static EffectiveTime of(Request request, Instant now, Instant last) {
        var stated = request.effectiveAt();
        if (stated == null) {
            return new At(later(now, last));
        }
        // The log keeps milliseconds: what is decided with is what will be read.
        var time = Instant.ofEpochMilli(stated.toEpochMilli());
        if (request.timing() != Request.Timing.FOLLOWING && time.isAfter(now.plus(TOLERANCE))) {
            return notAllowed(request, "the stated time is in the future");
        }
        return switch (request.timing()) {
            // A cause of another service was held against that service's clock; refusing it here would only lose the
            // effect.
            case FOLLOWING -> new At(later(time, last));
            case BACKDATED -> time.isBefore(last) ? new Not(new Outcome.TooEarly(request.id())) : new At(time);
            case PRESENT ->
                time.isBefore(now.minus(TOLERANCE))
                        ? notAllowed(request, "an earlier time than that of arrival may not be stated here")
                        : new At(later(time, last));
        };
    }

    private static EffectiveTime notAllowed(Request request, String detail) {
        return new Not(new Outcome.TimeNotAllowed(request.id(), detail));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
