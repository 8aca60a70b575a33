package io.milepost.bench.read;

import io.milepost.bench.Callers;
import io.milepost.bench.ConstantRate;
import io.milepost.bench.Figures;
import io.milepost.bench.ParcelApplication;
import io.milepost.bench.ParcelDesk;
import io.milepost.bench.Parcels;
import io.milepost.bench.RunningService;
import io.milepost.bench.Servers;
import io.milepost.bench.Table;
import io.milepost.platform.axon.Commands;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A whole service under half of what it takes, at a constant rate: how long after its commit an event is in a consumer's hand
 * on Kafka, and in the service's lists.
 */
final class HalfLoad {
    private static final int CALLERS = 256;
    private static final int PARCELS = 1_000;

    private final Servers servers;
    private final Duration time;
    private final Parcels parcels = new Parcels(PARCELS);

    HalfLoad(Servers servers, Duration time) {
        this.servers = servers;
        this.time = time;
    }

    /** @param kafkaMillis p99 from the acknowledged commit to a consumer of the topic */
    record Measured(double full, double kafkaMillis, Table table) {}

    Measured measure() {
        try (var service = RunningService.whole(ParcelApplication.class, "half", servers)) {
            var commands = service.bean(Commands.class);
            Callers.each(PARCELS, 64, parcel -> send(commands, parcel, true));
            // The first time is for the compilers.
            saturated(commands);
            double full = saturated(commands);
            service.settle();
            double half = full / 2;
            var crossings = new Crossings(service.head(), Math.toIntExact(Math.round(half * time.toMillis() / 1e3)));
            Figures answered;
            try (var _ = new Onlookers(service, servers, "half", crossings)) {
                answered = ConstantRate.run(half, time, piece -> {
                    int parcel = Math.toIntExact(piece % PARCELS);
                    return commands.dispatch(ParcelDesk.request(parcels.id(parcel), parcels.weigh(parcel)))
                            .thenApply(ParcelDesk::committed)
                            .thenAccept(stored -> crossings.acknowledged(stored.position()));
                });
                crossings.awaitAll();
            }
            var kafka = crossings.toKafka();
            var lists = crossings.toLists();
            return new Measured(
                    full,
                    kafka.getValueAtPercentile(99) / 1e6,
                    new Table(
                            "Half load, at a constant rate",
                            List.of("what", "per second", "p50 ms", "p99 ms", "most ms"),
                            List.of(
                                    row("command, from when it was due to its answer", half, answered.latency()),
                                    row("from the commit to a consumer on Kafka", half, kafka),
                                    row("from the commit to the lists", half, lists)),
                            List.of(
                                    "Half of what %d callers of the same service got, %,.0f commands/s, while relay and lists ran."
                                            .formatted(CALLERS, full))));
        }
    }

    private double saturated(Commands commands) {
        return Callers.run(CALLERS, time.dividedBy(3), caller -> send(commands, caller, false))
                .perSecond();
    }

    private void send(Commands commands, int parcel, boolean post) {
        var command = post ? parcels.post(parcel) : parcels.weigh(parcel);
        ParcelDesk.committed(commands.dispatch(ParcelDesk.request(parcels.id(parcel), command))
                .join());
    }

    private static List<Object> row(String what, double rate, Histogram latency) {
        return List.of(
                what,
                rate,
                latency.getValueAtPercentile(50) / 1e6,
                latency.getValueAtPercentile(99) / 1e6,
                latency.getMaxValue() / 1e6);
    }
}
