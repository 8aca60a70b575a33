package io.milepost.platform.axon;

import static io.milepost.platform.axon.ParcelService.NOW;
import static io.milepost.platform.axon.ParcelService.accept;
import static io.milepost.platform.axon.ParcelService.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.access.Sight;
import io.milepost.platform.command.AsOf;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Outcome.Committed;
import io.milepost.platform.command.Request;
import io.milepost.platform.command.Request.Timing;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.Databases;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static Databases databases;

    @TempDir
    private Path folder;

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
        parcels = new ParcelService(databases, folder);
    }

    @AfterEach
    void close() {
        parcels.close();
    }

    @Test
    void a_command_is_decided_stored_and_folded_again() {
        var created = (Committed) parcels.dispatch("r1", accept());
        var moved = (Committed) parcels.dispatch("r2", new Parcel.MoveParcel("Riga"));

        assertThat(created.created()).isTrue();
        assertThat(created.position()).isEqualTo(1);
        assertThat(moved.created()).isFalse();
        assertThat(moved.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("parcel.moved.v1");
            assertThat(event.position()).isEqualTo(2);
            assertThat(event.id().version()).isEqualTo(7);
        });
        var entity = parcels.load(new AsOf.Now());
        assertThat(entity.position()).isEqualTo(2);
        assertThat(entity.state())
                .isInstanceOfSatisfying(
                        Parcel.class, parcel -> assertThat(parcel.moves()).isEqualTo(1));
    }

    @Test
    void an_event_says_what_it_is_of_who_caused_it_and_what_by() {
        parcels.commands
                .dispatch(new Request(
                        parcels.id,
                        accept(),
                        "r1",
                        new byte[32],
                        null,
                        Timing.PRESENT,
                        Who.unbound("ann"),
                        Sight.ALL,
                        null,
                        false,
                        Map.of(Metadata.CORRELATION, "c", Metadata.CAUSATION, "d")))
                .join();

        var event = parcels.history().getFirst();
        assertThat(event.metadata())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Metadata.AGGREGATE, "parcel",
                        Metadata.SUBJECT, parcels.id.toString(),
                        Metadata.ROOT, parcels.id.toString(),
                        Metadata.COMMAND, "AcceptParcel",
                        Metadata.ACTOR, "ann",
                        Metadata.CORRELATION, "c",
                        Metadata.CAUSATION, "d"));
        assertThat(event.effectiveAt()).isEqualTo(NOW);
    }

    @Test
    void personal_fields_are_stored_sealed_and_open_at_the_edge() {
        parcels.dispatch("r1", accept());

        var payload = new String(parcels.history().getFirst().payload(), StandardCharsets.UTF_8);
        assertThat(payload)
                .doesNotContain("Ann Canary")
                .doesNotContain("+371 5550")
                .contains("sealed.v1." + parcels.id);
        var state = parcels.load(new AsOf.Now()).known();
        assertThat(state.receiver()).startsWith("sealed.v1.");
        var view = Json.mapper().valueToTree(Parcel.catalogue().view().apply(state));
        assertThat(parcels.sealer.unseal(view).get("receiver").stringValue()).isEqualTo("Ann Canary");
        assertThat(payload).contains(parcels.sealer.digest("phone", "+371 5550"));
    }

    @Test
    void what_does_not_exist_and_what_moved_on_is_said() {
        assertThat(parcels.dispatch("r1", new Parcel.MoveParcel("Riga"))).isEqualTo(new Outcome.Unknown(parcels.id));
        parcels.dispatch("r2", accept());

        assertThat(matching("r3", 7)).isEqualTo(new Outcome.Stale(parcels.id, 1));
        assertThat(matching("r4", 1)).isInstanceOf(Committed.class);
        assertThat(matching("r4", 1))
                .as("the repetition is answered though the entity moved on")
                .isInstanceOfSatisfying(
                        Committed.class, again -> assertThat(again.replayed()).isTrue());
    }

    @Test
    void already_so_stores_nothing() {
        parcels.dispatch("r1", accept());
        parcels.dispatch("r2", new Parcel.StoreParcel("L7"));

        assertThat(parcels.dispatch("r3", new Parcel.StoreParcel("L7")))
                .isEqualTo(new Outcome.Unchanged(parcels.id, 2));
        assertThat(parcels.log.head()).isEqualTo(2);
    }

    @Test
    void validating_only_decides_and_stores_nothing() {
        var request = new Request(
                parcels.id,
                accept(),
                "r1",
                new byte[32],
                null,
                Timing.PRESENT,
                Who.unbound("ann"),
                Sight.ALL,
                null,
                true,
                Map.of());

        assertThat(parcels.commands.dispatch(request).join()).isEqualTo(new Outcome.Unchanged(parcels.id, 0));
        assertThat(parcels.log.head()).isZero();
    }

    @Test
    @DisplayName("F13: when the commit fails, the dispatch fails")
    void a_failing_commit_fails_the_dispatch() {
        parcels.dispatch("r1", accept());
        var tooLargeToStore = new Parcel.MoveParcel("x".repeat(5 << 20));

        assertThatThrownBy(() -> parcels.dispatch("r2", tooLargeToStore))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stored together");

        assertThat(parcels.log.head()).isEqualTo(1);
        assertThat(parcels.dispatch("r2", new Parcel.MoveParcel("Riga"))).isInstanceOf(Committed.class);
    }

    @Test
    void a_closed_log_is_a_fault_and_no_answer() {
        parcels.dispatch("r1", accept());
        parcels.log.close();

        assertThatThrownBy(() -> parcels.dispatch("r2", new Parcel.MoveParcel("Riga")))
                .hasRootCauseInstanceOf(EventLogUnavailableException.class);
    }

    @Test
    void an_event_that_the_catalogue_does_not_know_fails_loudly() {
        var unknown = new StoredEvent(
                1, parcels.id, "parcel.lost", 1, NOW, NOW, "{}".getBytes(StandardCharsets.UTF_8), Map.of());

        assertThatThrownBy(() -> new EventCodec(parcels.sealer).decode(Parcel.catalogue(), unknown))
                .hasMessageContaining("no event parcel.lost.v1");
    }

    private Outcome matching(String requestId, long position) {
        return parcels.commands
                .dispatch(request(
                        parcels.id,
                        requestId,
                        new Parcel.MoveParcel("Riga"),
                        requestId,
                        null,
                        Timing.PRESENT,
                        position,
                        false))
                .join();
    }
}
