package io.milepost.platform.axon;

import static io.milepost.platform.axon.ParcelService.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.axon.Parcel.MoveParcel;
import io.milepost.platform.axon.Parcel.PassParcel;
import io.milepost.platform.axon.Parcel.StoreParcel;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Outcome.Committed;
import io.milepost.platform.command.Outcome.Refused;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
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

/** Two instances on one database: between a decision of the one and its append the other changes what was looked at. */
class MovedGroundTest {
    private static Databases databases;

    @TempDir
    private Path folder;

    private ParcelService one;
    private ParcelService another;
    private Runnable meanwhile = () -> {};
    private int decisions;

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
        var events = databases.fresh();
        var keys = databases.fresh();
        one = instance(events, keys, new Decider<>(this::decide, Parcel.DECIDER.begin(), Parcel.DECIDER.evolve()));
        another = instance(events, keys, Parcel.DECIDER);
    }

    @AfterEach
    void close() {
        one.close();
        another.close();
    }

    @Test
    @DisplayName("an entity that was read and has changed since is read again, and the decision is another one")
    void what_was_read_has_changed() {
        var parcel = accepted();
        var other = accepted();
        meanwhile = () -> accept(another, other, new MoveParcel("Riga"));

        assertThat(send(one, parcel, new PassParcel(other)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(Parcel.Refused.OTHER_AHEAD.name()));
        assertThat(decisions).isEqualTo(2);
    }

    @Test
    @DisplayName("a change of an entity that was not read disturbs nobody")
    void what_was_not_read_may_change() {
        var parcel = accepted();
        var other = accepted();
        var stranger = accepted();
        meanwhile = () -> accept(another, stranger, new MoveParcel("Riga"));

        assertThat(send(one, parcel, new PassParcel(other))).isInstanceOf(Committed.class);
        assertThat(decisions).isEqualTo(1);
    }

    @Test
    void what_was_free_has_been_taken() {
        var parcel = accepted();
        var other = accepted();
        meanwhile = () -> accept(another, other, new StoreParcel("L1"));

        assertThat(send(one, parcel, new StoreParcel("L1"))).isInstanceOf(Refused.class);
        assertThat(decisions).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "a holder that releases what is claimed while the claim is being refused does not keep it from anybody")
    void what_was_taken_has_been_released() {
        var parcel = accepted();
        var holder = accepted();
        accept(another, holder, new StoreParcel("L1"));
        meanwhile = () -> accept(another, holder, new StoreParcel("L2"));

        assertThat(send(one, parcel, new StoreParcel("L1"))).isInstanceOf(Committed.class);
        assertThat(decisions).isEqualTo(2);
    }

    private Decision<Parcel.Event> decide(Parcel parcel, Parcel.Command command, Occasion occasion) {
        var decision = Parcel.DECIDER.decide().decide(parcel, command, occasion);
        decisions++;
        var once = meanwhile;
        meanwhile = () -> {};
        once.run();
        return decision;
    }

    private ParcelService instance(
            MongoDatabase events, MongoDatabase keys, Decider<Parcel, Parcel.Command, Parcel.Event> decider) {
        var cache = new EntityCache(10, new SimpleMeterRegistry());
        return new ParcelService(events, keys, folder, cache, Parcel.catalogue(decider));
    }

    private UUID accepted() {
        var parcel = UUID.randomUUID();
        accept(one, parcel, ParcelService.accept());
        return parcel;
    }

    private static void accept(ParcelService instance, UUID parcel, Record command) {
        assertThat(send(instance, parcel, command)).isInstanceOf(Committed.class);
    }

    private static Outcome send(ParcelService instance, UUID parcel, Record command) {
        var id = "r" + UUID.randomUUID();
        return instance.commands.dispatch(request(parcel, id, command, id)).join();
    }
}
