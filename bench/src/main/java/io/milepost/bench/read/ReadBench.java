package io.milepost.bench.read;

import io.milepost.bench.Callers;
import io.milepost.bench.Figures;
import io.milepost.bench.Goals;
import io.milepost.bench.Options;
import io.milepost.bench.ParcelDesk;
import io.milepost.bench.Parcels;
import io.milepost.bench.Servers;
import io.milepost.bench.Table;
import io.milepost.bench.append.LogAppends;
import java.time.Duration;
import java.util.List;

/** Reading and following a log of some ten thousand commits. */
public final class ReadBench {
    private static final String SERVICE = "parcel";
    private static final int EVENTS_EACH = 50;
    private static final int WRITERS = 128;

    private ReadBench() {}

    /** Measures everything, within about four minutes. */
    public static List<Table> run(Options options) {
        var parcels = new Parcels(options.quick() ? 40 : 1_000);
        try (var servers = Servers.start();
                var client = servers.client()) {
            try (var desk = new ParcelDesk(client, SERVICE, servers.folder(), parcels.count())) {
                Callers.each(parcels.count(), WRITERS, parcel -> {
                    desk.send(parcels.id(parcel), parcels.post(parcel));
                    for (int i = 1; i < EVENTS_EACH; i++) {
                        desk.send(parcels.id(parcel), parcels.weigh(parcel));
                    }
                });
            }
            var whole = WholeLog.measure(client.getDatabase(SERVICE), options.rounds());
            var entity = new OneEntity(servers, SERVICE, parcels, EVENTS_EACH).measure();
            var followers = Followers.measure(servers, SERVICE);
            double append = Figures.median(
                    List.of(appends(servers, options, 0), appends(servers, options, 1), appends(servers, options, 2)),
                    each -> each);
            var half =
                    new HalfLoad(servers, options.quick() ? Duration.ofSeconds(2) : Duration.ofSeconds(15)).measure();
            var goals = new Goals()
                    .atLeast("full read of the log, of a raw find", 0.7, whole.ofRaw())
                    .atMost("reads of a command on a cold entity of 50 events", 2, entity.coldReads())
                    .atMost("bytes that it reads", 32 * 1024, entity.coldBytes())
                    .atMost("reads of a command on a warm entity", 0, entity.warmReads())
                    .atMost("writes of it", 1, entity.warmWrites())
                    .atLeast("relay, of the append rate of 256 callers", 1, followers.relay() / append)
                    .atLeast("relay, of the command rate of 256 callers", 1, followers.relay() / half.full())
                    .atMost("commit to Kafka at half load, p99 ms", 50, half.kafkaMillis());
            return List.of(goals.table(), whole.table(), entity.table(), followers.table(), half.table());
        }
    }

    private static double appends(Servers servers, Options options, int round) {
        try (var client = servers.client()) {
            return LogAppends.run(client.getDatabase("append_" + round), 256, options.turn())
                    .perSecond();
        }
    }
}
