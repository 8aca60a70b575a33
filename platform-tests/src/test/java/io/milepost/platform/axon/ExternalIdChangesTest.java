package io.milepost.platform.axon;

import static io.milepost.platform.axon.ParcelService.accept;
import static io.milepost.platform.axon.ParcelService.request;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.milepost.platform.externalid.ExternalId;
import io.milepost.platform.externalid.ExternalIdChange;
import io.milepost.platform.externalid.ExternalIds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalIdChangesTest {
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
        databases = new Databases();
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
    @DisplayName(
            "ids are added and removed later; what is removed may be another's from then on, and what was stays known")
    void changes_later() {
        create(parcels, parcels.id, "r1", "body", CRM);
        var before = parcels.load(new AsOf.Now());
        parcels.clock.now = ParcelService.NOW.plusSeconds(60);

        var changed = parcels.dispatch("r2", change(List.of(ERP), List.of(CRM)));

        assertThat(changed).isInstanceOfSatisfying(Committed.class, done -> {
            assertThat(done.created()).isFalse();
            assertThat(done.events()).extracting(Outcome.EventRef::type).containsExactly("external-ids.changed.v1");
        });
        assertThat(parcels.load(new AsOf.Now()).externalIds()).containsExactly(ERP);
        assertThat(parcels.load(new AsOf.Now()).position()).isGreaterThan(before.position());
        assertThat(parcels.load(new AsOf.Effective(ParcelService.NOW)).externalIds())
                .containsExactly(CRM);
        assertThat(find(CRM)).isEmpty();

        var heir = UUID.randomUUID();
        assertThat(create(parcels, heir, "r3", "heir", CRM)).isInstanceOf(Committed.class);
        assertThat(find(CRM)).contains(heir);
        assertThat(parcels.dispatch("r4", change(List.of(CRM), List.of()))).isInstanceOf(Outcome.ExternalIdTaken.class);
        assertThat(parcels.dispatch("r5", change(List.of(), List.of(ERP)))).isInstanceOf(Committed.class);
        assertThat(parcels.load(new AsOf.Now()).externalIds()).isEmpty();
        assertThat(parcels.dispatch("r6", new Parcel.MoveParcel("Riga"))).isInstanceOf(Committed.class);
    }

    @Test
    void what_is_so_already_changes_nothing_and_a_repeat_is_told_again() {
        create(parcels, parcels.id, "r1", "body", CRM);
        var added = (Committed) parcels.dispatch("r2", change(List.of(ERP), List.of()));
        long head = parcels.log.head();

        assertThat(parcels.dispatch("r3", change(List.of(CRM, ERP), List.of(new ExternalId("crm", "no")))))
                .isEqualTo(new Outcome.Unchanged(parcels.id, head));
        assertThat(parcels.dispatch("r2", change(List.of(ERP), List.of())))
                .isEqualTo(new Committed(parcels.id, false, added.position(), added.events(), true));
        assertThat(parcels.log.head()).isEqualTo(head);
        assertThat(parcels.dispatch("r4", change(List.of(new ExternalId("x", "1")), List.of())))
                .as("a change is stored where there is one")
                .isInstanceOf(Committed.class);
    }

    @Test
    void of_what_is_not_there_nothing_is_said() {
        assertThat(parcels.dispatch("r1", change(List.of(CRM), List.of()))).isEqualTo(new Outcome.Unknown(parcels.id));
        assertThat(find(CRM)).isEmpty();
    }

    @Test
    void an_entity_has_twenty_and_no_more() {
        var many = IntStream.range(0, ExternalIds.MOST)
                .mapToObj(i -> new ExternalId("s" + i, "1"))
                .toArray(ExternalId[]::new);
        assertThat(create(parcels, parcels.id, "r1", "body", many)).isInstanceOf(Committed.class);

        assertThat(parcels.dispatch("r2", change(List.of(CRM), List.of())))
                .isEqualTo(new Outcome.TooManyExternalIds(parcels.id));
        assertThat(parcels.dispatch("r3", change(List.of(CRM), List.of(many[0]))))
                .isInstanceOf(Committed.class);
    }

    @Test
    @DisplayName("what another instance has said in the meantime is known, whatever this one remembers")
    void is_never_decided_on_what_is_over() {
        create(parcels, parcels.id, "r1", "body", CRM);
        try (var second = instance(100)) {
            assertThat(second.commands
                            .dispatch(request(parcels.id, "r2", change(List.of(), List.of(CRM)), "r2"))
                            .join())
                    .isInstanceOf(Committed.class);
        }
        assertThat(create(parcels, UUID.randomUUID(), "r3", "other", CRM)).isInstanceOf(Committed.class);
        assertThat(parcels.dispatch("r4", change(List.of(CRM), List.of()))).isInstanceOf(Outcome.ExternalIdTaken.class);
    }

    private ParcelService instance(int remembered) {
        return new ParcelService(events, keys, folder, new EntityCache(remembered, new SimpleMeterRegistry()));
    }

    private Optional<UUID> find(ExternalId external) {
        return new Called(parcels.log, parcels.entities).find(Parcel.catalogue(), external);
    }

    private static ExternalIdChange change(List<ExternalId> add, List<ExternalId> remove) {
        return new ExternalIdChange("parcel", add, remove);
    }

    private static Outcome create(ParcelService in, UUID id, String requestId, String body, ExternalId... called) {
        return in.commands.dispatch(creating(id, requestId, body, called)).join();
    }

    private static Request creating(UUID id, String requestId, String body, ExternalId... called) {
        return new Request(
                id,
                accept(),
                requestId,
                body.getBytes(StandardCharsets.UTF_8),
                null,
                Request.Timing.PRESENT,
                Who.unbound("ann"),
                Sight.ALL,
                null,
                false,
                List.of(called),
                Map.of());
    }
}
