package io.milepost.platform.timer;

import static io.milepost.platform.timer.TimedParcels.AGENT;
import static io.milepost.platform.timer.TimedParcels.DELIVERY;
import static io.milepost.platform.timer.TimedParcels.hour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.testkit.parcel.Parcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.DeliverParcel;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the timer makes of restarts, kills, faults, races and more than one of it. */
class DueTimerFaultTest {
    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.start(null, 0);

    /** Goes on waiting after the delivery, for the hour that the label names. */
    private static final Due<Parcel> INSISTENT = new Due<>(
            "insistent",
            ParcelMessages.CATALOGUE,
            DeliverParcel.class,
            _ -> List.of(DueDate.at(hour(6), new DeliverParcel(AGENT))));

    private TimedParcels parcels;

    @BeforeEach
    void open(TestInfo test, @TempDir Path folder) {
        parcels = new TimedParcels(
                DATABASE, "f" + Integer.toHexString(test.getDisplayName().hashCode()), folder);
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
    void a_restart_knows_what_was_waited_for_and_what_happened_meanwhile() {
        UUID known;
        UUID cancelled;
        try (var timer = parcels.timer(DELIVERY)) {
            known = parcels.parcel(1);
            cancelled = parcels.parcel(1);
            assertThat(timer.entities()).containsExactlyInAnyOrder(known, cancelled);
        }
        parcels.office.send(cancelled, new DeliverParcel(UUID.randomUUID()));
        var newcomer = parcels.parcel(2);
        parcels.clock.set(hour(2));
        assertThat(parcels.sent).isEmpty();

        try (var timer = parcels.timer(DELIVERY)) {
            parcels.awaitDelivered(known);
            parcels.awaitDelivered(newcomer);
            await().until(() -> timer.dates().isEmpty());
        }
        assertThat(parcels.sentTo(cancelled)).isZero();
        assertThat(parcels.sent).hasSize(2);
    }

    @Test
    void a_kill_after_the_command_and_before_its_mark_has_no_second_effect() {
        var unanswered = new CompletableFuture<Outcome>();
        Function<Request, CompletableFuture<Outcome>> killed = request -> {
            parcels.office.commands().dispatch(request).join();
            return unanswered;
        };
        var id = parcels.parcel(1);
        parcels.clock.set(hour(1));
        try (var halted = parcels.timer(killed, DELIVERY)) {
            parcels.awaitDelivered(id);
            // As after a kill: the command is stored, and the date still stands.
            assertThat(datesStored()).hasSize(1);
            assertThat(halted.timer().isRunning()).isTrue();

            try (var timer = parcels.timer(DELIVERY)) {
                await().until(() -> timer.dates().isEmpty());
                assertThat(datesStored()).isEmpty();
                var control = parcels.parcel(1);
                parcels.awaitDelivered(control);
            }
            unanswered.cancel(false);
        }
        assertThat(parcels.deliveries(id)).hasSize(1);
    }

    @Test
    void a_date_that_its_state_keeps_is_the_same_request_after_a_rebuild() {
        var answers = new CopyOnWriteArrayList<Outcome>();
        Function<Request, CompletableFuture<Outcome>> heard = request ->
                parcels.office.commands().dispatch(request).whenComplete((answer, fault) -> answers.add(answer));
        var id = parcels.parcel(1);
        parcels.clock.set(hour(6));
        try (var timer = parcels.timer(heard, INSISTENT)) {
            parcels.awaitDelivered(id);
            await().until(() -> timer.dates().isEmpty());
        }
        forgetAllDates();

        try (var timer = parcels.timer(heard, INSISTENT)) {
            await().until(() -> answers.size() == 2);
            await().until(() -> timer.dates().isEmpty());
        }
        assertThat(parcels.deliveries(id)).hasSize(1);
        assertThat(answers)
                .extracting(answer -> ((Outcome.Committed) answer).replayed())
                .containsExactly(false, true);
        assertThat(parcels.sent)
                .extracting(Request::requestId)
                .hasSize(2)
                .containsOnly(parcels.sent.getFirst().requestId());
    }

    @Test
    void a_refusal_settles_a_date() {
        var id = parcels.parcel(1);
        parcels.office.send(id, new DeliverParcel(UUID.randomUUID()));
        var control = parcels.parcel(1);
        parcels.clock.set(hour(6));

        try (var timer = parcels.timer(INSISTENT)) {
            parcels.awaitDelivered(control);
            await().until(() -> timer.dates().isEmpty());
            assertThat(parcels.sentTo(id)).isEqualTo(1);
            await().until(() -> timer.watch().unsettled() == 0);
        }
        assertThat(parcels.deliveries(id)).hasSize(1);
        assertThat(parcels.sentTo(id)).isEqualTo(1);
    }

    @Test
    void a_rebuild_from_the_log_gives_the_same_dates_and_fires_nothing_twice() {
        List<DueDates.Item> before;
        try (var timer = parcels.timer(DELIVERY)) {
            var ids =
                    IntStream.range(0, 40).mapToObj(i -> parcels.parcel(1 + i)).toList();
            ids.subList(0, 5).forEach(id -> parcels.weigh(id, 100));
            ids.subList(5, 8).forEach(id -> parcels.office.send(id, new DeliverParcel(AGENT)));
            timer.caughtUp();
            parcels.clock.set(hour(20));
            await().until(() -> timer.dates().size() == 25);
            before = timer.dates();
        }
        var fired = parcels.sent.size();
        assertThat(fired).isEqualTo(12);
        forgetAllDates();

        try (var timer = parcels.timer(DELIVERY)) {
            assertThat(timer.dates()).isEqualTo(before);
            var control = parcels.parcel(1);
            parcels.awaitDelivered(control);
        }
        assertThat(parcels.sent).hasSize(fired + 1);
    }

    @Test
    void other_rules_are_read_from_the_log_anew_and_what_the_old_ones_left_is_dropped() {
        var id = parcels.parcel(3);
        try (var timer = parcels.timer(DELIVERY)) {
            assertThat(timer.dates()).extracting(DueDates.Item::kind).containsExactly("delivery");
        }
        try (var timer = parcels.timer(DELIVERY, INSISTENT)) {
            assertThat(timer.dates()).extracting(DueDates.Item::kind).containsExactly("delivery", "insistent");
        }
        assertThat(dueCollections()).hasSize(1);
        try (var timer = parcels.timer(DELIVERY)) {
            assertThat(timer.entities()).containsExactly(id);
        }
        assertThat(dueCollections()).hasSize(1);
    }

    @Test
    void several_instances_have_one_effect() {
        try (var one = parcels.timer(DELIVERY);
                var other = parcels.timer(DELIVERY)) {
            var ids = IntStream.range(0, 120)
                    .mapToObj(i -> parcels.parcel(1 + i % 3))
                    .toList();
            ids.stream().limit(20).forEach(id -> parcels.weigh(id, 4));
            one.caughtUp();
            other.caughtUp();
            assertThat(one.dates()).hasSize(120).isEqualTo(other.dates());

            parcels.clock.set(hour(3));
            parcels.awaitDelivered(ids.subList(20, 120));
            await().until(() -> one.dates().size() == 20);
            parcels.clock.set(hour(4));
            parcels.awaitDelivered(ids);
            await().until(() -> other.dates().isEmpty());
            ids.forEach(id -> assertThat(parcels.deliveries(id)).hasSize(1));
        }
    }

    @Test
    void a_fault_keeps_a_date_and_holds_up_no_other() {
        var broken = new AtomicBoolean(true);
        var first = parcels.parcel(1);
        Function<Request, CompletableFuture<Outcome>> faulty =
                request -> request.id().equals(first) && broken.get()
                        ? CompletableFuture.failedFuture(new IllegalStateException("planted"))
                        : parcels.office.commands().dispatch(request);
        parcels.clock.set(hour(2));
        try (var timer = parcels.timer(faulty, DELIVERY)) {
            var second = parcels.parcel(2);
            parcels.awaitDelivered(second);
            await().until(() -> parcels.sentTo(first) > 2);
            await().until(() ->
                    timer.watch().unsettled() == 1 && timer.watch().overdue().isPositive());
            assertThat(timer.entities()).containsExactly(first);
            assertThat(parcels.delivered(first)).isNull();

            broken.set(false);
            parcels.awaitDelivered(first);
            await().until(() ->
                    timer.watch().overdue().isZero() && timer.dates().isEmpty());
        }
    }

    @Test
    void a_command_is_good_only_on_the_state_that_waits_for_it() {
        var raced = parcels.parcel(1);
        var control = parcels.parcel(1);
        var once = new AtomicBoolean(true);
        Function<Request, CompletableFuture<Outcome>> overtaken = request -> {
            if (request.id().equals(raced) && once.getAndSet(false)) {
                parcels.weigh(raced, 9);
            }
            return parcels.office.commands().dispatch(request);
        };
        try (var timer = parcels.timer(overtaken, DELIVERY)) {
            timer.caughtUp();
            parcels.clock.set(hour(1));
            parcels.awaitDelivered(control);
            await().until(() ->
                    timer.dates().stream().map(DueDates.Item::dueAt).toList().equals(List.of(hour(9))));
            assertThat(parcels.delivered(raced)).isNull();
            assertThat(parcels.sentTo(raced)).isEqualTo(1);

            parcels.clock.set(hour(9));
            parcels.awaitDelivered(raced);
        }
    }

    private void forgetAllDates() {
        var database = parcels.office.database();
        Mono.from(database.getCollection("timer_positions").drop()).block();
        dueCollections()
                .forEach(name -> Mono.from(database.getCollection(name).drop()).block());
    }

    private List<Document> datesStored() {
        return dueCollections().stream()
                .flatMap(name -> Flux.from(parcels.office
                                .database()
                                .getCollection(name)
                                .find()
                                .batchSize(100))
                        .toStream())
                .toList();
    }

    private Set<String> dueCollections() {
        return Flux.from(parcels.office.database().listCollectionNames())
                .toStream()
                .filter(name -> name.startsWith("due_dates_"))
                .collect(Collectors.toSet());
    }
}
