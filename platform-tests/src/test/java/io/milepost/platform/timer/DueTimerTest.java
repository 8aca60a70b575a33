package io.milepost.platform.timer;

import static io.milepost.platform.timer.TimedParcels.DELIVERY;
import static io.milepost.platform.timer.TimedParcels.START;
import static io.milepost.platform.timer.TimedParcels.hour;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.access.Sight;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.testkit.parcel.ParcelCommand.DeliverParcel;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What the timer fires and when, while nothing goes wrong. */
class DueTimerTest {
    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.start(null, 0);

    private TimedParcels parcels;
    private TimedParcels.Running timer;

    @BeforeEach
    void open(TestInfo test, @TempDir Path folder) {
        parcels = new TimedParcels(
                DATABASE, "t" + Integer.toHexString(test.getDisplayName().hashCode()), folder);
        timer = parcels.timer(DELIVERY);
    }

    @AfterEach
    void close() {
        timer.close();
        parcels.close();
    }

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    @Test
    void a_date_fires_once_when_its_time_has_come_and_not_before() {
        var late = parcels.parcel(2);
        var soon = parcels.parcel(1);
        assertThat(timer.entities()).containsExactly(soon, late);

        parcels.clock.set(hour(1));
        parcels.awaitDelivered(soon);
        assertThat(parcels.delivered(late)).isNull();

        parcels.clock.set(hour(2));
        parcels.awaitDelivered(late);
        await().until(() -> timer.dates().isEmpty());
        var control = parcels.parcel(3);
        parcels.clock.set(hour(9));
        parcels.awaitDelivered(control);
        assertThat(List.of(parcels.sentTo(soon), parcels.sentTo(late), parcels.sentTo(control)))
                .containsOnly(1L);
    }

    @Test
    void what_happens_is_dated_when_it_was_due_and_names_its_cause() {
        var id = parcels.parcel(4);
        var weighed = parcels.office
                .entities()
                .history(ParcelMessages.CATALOGUE, id)
                .join()
                .getLast();
        timer.caughtUp();

        parcels.clock.set(hour(400));
        parcels.awaitDelivered(id);

        var delivered = requireNonNull(parcels.delivered(id));
        assertThat(delivered.effectiveAt()).isEqualTo(hour(4));
        assertThat(TimedParcels.actorOf(delivered)).isEqualTo("timer/delivery");
        assertThat(delivered.require(Metadata.CAUSATION)).isEqualTo(weighed.id().toString());
        assertThat(delivered.require(Metadata.CORRELATION)).isEqualTo("c-" + id);
    }

    @Test
    void an_event_that_ends_the_waiting_takes_the_date_away() {
        var cancelled = parcels.parcel(1);
        var control = parcels.parcel(1);
        assertThat(timer.entities()).containsExactlyInAnyOrder(cancelled, control);

        parcels.office.send(cancelled, new DeliverParcel(UUID.randomUUID()));
        assertThat(timer.entities()).containsExactly(control);
        parcels.clock.set(hour(1));

        parcels.awaitDelivered(control);
        assertThat(parcels.sentTo(cancelled)).isZero();
    }

    @Test
    void a_moved_date_fires_at_its_new_time_alone() {
        var moved = parcels.parcel(1);
        var control = parcels.parcel(1);
        timer.caughtUp();
        parcels.weigh(moved, 3);
        assertThat(timer.dates())
                .extracting(DueDates.Item::entity, DueDates.Item::dueAt)
                .containsExactly(tuple(control, hour(1)), tuple(moved, hour(3)));

        parcels.clock.set(hour(2));
        parcels.awaitDelivered(control);
        assertThat(parcels.delivered(moved)).isNull();
        parcels.clock.set(hour(3));
        parcels.awaitDelivered(moved);
        assertThat(parcels.sentTo(moved)).isEqualTo(1);
    }

    @Test
    void a_date_that_moves_away_and_back_is_a_new_one_at_the_old_time() {
        var id = parcels.parcel(1);
        var before = timer.dates().getFirst();
        parcels.weigh(id, 3);
        timer.caughtUp();
        parcels.weigh(id, 1);

        var after = timer.dates();
        assertThat(after).extracting(DueDates.Item::dueAt).containsExactly(before.dueAt());
        assertThat(after.getFirst().id()).isNotEqualTo(before.id());
        parcels.clock.set(hour(1));
        parcels.awaitDelivered(id);
        await().until(() -> timer.dates().isEmpty());
    }

    @Test
    void a_date_that_is_past_when_it_arises_fires_at_once() {
        parcels.clock.set(hour(10));
        var future = parcels.parcel(11);
        var past = parcels.parcel(5);

        parcels.awaitDelivered(past);
        await().until(() -> timer.entities().equals(List.of(future)));
    }

    @Test
    void a_jump_forward_fires_and_a_jump_back_fires_nothing_twice() {
        var first = parcels.parcel(1);
        var second = parcels.parcel(5_000);
        timer.caughtUp();

        parcels.clock.set(hour(4_000));
        parcels.awaitDelivered(first);
        await().until(() -> timer.entities().equals(List.of(second)));
        parcels.clock.set(START.minus(Duration.ofDays(1_000)));
        // The control: an hour that the clock shows for the second time still fires what newly waits for it.
        var control = parcels.parcel(2);
        timer.caughtUp();
        assertThat(timer.entities()).containsExactly(control, second);
        parcels.clock.set(hour(3));
        parcels.awaitDelivered(control);
        assertThat(parcels.delivered(second)).isNull();
        parcels.clock.set(hour(5_000));
        parcels.awaitDelivered(second);

        for (var id : List.of(first, second, control)) {
            assertThat(parcels.sentTo(id)).isEqualTo(1);
            assertThat(parcels.deliveries(id)).hasSize(1);
        }
    }

    @Test
    void more_than_a_page_is_fired_in_one_walk_and_the_numbers_say_so() {
        var ids =
                IntStream.range(0, 250).mapToObj(i -> parcels.parcel(1 + i % 7)).toList();
        assertThat(timer.dates()).hasSize(250);

        parcels.clock.set(hour(7));

        parcels.awaitDelivered(ids);
        await().until(() -> timer.dates().isEmpty());
        await().until(() ->
                timer.watch().unsettled() == 0 && timer.watch().overdue().isZero());
        assertThat(parcels.sent).hasSize(250);
    }

    @Test
    void an_entity_without_dates_and_another_rule_less_service_wait_for_nothing() {
        var unweighed = UUID.randomUUID();
        parcels.office.send(unweighed, ParcelOffice.post("light", null, "1.00"));
        var weighed = parcels.parcel(1);

        assertThat(timer.entities()).containsExactly(weighed);
        try (var idle = parcels.timer()) {
            assertThat(idle.timer().position()).isEqualTo(parcels.office.log().head());
            assertThat(idle.timer().lag()).isZero();
            assertThat(idle.timer().next(null, Sight.ALL, null, null, 5)).isEmpty();
        }
    }

    @Test
    void dates_are_read_by_owner_and_time_from_where_one_stands() {
        var ids = List.of(parcels.parcel(3), parcels.parcel(1), parcels.parcel(2));
        var all = timer.dates();
        assertThat(all).extracting(DueDates.Item::entity).containsExactly(ids.get(1), ids.get(2), ids.get(0));

        assertThat(timer.timer().next(null, Sight.ALL, hour(2), null, 9)).containsExactly(all.getFirst());
        assertThat(timer.timer().next(null, Sight.ALL, hour(3), all.getFirst().id(), 9))
                .containsExactly(all.get(1));
        assertThat(timer.timer().next(null, Sight.ALL, null, null, 2)).isEqualTo(all.subList(0, 2));
        assertThat(timer.timer().next("label-" + ids.get(2), Sight.ALL, null, null, 9))
                .containsExactly(all.get(1));
        assertThat(timer.timer().next("nobody", Sight.ALL, null, null, 9)).isEmpty();
    }

    @Test
    void dates_are_told_to_those_who_may_know_of_whom_they_concern() {
        var ids = List.of(parcels.parcel(1), parcels.parcel(2));
        var all = timer.dates();
        var owner = "LABEL-" + ids.get(1);

        assertThat(timer.timer().next(null, Sight.of(Set.of(owner)), null, null, 9))
                .containsExactly(all.get(1));
        assertThat(timer.timer().next(null, Sight.of(Set.of()), null, null, 9)).isEmpty();
        assertThat(timer.timer().next(null, Sight.ALL, null, null, 9)).isEqualTo(all);
    }
}
