package io.milepost.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import io.milepost.platform.testkit.parcel.ParcelRefusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What one event asks of several entities. */
class ReactorTest {
    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.start(null, 0);
    private static final UUID EVENT = new UUID(7, 7);
    private static final UUID A = new UUID(1, 1);
    private static final UUID B = new UUID(2, 2);
    private static final UUID C = new UUID(3, 3);

    private ParcelOffice office;

    /** What the event tells. */
    record Weighed(int grams, List<UUID> parcels) {
        Weighed {
            parcels = List.copyOf(parcels);
        }
    }

    @BeforeEach
    void open(TestInfo test, @TempDir Path folder) {
        office = ParcelOffice.open(
                DATABASE.uri(), "r" + Integer.toHexString(test.getDisplayName().hashCode()), folder);
        Stream.of(A, B, C).forEach(id -> office.send(id, ParcelOffice.post("of " + id, null, "1.00")));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    @Test
    void each_target_is_sent_its_command_under_a_request_id_of_its_own() {
        assertThat(react(5, A, B, C)).isNull();

        assertThat(requests()).containsExactly(requestTo(A), requestTo(B), requestTo(C));
    }

    @Test
    void nothing_is_sent_where_nothing_follows() {
        assertThat(react(5)).isNull();
        assertThat(requests()).isEmpty();
        assertThat(react(5, A)).as("control").isNull();
        assertThat(requests()).containsExactly(requestTo(A));
    }

    @Test
    void redelivery_changes_nothing_though_the_targets_have_moved_on() {
        react(5, A, B);
        office.send(A, new WeighParcel(9));
        long head = office.log().head();

        assertThat(react(5, A, B)).isNull();

        assertThat(office.log().head()).isEqualTo(head);
        assertThat(react(5, A, B, C)).as("control").isNull();
        assertThat(requests()).containsExactly(requestTo(A), requestTo(B), requestTo(C));
    }

    @Test
    void a_death_between_two_targets_leaves_the_rest_to_the_next_delivery() {
        for (int n = 1; n <= 3; n++) {
            int deadly = n;
            int grams = 10 + n;
            var sent = new AtomicInteger();
            assertThatThrownBy(() -> react(grams, deadly, dying(sent, deadly), A, B, C))
                    .isInstanceOf(EventLogUnavailableException.class);
            assertThat(requests()).as("control").hasSize(3 * (n - 1) + n);

            assertThat(react(grams, deadly, office.commands()::dispatch, A, B, C))
                    .isNull();
            assertThat(requests()).hasSize(3 * n).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_target_that_cannot_follow_holds_up_no_other_and_follows_once_it_can() {
        var late = new UUID(4, 4);

        assertThat(react(5, A, late, C)).isEqualTo("UNKNOWN_TARGET");
        assertThat(requests()).containsExactly(requestTo(A), requestTo(C));

        office.send(late, ParcelOffice.post("late", null, "1.00"), Instant.parse("2017-01-01T00:00:00Z"));
        assertThat(react(5, A, late, C)).isNull();
        assertThat(requests()).containsExactly(requestTo(A), requestTo(C), requestTo(late));
    }

    @Test
    void a_target_named_twice_is_a_mistake_that_is_parked_before_anything_is_sent() {
        assertThat(react(5, A, B, A)).isEqualTo("TARGET_TWICE");
        assertThat(requests()).isEmpty();
        assertThat(react(5, A, B)).as("control").isNull();
    }

    @Test
    void a_reaction_to_several_is_asked_for_its_only_command_in_vain_where_it_has_more() {
        Reaction<Weighed> reaction = Reaction.toSeveral(ReactorTest::commands);
        var event = arrival(5, 7, A).event();

        assertThat(reaction.to(event, new Weighed(5, List.of(A)))).isPresent();
        assertThatThrownBy(() -> reaction.to(event, new Weighed(5, List.of(A, B))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<Reaction.Command> commands(Inbound cause, Weighed weighed) {
        return weighed.parcels().stream()
                .map(parcel -> new Reaction.Command(parcel, new WeighParcel(weighed.grams())))
                .toList();
    }

    private @Nullable String react(int grams, UUID... parcels) {
        return react(grams, 7, office.commands()::dispatch, parcels);
    }

    private static @Nullable String react(
            int grams, int event, Function<Request, CompletableFuture<Outcome>> dispatch, UUID... parcels) {
        var automation = new Automation<>(
                "when-weighed-then-weigh-all",
                "shop",
                "order.weighed.v1",
                Weighed.class,
                Reaction.toSeveral(ReactorTest::commands),
                Set.of(ParcelRefusal.NOT_UNDER_WAY));
        return new Reactor(dispatch).react(automation, arrival(grams, event, parcels));
    }

    /** After this many commands are stored, nothing answers any more. */
    private Function<Request, CompletableFuture<Outcome>> dying(AtomicInteger sent, int last) {
        return request -> {
            if (sent.incrementAndGet() > last) {
                throw new EventLogUnavailableException("dead", new IllegalStateException());
            }
            var outcome = office.commands().dispatch(request).join();
            if (sent.get() == last) {
                throw new EventLogUnavailableException("dies with " + outcome, new IllegalStateException());
            }
            return CompletableFuture.completedFuture(outcome);
        };
    }

    private static Arrival arrival(int grams, int event, UUID... parcels) {
        var ids = Stream.of(parcels).map("\"%s\""::formatted).toList();
        var json = "{\"grams\":%d,\"parcels\":%s}".formatted(grams, ids);
        var time = Instant.parse("2026-01-02T03:04:05Z");
        return new Arrival(
                new ConsumerRecord<>("shop.events.v1", 0, event, null, null),
                new Inbound(
                        "shop",
                        "order.weighed.v1",
                        EVENT,
                        new UUID(7, event),
                        event,
                        "one",
                        time,
                        time,
                        "clerk",
                        "story",
                        EVENT.toString(),
                        json.getBytes(StandardCharsets.UTF_8)),
                null);
    }

    private static String requestTo(UUID target) {
        return EVENT + "/when-weighed-then-weigh-all/" + target;
    }

    private List<String> requests() {
        return office.log().read(0, 100).join().stream()
                .map(StoredCommit::requestId)
                .filter(request -> !request.startsWith("test/"))
                .toList();
    }
}
