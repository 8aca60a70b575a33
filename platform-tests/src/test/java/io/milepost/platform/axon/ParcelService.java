package io.milepost.platform.axon;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.AsOf;
import io.milepost.platform.command.Entities;
import io.milepost.platform.command.Entity;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.EntityLimits;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.command.Request.Timing;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.Databases;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.sealing.KeyFile;
import io.milepost.platform.sealing.PersonKeys;
import io.milepost.platform.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service that handles parcels, with a clock that stands still, and one parcel to speak of. */
final class ParcelService implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final UUID id = UUID.randomUUID();
    final StandingClock clock = new StandingClock();
    final EventLog log;
    final Commands commands;
    final Entities entities;
    final Sealer sealer;

    ParcelService(Databases databases, Path folder) {
        this(databases.fresh(), databases.fresh(), folder, new EntityCache(1_000, new SimpleMeterRegistry()));
    }

    /** One instance of perhaps several on the same database. */
    ParcelService(MongoDatabase events, MongoDatabase keys, Path folder, EntityCache cache) {
        this(events, keys, folder, cache, Parcel.catalogue());
    }

    ParcelService(
            MongoDatabase events,
            MongoDatabase keys,
            Path folder,
            EntityCache cache,
            Catalogue<Parcel, Parcel.Command, Parcel.Event> catalogue) {
        log = EventLog.open(events, clock, new SimpleMeterRegistry());
        var keyFile = KeyFile.open(folder.resolve("keys"));
        sealer = new Sealer(new PersonKeys(keys, keyFile, clock), keyFile);
        var codec = new EventCodec(sealer);
        commands = new Commands(
                List.of(catalogue), log, codec, sealer, clock, ZoneOffset.UTC, cache, EntityLimits.DEFAULT);
        entities = new Entities(log, codec);
    }

    Outcome dispatch(String requestId, Record command) {
        return commands.dispatch(request(id, requestId, command, requestId)).join();
    }

    Outcome dispatch(String requestId, Record command, String body) {
        return commands.dispatch(request(id, requestId, command, body)).join();
    }

    Outcome at(String requestId, Record command, Instant time, Timing timing) {
        return commands.dispatch(request(id, requestId, command, requestId, time, timing, null, false))
                .join();
    }

    static Request request(UUID id, String requestId, Record command, String body) {
        return request(id, requestId, command, body, null, Timing.PRESENT, null, false);
    }

    static Request request(
            UUID id,
            String requestId,
            Record command,
            String body,
            @Nullable Instant time,
            Timing timing,
            @Nullable Long ifMatch,
            boolean validateOnly) {
        var hash = body.getBytes(StandardCharsets.UTF_8);
        return new Request(
                id,
                command,
                requestId,
                hash,
                time,
                timing,
                Who.unbound("ann"),
                Sight.ALL,
                ifMatch,
                validateOnly,
                Map.of());
    }

    static Parcel.AcceptParcel accept() {
        return new Parcel.AcceptParcel("Ann Canary", "+371 5550");
    }

    Entity<Parcel> load(AsOf cut) {
        return entities.load(Parcel.catalogue(), id, cut).join();
    }

    List<StoredEvent> history() {
        return entities.history(Parcel.catalogue(), id).join();
    }

    @Override
    public void close() {
        commands.close();
        log.close();
    }

    static final class StandingClock extends Clock {
        volatile Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
