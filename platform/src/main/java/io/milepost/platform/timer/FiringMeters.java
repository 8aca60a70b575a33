package io.milepost.platform.timer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts what became of due dates by their rule, whatever the parts are that its kinds have. */
final class FiringMeters {
    private final DueRules rules;
    private final MeterRegistry meters;

    FiringMeters(DueRules rules, MeterRegistry meters) {
        this.rules = rules;
        this.meters = meters;
        rules.names().forEach(rule -> counter(rule, nameOf(Firing.Result.SETTLED)));
    }

    /** @param result null where it failed */
    void count(DueDates.Item item, Firing.@Nullable Result result) {
        counter(rules.nameOf(item.aggregate(), item.kind()), result == null ? "failed" : nameOf(result))
                .increment();
    }

    private static String nameOf(Firing.Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }

    private Counter counter(String rule, String outcome) {
        return Counter.builder("milepost.timer.fired")
                .tag("rule", rule)
                .tag("outcome", outcome)
                .description("Due dates that had their effect, were no longer waited for, met a change, or failed")
                .register(meters);
    }
}
