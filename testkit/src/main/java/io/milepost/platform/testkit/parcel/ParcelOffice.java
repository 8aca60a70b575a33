package io.milepost.platform.testkit.parcel;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.access.Sight;
import io.milepost.platform.axon.Commands;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.Entities;
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
import io.milepost.platform.setaside.SetAsides;
import io.milepost.platform.value.Money;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service of parcels without its edges: log, commands and what reads them, on a database of its own. */
public final class ParcelOffice implements AutoCloseable {
    private final MongoClient client;
    private final MongoDatabase database;
    private final EventLog log;
    private final EventCodec codec;
    private final Commands commands;
    private final Entities entities;

    private ParcelOffice(String uri, String name, Path folder, Catalogue<?, ?, ?>... more) {
        client = MongoClients.create(uri);
        database = client.getDatabase(name);
        var clock = Clock.systemUTC();
        log = EventLog.open(database, clock, new SimpleMeterRegistry());
        var keyFile = KeyFile.open(folder.resolve(name + ".keys"));
        var sealer = new Sealer(new PersonKeys(client.getDatabase(name + "_keys"), keyFile, clock), keyFile);
        codec = new EventCodec(sealer);
        entities = new Entities(log, codec);
        var catalogues = new ArrayList<Catalogue<?, ?, ?>>(List.of(more));
        catalogues.add(ParcelMessages.CATALOGUE);
        commands = new Commands(
                catalogues,
                log,
                codec,
                sealer,
                clock,
                ZoneOffset.UTC,
                new EntityCache(1_000, new SimpleMeterRegistry()),
                EntityLimits.DEFAULT);
    }

    /** On the database of this name, with its key file in the folder; it may decide more than parcels. */
    public static ParcelOffice open(String uri, String name, Path folder, Catalogue<?, ?, ?>... more) {
        return new ParcelOffice(uri, name, folder, more);
    }

    public MongoDatabase database() {
        return database;
    }

    public EventLog log() {
        return log;
    }

    /** What readers of this service's log set aside. */
    public SetAsides setAsides() {
        return new SetAsides(database.getCollection("set_aside"));
    }

    public EventCodec codec() {
        return codec;
    }

    public Entities entities() {
        return entities;
    }

    public Commands commands() {
        return commands;
    }

    /** A parcel of this label, worth so many dollars, perhaps for somebody. */
    public static ParcelCommand.PostParcel post(String label, @Nullable String recipient, String worth) {
        return new ParcelCommand.PostParcel(
                label, recipient, Money.of(worth, "USD"), ParcelCommand.Size.SMALL, List.of());
    }

    /** Sends a command of today. */
    public Outcome send(UUID id, Record command) {
        return send(id, command, null);
    }

    /** Sends a command with a stated time. */
    public Outcome send(UUID id, Record command, @Nullable Instant effectiveAt) {
        return commands.dispatch(new Request(
                        id,
                        command,
                        "test/" + UUID.randomUUID(),
                        command.toString().getBytes(StandardCharsets.UTF_8),
                        effectiveAt,
                        effectiveAt == null ? Request.Timing.PRESENT : Request.Timing.BACKDATED,
                        Who.unbound("tester"),
                        Sight.ALL,
                        null,
                        false,
                        Map.of(Metadata.CORRELATION, "c-" + id)))
                .join();
    }

    @Override
    public void close() {
        commands.close();
        log.close();
        client.close();
    }
}
