package io.milepost.platform.axon;

import static io.milepost.platform.axon.ParcelService.accept;
import static io.milepost.platform.axon.ParcelService.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.access.Sight;
import io.milepost.platform.command.AsOf;
import io.milepost.platform.command.Called;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Outcome.Committed;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.Databases;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.externalid.ExternalId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalIdsTest {
    private static final ConcurrentLinkedQueue<String> SENT = new ConcurrentLinkedQueue<>();
    private static final ExternalId CRM = new ExternalId("crm", "4711");
    private static final ExternalId ERP = new ExternalId("erp", "0815");

    private static Databases databases;

    @TempDir
    private Path folder;

    private MongoDatabase events;
    private MongoDatabase keys;
    private ParcelService parcels;

    @BeforeAll
    static void start() {
        databases = new Databases(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                var name = event.getCommandName();
                if (!event.getCommand().get(name).equals(new BsonString("key_file"))) {
                    SENT.add(name);
                }
            }
        });
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @BeforeEach
    void open() {
        events = databases.fresh();
        keys = databases.fresh();
        parcels = instance(100);
    }

    @AfterEach
    void close() {
        parcels.close();
    }

    @Test
    @DisplayName("what others call it is stored with the entity, in its own history and as its last event")
    void is_stored_with_the_entity() {
        var created = (Committed) create(parcels, parcels.id, "r1", "body", ERP, CRM);

        assertThat(created.events())
                .extracting(Outcome.EventRef::type)
                .containsExactly("parcel.accepted.v1", "external-ids.changed.v1");
        var entity = parcels.load(new AsOf.Now());
        assertThat(entity.externalIds()).containsExactly(CRM, ERP);
        assertThat(entity.position()).isEqualTo(created.position()).isEqualTo(2);
        assertThat(find(CRM)).contains(parcels.id);
        assertThat(parcels.history())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.metadata())
                        .containsEntry(Metadata.ROOT, parcels.id.toString())
                        .containsEntry(Metadata.AGGREGATE, "parcel"));
    }

    @Test
    @DisplayName("what was created so is created so again by the same words alone, under whatever id and key")
    void the_same_again_is_answered_with_what_is_there() {
        var first = (Committed) create(parcels, parcels.id, "r1", "body", CRM);

        var again = create(parcels, UUID.randomUUID(), "r2", "body", CRM);
        var other = create(parcels, UUID.randomUUID(), "r3", "other", CRM);

        assertThat(again).isEqualTo(new Committed(parcels.id, true, first.position(), first.events(), true));
        assertThat(other).isInstanceOfSatisfying(Outcome.ExternalIdTaken.class, taken -> {
            assertThat(taken.taken()).isEqualTo(CRM);
            assertThat(taken.holder()).isEqualTo(parcels.id);
        });
        assertThat(parcels.log.head()).isEqualTo(first.position());
        assertThat(create(parcels, UUID.randomUUID(), "r4", "other", ERP)).isInstanceOf(Committed.class);
    }

    @Test
    @DisplayName("of many that say at once that they are called so exactly one is stored, also over two instances")
    void of_many_at_once_one_wins() {
        try (var second = instance(0)) {
            for (int round = 0; round < 10; round++) {
                var external = new ExternalId("crm", "round/" + round);
                var requests = "r" + round + "/";
                var outcomes = IntStream.range(0, 6)
                        .mapToObj(i -> (i % 2 == 0 ? parcels : second)
                                .commands.dispatch(creating(UUID.randomUUID(), requests + i, "body" + i, external)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

                assertThat(outcomes).filteredOn(Committed.class::isInstance).hasSize(1);
                assertThat(outcomes)
                        .filteredOn(Outcome.ExternalIdTaken.class::isInstance)
                        .hasSize(5);
                var won = (Committed) outcomes.stream()
                        .filter(Committed.class::isInstance)
                        .findFirst()
                        .orElseThrow();
                assertThat(find(external)).contains(won.id());
            }
        }
    }

    @Test
    @DisplayName("of many that say the same at once all are answered with the one that was stored")
    void the_same_at_once_is_one() {
        var outcomes = IntStream.range(0, 6)
                .mapToObj(i -> parcels.commands.dispatch(creating(UUID.randomUUID(), "r" + i, "body", CRM)))
                .toList()
                .stream()
                .map(future -> (Committed) future.join())
                .toList();

        assertThat(outcomes.stream().map(Committed::id).distinct()).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !outcome.replayed()).hasSize(1);
        assertThat(parcels.log.head()).isEqualTo(2);
    }

    @Test
    @DisplayName("who may not know of the one that is called so is told that it is taken, and not by which")
    void the_unseen_are_not_named() {
        var owned = Parcel.rows(Parcel.DECIDER)
                .personal(Parcel.ParcelAccepted.class, (id, _) -> id, "receiver", "phone")
                .ownedBy(Parcel::locker)
                .view(Parcel.View.class, parcel -> new Parcel.View("accepted", parcel.receiver()));
        try (var service =
                new ParcelService(events, keys, folder, new EntityCache(100, new SimpleMeterRegistry()), owned)) {
            service.commands.dispatch(creating(service.id, "r1", "body", CRM)).join();
            service.dispatch("r2", new Parcel.StoreParcel("KAP"));

            assertThat(service.commands
                            .dispatch(creating(UUID.randomUUID(), "r3", "body", Sight.of(Set.of("BOB")), CRM))
                            .join())
                    .as("nor is it answered with what the same words made")
                    .isInstanceOfSatisfying(
                            Outcome.ExternalIdTaken.class,
                            taken -> assertThat(taken.holder()).isNull());
            assertThat(service.commands
                            .dispatch(creating(UUID.randomUUID(), "r4", "other", Sight.of(Set.of("KAP")), CRM))
                            .join())
                    .isInstanceOfSatisfying(
                            Outcome.ExternalIdTaken.class,
                            taken -> assertThat(taken.holder()).isEqualTo(service.id));
        }
    }

    @Test
    @DisplayName("what is only validated is judged like the rest and leaves nothing")
    void validation_leaves_nothing() {
        assertThat(parcels.commands
                        .dispatch(creating(parcels.id, "v1", "body", true, CRM))
                        .join())
                .isEqualTo(new Outcome.Unchanged(parcels.id, 0));
        assertThat(find(CRM)).isEmpty();
        create(parcels, parcels.id, "r1", "body", CRM);
        assertThat(parcels.commands
                        .dispatch(creating(UUID.randomUUID(), "v2", "other", true, CRM))
                        .join())
                .isInstanceOf(Outcome.ExternalIdTaken.class);
    }

    @Test
    @DisplayName("a command that says nothing of external ids sends the database nothing more for them")
    void costs_nothing_where_nothing_is_said() {
        create(parcels, parcels.id, "r1", "body", CRM);
        var plain = UUID.randomUUID();
        SENT.clear();
        parcels.commands.dispatch(request(plain, "p1", accept(), "p1")).join();
        var created = sent();
        SENT.clear();
        parcels.commands
                .dispatch(request(plain, "p2", new Parcel.MoveParcel("Riga"), "p2"))
                .join();
        var moved = sent();
        SENT.clear();
        parcels.dispatch("r2", new Parcel.MoveParcel("Riga"));
        assertThat(sent())
                .as("one that has external ids moves for what another costs")
                .isEqualTo(moved);

        SENT.clear();
        create(parcels, UUID.randomUUID(), "r3", "r3", ERP);
        assertThat(sent().getOrDefault("find", 0))
                .as("one that says something asks who is called so")
                .isGreaterThan(created.getOrDefault("find", 0));
    }

    private ParcelService instance(int remembered) {
        return new ParcelService(events, keys, folder, new EntityCache(remembered, new SimpleMeterRegistry()));
    }

    private Optional<UUID> find(ExternalId external) {
        return new Called(parcels.log, parcels.entities).find(Parcel.catalogue(), external);
    }

    private static Outcome create(ParcelService in, UUID id, String requestId, String body, ExternalId... called) {
        return in.commands.dispatch(creating(id, requestId, body, called)).join();
    }

    private static Request creating(UUID id, String requestId, String body, ExternalId... called) {
        return creating(id, requestId, body, Sight.ALL, called);
    }

    private static Request creating(UUID id, String requestId, String body, Sight sight, ExternalId... called) {
        return creating(id, requestId, body, sight, false, called);
    }

    private static Request creating(
            UUID id, String requestId, String body, boolean validateOnly, ExternalId... called) {
        return creating(id, requestId, body, Sight.ALL, validateOnly, called);
    }

    private static Request creating(
            UUID id, String requestId, String body, Sight sight, boolean validateOnly, ExternalId... called) {
        return new Request(
                id,
                accept(),
                requestId,
                body.getBytes(StandardCharsets.UTF_8),
                null,
                Request.Timing.PRESENT,
                Who.unbound("ann"),
                sight,
                null,
                validateOnly,
                List.of(called),
                Map.of());
    }

    private static Map<String, Integer> sent() {
        var sent = new TreeMap<String, Integer>();
        SENT.forEach(name -> sent.merge(name, 1, Integer::sum));
        return sent;
    }
}
