package io.milepost.bench;

import com.mongodb.reactivestreams.client.MongoClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.access.Sight;
import io.milepost.platform.axon.Commands;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.EntityLimits;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.sealing.KeyFile;
import io.milepost.platform.sealing.PersonKeys;
import io.milepost.platform.sealing.Sealer;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.util.unit.DataSize;

/** Commands on parcels over a log, composed as a service composes them, without its HTTP, relay and lists. */
public final class ParcelDesk implements AutoCloseable {
    private final EventLog log;
    private final Commands commands;

    /**
     * Opens the log of this database.
     *
     * @param folder where its key file stands
     * @param cached most entities in memory
     */
    public ParcelDesk(MongoClient client, String database, Path folder, int cached) {
        this(client, database, folder, cached, ParcelMessages.CATALOGUE);
    }

    /** The same with parcels that are decided on in another way. */
    public ParcelDesk(MongoClient client, String database, Path folder, int cached, Catalogue<?, ?, ?> parcels) {
        var clock = Clock.systemUTC();
        log = EventLog.open(client.getDatabase(database), clock, new SimpleMeterRegistry());
        var keyFile = KeyFile.open(folder.resolve(database + ".keys"));
        var sealer = new Sealer(new PersonKeys(client.getDatabase(database + "_keys"), keyFile, clock), keyFile);
        List<Catalogue<?, ?, ?>> catalogues = List.of(parcels);
        commands = new Commands(
                catalogues,
                log,
                new EventCodec(sealer),
                sealer,
                clock,
                ZoneOffset.UTC,
                new EntityCache(cached, new SimpleMeterRegistry()),
                // A parcel is weighed for as long as a round takes.
                new EntityLimits(Integer.MAX_VALUE, DataSize.ofTerabytes(1), DataSize.ofTerabytes(1)));
    }

    public EventLog log() {
        return log;
    }

    /** Sends a command of now and waits for what became of it. */
    public Outcome.Committed send(UUID id, Record command) {
        return committed(commands.dispatch(request(id, command)).join());
    }

    /** A request as HTTP would make it of this command. */
    public static Request request(UUID id, Record command) {
        var cause = UUID.randomUUID().toString();
        return new Request(
                id,
                command,
                "bench/" + cause,
                command.toString().getBytes(StandardCharsets.UTF_8),
                null,
                Request.Timing.PRESENT,
                Who.unbound("bench"),
                Sight.ALL,
                null,
                false,
                Map.of(Metadata.CORRELATION, cause));
    }

    /** Anything but a new commit is no measurement. */
    public static Outcome.Committed committed(Outcome outcome) {
        if (outcome instanceof Outcome.Committed stored && !stored.replayed()) {
            return stored;
        }
        throw new IllegalStateException("not stored: " + outcome);
    }

    /** Sends a command of now. */
    public CompletableFuture<Outcome.Committed> sending(UUID id, Record command) {
        return commands.dispatch(request(id, command)).thenApply(ParcelDesk::committed);
    }

    @Override
    public void close() {
        commands.close();
        log.close();
    }
}
