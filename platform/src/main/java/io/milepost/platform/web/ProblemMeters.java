package io.milepost.platform.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts requests that ended in a problem. Refusals of a domain are one code here; by their own they are told where commands are. */
final class ProblemMeters {
    private static final String REFUSED = "REFUSED";
    private static final Set<String> OURS =
            Arrays.stream(ProblemCode.values()).map(ProblemCode::name).collect(Collectors.toUnmodifiableSet());

    private final MeterRegistry meters;

    ProblemMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String code, int status) {
        Counter.builder("milepost.problems")
                .tag("code", OURS.contains(code) ? code : REFUSED)
                .tag("status", Integer.toString(status))
                .description(
                        "Requests that were answered with a problem, by its code; REFUSED is any refusal of a domain")
                .register(meters)
                .increment();
    }
}
