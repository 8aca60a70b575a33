package io.milepost.platform.axon;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.catalogue.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/** What commands cost the log, by aggregate: those of callers, of automations and of timers. */
final class CommandMeters {
    /** Measures nothing. */
    static final CommandMeters NONE = new CommandMeters(Map.of(), Map.of());

    private final Map<String, Counter> attempts;
    private final Map<String, Counter> reads;

    private CommandMeters(Map<String, Counter> attempts, Map<String, Counter> reads) {
        this.attempts = attempts;
        this.reads = reads;
    }

    static CommandMeters of(List<Catalogue<?, ?, ?>> catalogues, MeterRegistry meters) {
        return new CommandMeters(
                byAggregate(
                        catalogues,
                        aggregate -> Counter.builder("milepost.command.attempts")
                                .tag("aggregate", aggregate)
                                .description(
                                        "How often commands were decided: once more after another commit, or on an exact read")
                                .register(meters)),
                byAggregate(
                        catalogues,
                        aggregate -> Counter.builder("milepost.command.reads")
                                .tag("aggregate", aggregate)
                                .description(
                                        "Queries of the log that decisions needed, also for what they only look at")
                                .register(meters)));
    }

    private static Map<String, Counter> byAggregate(
            List<Catalogue<?, ?, ?>> catalogues, Function<String, Counter> counter) {
        return catalogues.stream()
                .collect(Collectors.toMap(Catalogue::aggregate, one -> counter.apply(one.aggregate())));
    }

    /** An attempt begins, whose queries are counted. */
    void attempt(String aggregate, ProcessingContext context) {
        var begun = attempts.get(aggregate);
        var asked = reads.get(aggregate);
        if (begun != null && asked != null) {
            begun.increment();
            context.putResource(LogStorageEngine.READS, asked);
        }
    }
}
