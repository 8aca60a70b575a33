package io.milepost.platform.timer;

import static io.milepost.platform.testkit.parcel.NarrowParcels.DEADLY;
import static io.milepost.platform.testkit.parcel.NarrowParcels.UNFOLDABLE;
import static io.milepost.platform.timer.TimedParcels.DELIVERY;
import static io.milepost.platform.timer.TimedParcels.hour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.command.EventUnreadableException;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.setaside.SetAside;
import io.milepost.platform.testkit.parcel.NarrowParcels;
import io.milepost.platform.testkit.parcel.Parcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.DeliverParcel;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.RawEvent;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the timer makes of entities that its program cannot read, and the next version of it, which can. */
@ExtendWith(OutputCaptureExtension.class)
class SetAsideDatesTest {
    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.start(null, 0);
    private static final Due<Parcel> NARROW = TimedParcels.delivery(NarrowParcels.CATALOGUE);

    private TimedParcels parcels;

    @BeforeEach
    void open(TestInfo test, @TempDir Path folder) {
        parcels = new TimedParcels(
                DATABASE, "a" + Integer.toHexString(test.getDisplayName().hashCode()), folder);
    }

    @AfterEach
    void close() {
        parcels.close();
    }

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    @Test
    void others_fire_and_a_version_that_can_read_it_fires_what_was_missing() {
        var bad = parcels.parcel(UNFOLDABLE);
        var known = parcels.parcel(6);
        var healthy = parcels.parcel(2);
        try (var one = parcels.timer(NARROW);
                var other = parcels.timer(NARROW)) {
            assertThat(one.entities()).containsExactly(healthy, known);
            assertThat(one.timer().setAside()).isEqualTo(1);
            // One whose date was known becomes unreadable: its date is no longer told, and not fired.
            parcels.weigh(known, UNFOLDABLE);
            // Either may bring the date back as long as it is behind, and takes it away when it is no longer.
            one.caughtUp();
            other.caughtUp();
            assertThat(one.entities()).containsExactly(healthy).isEqualTo(other.entities());
            assertThat(one.timer().setAside()).isEqualTo(2);

            parcels.clock.set(hour(UNFOLDABLE));
            parcels.awaitDelivered(healthy);
            var control = parcels.parcel(3);
            parcels.awaitDelivered(control);
            await().until(() -> one.watch().unsettled() == 0 && other.watch().unsettled() == 0);
            assertThat(parcels.sentTo(bad) + parcels.sentTo(known)).isZero();
            one.timer().redrive(bad);
            assertThat(parcels.office.setAsides().of(bad))
                    .as("the same program cannot")
                    .hasSize(1);
        }

        try (var one = parcels.timer(DELIVERY);
                var other = parcels.timer(DELIVERY)) {
            parcels.awaitDelivered(bad, known);
            await().until(() -> one.timer().setAside() == 0 && other.timer().setAside() == 0);
            await().until(() -> one.dates().isEmpty());
        }
        assertThat(parcels.deliveries(bad)).hasSize(1);
    }

    @Test
    void a_date_whose_entity_turns_unreadable_when_it_fires_is_set_aside_and_tried_no_more(CapturedOutput output) {
        var bad = parcels.parcel(1);
        Function<Request, CompletableFuture<Outcome>> failing =
                request -> request.id().equals(bad)
                        ? CompletableFuture.failedFuture(new EventUnreadableException(
                                bad, "parcel.weighed.v1", 2, new IllegalStateException("secret")))
                        : parcels.office.commands().dispatch(request);
        try (var timer = parcels.timer(failing, DELIVERY)) {
            parcels.clock.set(hour(2));
            await().until(() -> timer.timer().setAside() == 1);
            var healthy = parcels.parcel(2);
            parcels.awaitDelivered(healthy);

            await().until(() -> timer.watch().unsettled() == 0);
            assertThat(timer.dates()).isEmpty();
            assertThat(parcels.sentTo(bad)).isEqualTo(1);
        }
        assertThat(output.getAll()).contains("goes on without " + bad).doesNotContain("secret");
    }

    @Test
    void a_fault_that_lasts_is_logged_once(CapturedOutput output) {
        var bad = parcels.parcel(1);
        Function<Request, CompletableFuture<Outcome>> failing =
                _ -> CompletableFuture.failedFuture(new IllegalStateException("planted"));
        parcels.clock.set(hour(2));
        try (var _ = parcels.timer(failing, DELIVERY)) {
            await().until(() -> parcels.sentTo(bad) > 3);
        }
        assertThat(output.getAll().lines().filter(line -> line.contains("stays and is tried again")))
                .hasSize(1);
    }

    @Test
    void a_rule_that_fails_on_a_state_sets_its_entity_aside_alone() {
        var bad = parcels.parcel(4);
        var healthy = parcels.parcel(1);
        var rule = new Due<Parcel>("delivery", ParcelMessages.CATALOGUE, DeliverParcel.class, state -> {
            if (state instanceof Parcel.Posted posted && posted.grams() == 4) {
                throw new IllegalArgumentException("planted");
            }
            return TimedParcels.dates(state);
        });
        try (var timer = parcels.timer(rule)) {
            assertThat(timer.entities()).containsExactly(healthy);
            assertThat(parcels.office.setAsides().of(bad))
                    .extracting(SetAside::reader, SetAside::type, SetAside::cause)
                    .containsExactly(org.assertj.core.api.Assertions.tuple(
                            "timer", "parcel.weighed.v1", "IllegalArgumentException"));
        }
    }

    @Test
    void events_that_say_nothing_of_whom_they_are_hold_up_nobody() {
        var stray = UUID.randomUUID();
        RawEvent.weighed("{\"grams\":1}").without(Metadata.SUBJECT).appendTo(parcels.office.log(), stray);
        RawEvent.weighed("{\"grams\":1}").without(Metadata.AGGREGATE).appendTo(parcels.office.log());
        RawEvent.weighed("{\"grams\":1}").without(Metadata.COMMAND).appendTo(parcels.office.log());
        RawEvent.unreadable().forEach(event -> event.appendTo(parcels.office.log()));
        var healthy = parcels.parcel(1);
        try (var timer = parcels.timer(DELIVERY)) {
            assertThat(timer.entities()).containsExactly(healthy);
            assertThat(timer.timer().setAside())
                    .isEqualTo(1 + RawEvent.unreadable().size());
            timer.timer().redrive(stray);
            assertThat(parcels.office.setAsides().of(stray)).hasSize(1);
        }
    }

    @Test
    void an_error_ends_the_thread_and_is_seen() {
        var healthy = parcels.parcel(1);
        try (var timer = parcels.timer(NARROW)) {
            assertThat(timer.entities()).containsExactly(healthy);
            assertThat(timer.threads().dead()).isEmpty();
            parcels.parcel(DEADLY);

            await().until(() -> !timer.threads().dead().isEmpty());
            assertThat(timer.threads().dead()).containsEntry("timer", "AssertionError");
        }
    }
}
