package io.milepost.platform.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts commands from outside that the domain refused. Each code of the catalogues is there from the start, so that its first time is seen too. */
final class RefusalMeters {
    private final Map<String, Map<String, Counter>> counters = new HashMap<>();

    RefusalMeters(List<Catalogue<?, ?, ?>> catalogues, MeterRegistry meters) {
        for (var catalogue : catalogues) {
            var codes = new HashMap<String, Counter>();
            catalogue
                    .refusals()
                    .forEach(refusal -> codes.put(
                            refusal.name(),
                            Counter.builder("milepost.refusals")
                                    .tag("aggregate", catalogue.aggregate())
                                    .tag("code", refusal.name())
                                    .description("Commands from outside that a rule or the present state refused")
                                    .register(meters)));
            counters.put(catalogue.aggregate(), codes);
        }
    }

    /** One that is told again was counted the first time. */
    void count(String aggregate, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused && !refused.replayed()) {
            var counter = counters.getOrDefault(aggregate, Map.of()).get(refused.code());
            if (counter != null) {
                counter.increment();
            }
        }
    }
}
