package io.milepost.bench.read;

import com.mongodb.reactivestreams.client.MongoClient;
import io.milepost.bench.Callers;
import io.milepost.bench.Figures;
import io.milepost.bench.ParcelDesk;
import io.milepost.bench.Parcels;
import io.milepost.bench.SentCommands;
import io.milepost.bench.Servers;
import io.milepost.bench.Table;
import java.util.List;

/** A command on an entity of so many events that is not in memory, and the next one on it, which is. */
final class OneEntity {
    private final SentCommands sent = new SentCommands();
    private final Servers servers;
    private final String database;
    private final Parcels parcels;
    private final int events;

    /** Each parcel has so many events. */
    OneEntity(Servers servers, String database, Parcels parcels, int events) {
        this.servers = servers;
        this.database = database;
        this.parcels = parcels;
        this.events = events;
    }

    record Measured(double coldReads, double coldBytes, double warmReads, double warmWrites, Table table) {}

    private record Cost(Figures figures, double reads, double bytes, double writes) {

        List<Object> row(String entity) {
            return List.of(entity, figures.micros(50), figures.micros(99), reads, bytes, writes);
        }
    }

    Measured measure() {
        try (var client = servers.client(sent)) {
            // Half of the parcels are for the compilers.
            int half = parcels.count() / 2;
            try (var desk = desk(client)) {
                cost(desk, half, half);
                cost(desk, half, half);
            }
            try (var desk = desk(client)) {
                var cold = cost(desk, 0, half);
                var warm = cost(desk, 0, half);
                return new Measured(
                        cold.reads(),
                        cold.bytes(),
                        warm.reads(),
                        warm.writes(),
                        new Table(
                                "One command on an entity of %d events".formatted(events),
                                List.of("entity", "p50 us", "p99 us", "reads", "bytes read", "writes"),
                                List.of(cold.row("cold, not in memory"), warm.row("warm, in memory")),
                                List.of("One caller; counted at the driver, per command.")));
            }
        }
    }

    private ParcelDesk desk(MongoClient client) {
        return new ParcelDesk(client, database, servers.folder(), 2 * parcels.count());
    }

    private Cost cost(ParcelDesk desk, int from, int count) {
        var before = sent.now();
        var figures =
                Callers.inTurn(count, parcel -> desk.send(parcels.id(from + parcel), parcels.weigh(from + parcel)));
        var counted = sent.now().since(before);
        return new Cost(
                figures,
                (double) counted.reads() / count,
                (double) counted.bytes() / count,
                (double) counted.writes() / count);
    }
}
