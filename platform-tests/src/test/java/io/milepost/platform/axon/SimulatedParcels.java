package io.milepost.platform.axon;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.axon.Parcel.AcceptParcel;
import io.milepost.platform.axon.Parcel.Command;
import io.milepost.platform.axon.Parcel.Event;
import io.milepost.platform.axon.Parcel.Other;
import io.milepost.platform.axon.Parcel.ParcelMoved;
import io.milepost.platform.axon.Parcel.ParcelStored;
import io.milepost.platform.axon.Parcel.PassParcel;
import io.milepost.platform.axon.Parcel.StoreParcel;
import io.milepost.platform.axon.Parcel.StoringRejected;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.AsOf;
import io.milepost.platform.command.Entities;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.eventlog.Criterion;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.Subject;
import io.milepost.platform.sealing.KeyFile;
import io.milepost.platform.sealing.PersonKeys;
import io.milepost.platform.sealing.Sealer;
import io.milepost.platform.simulation.Instance;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Parcels that take lockers and pass each other, decided as they are through Axon's bus, on the threads of a schedule. */
public final class SimulatedParcels {

    /** What decisions of an instance look at by themselves: planted, for nothing that is seen so becomes part of a condition. */
    public enum Beside {
        NOTHING,
        READS,
        CLAIMS
    }

    private final Commands commands;

    public SimulatedParcels(
            Beside beside,
            Instance instance,
            EventLog log,
            MongoDatabase keys,
            KeyFile keyFile,
            Clock clock,
            MeterRegistry meters) {
        var codec = new EventCodec(new Sealer(new PersonKeys(keys, keyFile, clock), keyFile));
        var looking = new Looking(beside, log, new Entities(log, codec));
        var decider = new Decider<Parcel, Command, Event>(
                (parcel, command, occasion) ->
                        Parcel.DECIDER.decide().decide(parcel, command, looking.at(command, occasion)),
                Parcel.DECIDER.begin(),
                Parcel.DECIDER.evolve());
        commands = SimulatedCommands.of(catalogue(beside, decider), instance, log, keys, keyFile, clock, meters);
    }

    /** Of nobody's parcels, so that no key of a person is made; what is looked at beside it is not declared. */
    private static Catalogue<Parcel, Command, Event> catalogue(Beside beside, Decider<Parcel, Command, Event> decider) {
        var rows = Parcel.rows(decider);
        var claiming = beside == Beside.CLAIMS ? rows : Parcel.claiming(rows);
        var reading = beside == Beside.READS ? claiming : Parcel.reading(claiming);
        return reading.view(Parcel.View.class, _ -> new Parcel.View("accepted", ""));
    }

    public Outcome accept(UUID parcel, String requestId) {
        return send(parcel, new AcceptParcel("somebody", null), requestId);
    }

    public Outcome store(UUID parcel, String locker, String requestId) {
        return send(parcel, new StoreParcel(locker), requestId);
    }

    public Outcome pass(UUID parcel, UUID other, String requestId) {
        return send(parcel, new PassParcel(other), requestId);
    }

    private Outcome send(UUID parcel, Record command, String requestId) {
        return commands.dispatch(ParcelService.request(
                        parcel, requestId, command, requestId, null, Request.Timing.FOLLOWING, null, false))
                .join();
    }

    /** What of a log nobody could have decided who knew what stood before it. */
    public static List<String> violations(List<StoredCommit> log) {
        var violations = new ArrayList<String>();
        var moves = new HashMap<String, Integer>();
        var lockers = new HashMap<String, String>();
        var catalogue = catalogue(Beside.NOTHING, Parcel.DECIDER);
        for (var commit : log) {
            for (var stored : commit.events()) {
                var parcel = stored.require(Metadata.SUBJECT);
                var row = catalogue.events().stream()
                        .filter(event -> event.name().equals(stored.name()))
                        .findFirst()
                        .orElseThrow();
                switch (EventCodec.decode(row, stored.payload())) {
                    case ParcelMoved(var to) -> {
                        var other = to.substring(to.lastIndexOf(' ') + 1);
                        if (moves.getOrDefault(other, 0) > 0) {
                            violations.add("%s passed %s, which had moved".formatted(parcel, other));
                        }
                        moves.merge(parcel, 1, Integer::sum);
                    }
                    case ParcelStored(var locker) -> {
                        if (lockers.containsValue(locker)) {
                            violations.add("%s took %s, which was taken".formatted(parcel, locker));
                        }
                        lockers.put(parcel, locker);
                    }
                    case StoringRejected(var locker, var holder) -> {
                        if (!locker.equals(lockers.get(holder.toString()))) {
                            violations.add("%s was kept out of %s, which was free".formatted(parcel, locker));
                        }
                    }
                    case Parcel.ParcelAccepted _, Parcel.ParcelLoaded _ -> {}
                }
            }
        }
        return violations;
    }

    private record Looking(Beside beside, EventLog log, Entities entities) {
        Occasion at(Command command, Occasion told) {
            return switch (beside) {
                case NOTHING -> told;
                case READS ->
                    with(told, told.holders(), command instanceof PassParcel(var other) ? read(other) : Map.of());
                case CLAIMS ->
                    with(told, command instanceof StoreParcel(var locker) ? holders(locker) : Map.of(), told.reads());
            };
        }

        private static Occasion with(Occasion told, Map<String, UUID> holders, Map<Class<?>, Record> reads) {
            return new Occasion(
                    told.id(), told.effectiveAt(), told.today(), told.who(), told.digests(), holders, reads);
        }

        private Map<Class<?>, Record> read(UUID other) {
            var parcel =
                    entities.load(Parcel.catalogue(), other, new AsOf.Now()).join();
            return parcel.exists()
                    ? Map.of(Other.class, new Other(parcel.known().moves()))
                    : Map.of();
        }

        private Map<String, UUID> holders(String locker) {
            var tag = "locker=" + locker;
            var holders = new HashMap<String, UUID>();
            for (var event :
                    log.source(List.of(Criterion.tagged(tag)), 0).join().events()) {
                var carrier = Subject.of(event).orElseThrow().id();
                var state = entities.load(Parcel.catalogue(), carrier, new AsOf.Now())
                        .join()
                        .known();
                if (locker.equals(state.locker())) {
                    holders.put(tag, carrier);
                }
            }
            return holders;
        }
    }
}
