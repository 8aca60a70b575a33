package io.milepost.platform.axon;

import static io.milepost.platform.axon.ParcelService.accept;
import static io.milepost.platform.axon.ParcelService.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Outcome.Committed;
import io.milepost.platform.command.Outcome.Refused;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.eventlog.Databases;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandRepeatTest {

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
    @DisplayName("I14: a repeated request is answered from the commit that it made")
    void a_repeated_request_is_answered_from_its_commit() {
        parcels.dispatch("r1", accept());
        var first = (Committed) parcels.dispatch("r2", new Parcel.MoveParcel("Riga"));
        parcels.dispatch("r3", new Parcel.MoveParcel("Oslo"));

        var again = (Committed) parcels.dispatch("r2", new Parcel.MoveParcel("Riga"));

        assertThat(again.replayed()).isTrue();
        assertThat(again).isEqualTo(new Committed(parcels.id, false, first.position(), first.events(), true));
        assertThat(parcels.log.head()).isEqualTo(3);
    }

    @Test
    void a_request_id_with_another_body_is_refused() {
        parcels.dispatch("r1", accept());

        var outcome = parcels.dispatch("r1", new Parcel.MoveParcel("Riga"), "other body");

        assertThat(outcome).isEqualTo(new Outcome.KeyReused(parcels.id));
        assertThat(parcels.log.head()).isEqualTo(1);
    }

    @Test
    void creating_what_exists_is_a_repetition_only_with_the_same_body() {
        parcels.dispatch("r1", accept(), "body");

        var same = parcels.dispatch("r2", accept(), "body");
        var other = parcels.dispatch("r3", new Parcel.AcceptParcel("Bob", null), "other");

        assertThat(same).isInstanceOfSatisfying(Committed.class, committed -> {
            assertThat(committed.replayed()).isTrue();
            assertThat(committed.created()).isTrue();
        });
        assertThat(other).isEqualTo(new Outcome.AlreadyExists(parcels.id));
        assertThat(parcels.log.head()).isEqualTo(1);
    }

    @Test
    void a_refusal_stores_nothing_and_may_be_tried_again() {
        parcels.dispatch("r1", accept());

        var refused = (Refused) parcels.dispatch("r2", new Parcel.MoveParcel(""));

        assertThat(refused.code()).isEqualTo("NOWHERE");
        assertThat(refused.kind()).isEqualTo(Refusal.Kind.RULE);
        assertThat(refused.pointer()).isEqualTo("/to");
        assertThat(refused.events()).isEmpty();
        assertThat(parcels.log.head()).isEqualTo(1);
        assertThat(parcels.dispatch("r2", new Parcel.MoveParcel("Riga"))).isInstanceOf(Committed.class);
    }

    @Test
    void a_refusal_on_record_leaves_its_events_and_is_repeated_as_it_was() {
        var holder = UUID.randomUUID();
        parcels.commands.dispatch(request(holder, "h1", accept(), "h1")).join();
        parcels.commands
                .dispatch(request(holder, "h2", new Parcel.StoreParcel("L7"), "h2"))
                .join();
        parcels.dispatch("r1", accept());

        var refused = (Refused) parcels.dispatch("r2", new Parcel.StoreParcel("L7"));
        var again = (Refused) parcels.dispatch("r2", new Parcel.StoreParcel("L7"));

        assertThat(refused.code()).isEqualTo("LOCKER_TAKEN");
        assertThat(refused.pointer()).isEqualTo("/locker");
        assertThat(refused.events())
                .singleElement()
                .extracting(Outcome.EventRef::type)
                .isEqualTo("parcel.storing-rejected.v1");
        assertThat(refused.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again).usingRecursiveComparison().ignoringFields("replayed").isEqualTo(refused);
        assertThat(parcels.log.head()).isEqualTo(4);
    }
}
