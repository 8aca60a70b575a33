package io.milepost.platform.axon;

import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.catalogue.Read;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Customers;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.eventlog.Subject;
import io.milepost.platform.json.Json;
import io.milepost.platform.sealing.Sealer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/** What a decision is told besides state and command. All that is read for it becomes the append's condition. */
final class Occasions<S, E> {
    private final String aggregate;
    private final Sealer sealer;
    private final ZoneId zone;
    private final OtherEntities others;
    private final Customers customers;

    Occasions(String aggregate, Sealer sealer, ZoneId zone, OtherEntities others, Customers customers) {
        this.aggregate = aggregate;
        this.sealer = sealer;
        this.zone = zone;
        this.others = others;
        this.customers = customers;
    }

    Occasion of(
            Request request,
            CommandRow<S, E> row,
            @Nullable S state,
            Instant effectiveAt,
            EventStoreTransaction transaction,
            ProcessingContext context) {
        var digests = digests(row, request.command());
        var claimed = row.claimed(request.id(), state, request.command(), digests);
        var self = new Subject(aggregate, request.id());
        var reads = new HashMap<>(
                others.reads(reads(request, row, state), self, state, request.command(), transaction, context));
        reads.putAll(others.gathered(row.gathers(), self, state, request.command(), transaction, context));
        return new Occasion(
                request.id(),
                effectiveAt,
                LocalDate.ofInstant(effectiveAt, zone),
                request.who(),
                digests,
                others.holders(claimed, request.id(), transaction, context),
                reads,
                customers,
                this::isSame);
    }

    /** With who has the duty, where another entity says that and the duty may bind the sender. */
    private List<Read<S, ?, ?>> reads(Request request, CommandRow<S, E> row, @Nullable S state) {
        var duty = row.duty();
        if (duty == null || duty.source() == null || !request.who().mayBeBound()) {
            return row.reads();
        }
        var reads = new ArrayList<>(row.reads());
        reads.add(duty.source().readFor(request.id(), state));
        return reads;
    }

    private Map<String, String> digests(CommandRow<S, E> row, Record command) {
        var digests = new HashMap<String, String>();
        row.digests().forEach((name, of) -> {
            var value = of.apply(command);
            if (value != null) {
                digests.put(name, sealer.digest(hashedAs(name), value));
            }
        });
        return digests;
    }

    /** Keys are asked for only where the one is not the other as it stands. */
    private boolean isSame(@Nullable Object stands, @Nullable Object said) {
        return Objects.equals(stands, said)
                || (stands != null
                        && said != null
                        && sealer.isSame(
                                Json.events().valueToTree(stands), Json.events().valueToTree(said)));
    }

    /** Spellings of one value hash alike: what stands after a dot only tells them apart. */
    private static String hashedAs(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
