package io.milepost.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.axon.Outcome.Committed;
import io.milepost.platform.axon.Outcome.Refused;
import io.milepost.platform.axon.Request.Timing;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.eventlog.Databases;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.json.Json;
import io.milepost.platform.sealing.KeyFile;
import io.milepost.platform.sealing.PersonKeys;
import io.milepost.platform.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Databases databases;

    @TempDir
    private Path folder;

    private final UUID id = UUID.randomUUID();
    private final MutableClock clock = new MutableClock();
    private MongoDatabase database;
    private EventLog log;
    private Commands commands;
    private Entities entities;
    private Sealer sealer;

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
        database = databases.fresh();
        log = EventLog.open(database, clock, new SimpleMeterRegistry());
        var keyFile = KeyFile.open(folder.resolve("keys"));
        sealer = new Sealer(new PersonKeys(databases.fresh(), keyFile, clock), keyFile);
        var codec = new EventCodec(sealer);
        commands = new Commands(List.of(Parcel.catalogue()), log, codec, sealer, clock, ZoneOffset.UTC);
        entities = new Entities(log, codec);
    }

    @AfterEach
    void close() {
        commands.close();
        log.close();
    }

    @Test
    void a_command_is_decided_stored_and_folded_again() {
        var created = (Committed) dispatch("r1", accept());
        var moved = (Committed) dispatch("r2", new Parcel.MoveParcel("Riga"));

        assertThat(created.created()).isTrue();
        assertThat(created.position()).isEqualTo(1);
        assertThat(moved.created()).isFalse();
        assertThat(moved.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("parcel.moved.v1");
            assertThat(event.position()).isEqualTo(2);
            assertThat(event.id().version()).isEqualTo(7);
        });
        var entity = load(new Cut.Present());
        assertThat(entity.position()).isEqualTo(2);
        assertThat(entity.state())
                .isInstanceOfSatisfying(
                        Parcel.Accepted.class,
                        parcel -> assertThat(parcel.moves()).isEqualTo(1));
    }

    @Test
    void an_event_says_what_it_is_of_who_caused_it_and_what_by() {
        commands.dispatch(new Request(
                        id,
                        accept(),
                        "r1",
                        hash("r1"),
                        null,
                        Timing.PRESENT,
                        "ann",
                        null,
                        false,
                        Map.of(Metadata.CORRELATION, "c", Metadata.CAUSATION, "d")))
                .join();

        var event = history().getFirst();
        assertThat(event.metadata())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Metadata.AGGREGATE, "parcel",
                        Metadata.SUBJECT, id.toString(),
                        Metadata.ROOT, id.toString(),
                        Metadata.COMMAND, "AcceptParcel",
                        Metadata.ACTOR, "ann",
                        Metadata.CORRELATION, "c",
                        Metadata.CAUSATION, "d"));
        assertThat(event.effectiveAt()).isEqualTo(NOW);
    }

    @Test
    void personal_fields_are_stored_sealed_and_open_at_the_edge() {
        dispatch("r1", accept());

        var payload = new String(history().getFirst().payload(), StandardCharsets.UTF_8);
        assertThat(payload)
                .doesNotContain("Ann Canary")
                .doesNotContain("+371 5550")
                .contains("sealed.v1." + id);
        var state = (Parcel.Accepted) load(new Cut.Present()).state();
        assertThat(state.receiver()).startsWith("sealed.v1.");
        var view = Json.mapper().valueToTree(Parcel.catalogue().view().apply(state));
        assertThat(sealer.unseal(view).get("receiver").stringValue()).isEqualTo("Ann Canary");
        assertThat(payload).contains(sealer.digest("phone", "+371 5550"));
    }

    @Test
    @DisplayName("I14: a repeated request is answered from the commit that it made")
    void a_repeated_request_is_answered_from_its_commit() {
        dispatch("r1", accept());
        var first = (Committed) dispatch("r2", new Parcel.MoveParcel("Riga"));
        dispatch("r3", new Parcel.MoveParcel("Oslo"));

        var again = (Committed) dispatch("r2", new Parcel.MoveParcel("Riga"));

        assertThat(again.replayed()).isTrue();
        assertThat(again).isEqualTo(new Committed(id, false, first.position(), first.events(), true));
        assertThat(log.head()).isEqualTo(3);
    }

    @Test
    void a_request_id_with_another_body_is_refused() {
        dispatch("r1", accept());

        var outcome = commands.dispatch(request("r1", new Parcel.MoveParcel("Riga"), "other body"))
                .join();

        assertThat(outcome).isEqualTo(new Outcome.KeyReused(id));
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void creating_what_exists_is_a_repetition_only_with_the_same_body() {
        commands.dispatch(request("r1", accept(), "body")).join();

        var same = commands.dispatch(request("r2", accept(), "body")).join();
        var other = commands.dispatch(request("r3", new Parcel.AcceptParcel("Bob", null), "other"))
                .join();

        assertThat(same).isInstanceOfSatisfying(Committed.class, committed -> {
            assertThat(committed.replayed()).isTrue();
            assertThat(committed.created()).isTrue();
        });
        assertThat(other).isEqualTo(new Outcome.AlreadyExists(id));
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void what_does_not_exist_and_what_moved_on_is_said() {
        assertThat(dispatch("r1", new Parcel.MoveParcel("Riga"))).isEqualTo(new Outcome.Unknown(id));
        dispatch("r2", accept());

        assertThat(commands.dispatch(matching("r3", 7)).join()).isEqualTo(new Outcome.Stale(id, 1));
        assertThat(commands.dispatch(matching("r4", 1)).join()).isInstanceOf(Committed.class);
        assertThat(commands.dispatch(matching("r4", 1)).join())
                .as("the repetition is answered though the entity moved on")
                .isInstanceOfSatisfying(
                        Committed.class, again -> assertThat(again.replayed()).isTrue());
    }

    @Test
    void a_refusal_stores_nothing_and_may_be_tried_again() {
        dispatch("r1", accept());

        var refused = (Refused) dispatch("r2", new Parcel.MoveParcel(""));

        assertThat(refused.code()).isEqualTo("NOWHERE");
        assertThat(refused.kind()).isEqualTo(Refusal.Kind.RULE);
        assertThat(refused.pointer()).isEqualTo("/to");
        assertThat(refused.events()).isEmpty();
        assertThat(log.head()).isEqualTo(1);
        assertThat(dispatch("r2", new Parcel.MoveParcel("Riga"))).isInstanceOf(Committed.class);
    }

    @Test
    void a_refusal_on_record_leaves_its_events_and_is_repeated_as_it_was() {
        var holder = UUID.randomUUID();
        commands.dispatch(request(holder, "h1", accept(), "h1")).join();
        commands.dispatch(request(holder, "h2", new Parcel.StoreParcel("L7"), "h2"))
                .join();
        dispatch("r1", accept());

        var refused = (Refused) dispatch("r2", new Parcel.StoreParcel("L7"));
        var again = (Refused) dispatch("r2", new Parcel.StoreParcel("L7"));

        assertThat(refused.code()).isEqualTo("LOCKER_TAKEN");
        assertThat(refused.pointer()).isEqualTo("/locker");
        assertThat(refused.events())
                .singleElement()
                .extracting(Outcome.EventRef::type)
                .isEqualTo("parcel.storing-rejected.v1");
        assertThat(refused.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again).usingRecursiveComparison().ignoringFields("replayed").isEqualTo(refused);
        assertThat(log.head()).isEqualTo(4);
    }

    @Test
    void already_so_stores_nothing() {
        dispatch("r1", accept());
        dispatch("r2", new Parcel.StoreParcel("L7"));

        assertThat(dispatch("r3", new Parcel.StoreParcel("L7"))).isEqualTo(new Outcome.Unchanged(id, 2));
        assertThat(log.head()).isEqualTo(2);
    }

    @Test
    void validating_only_decides_and_stores_nothing() {
        var request = new Request(id, accept(), "r1", hash("r1"), null, Timing.PRESENT, "ann", null, true, Map.of());

        assertThat(commands.dispatch(request).join()).isEqualTo(new Outcome.Unchanged(id, 0));
        assertThat(log.head()).isZero();
    }

    @Test
    void a_stated_time_is_held_against_the_clock_and_the_last_one() {
        assertThat(at("r1", accept(), NOW.minus(Duration.ofDays(9)), Timing.PRESENT))
                .isInstanceOf(Outcome.TimeNotAllowed.class);
        assertThat(at("r2", accept(), NOW.plusSeconds(60), Timing.BACKDATED))
                .isInstanceOf(Outcome.TimeNotAllowed.class);
        assertThat(at("r3", accept(), NOW.minus(Duration.ofDays(9)), Timing.BACKDATED))
                .isInstanceOf(Committed.class);
        assertThat(at("r4", new Parcel.MoveParcel("Riga"), NOW.minus(Duration.ofDays(10)), Timing.BACKDATED))
                .isEqualTo(new Outcome.TooEarly(id));
        assertThat(at("r5", new Parcel.MoveParcel("Riga"), NOW.minus(Duration.ofDays(10)), Timing.FOLLOWING))
                .isInstanceOf(Committed.class);
        assertThat(at("r6", new Parcel.MoveParcel("Oslo"), NOW.minus(Duration.ofDays(5)), Timing.FOLLOWING))
                .isInstanceOf(Committed.class);

        assertThat(history())
                .extracting(StoredEvent::effectiveAt)
                .containsExactly(
                        NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(5)));
    }

    @Test
    void the_past_is_a_prefix_by_what_was_true_and_by_what_was_known() {
        at("r1", accept(), NOW.minus(Duration.ofDays(9)), Timing.BACKDATED);
        clock.now = NOW.plusSeconds(100);
        at("r2", new Parcel.MoveParcel("Riga"), NOW.minus(Duration.ofDays(3)), Timing.BACKDATED);

        assertThat(load(new Cut.AsOf(NOW.minus(Duration.ofDays(4)))).position()).isEqualTo(1);
        assertThat(load(new Cut.AsOf(NOW.minus(Duration.ofDays(3)))).position()).isEqualTo(2);
        assertThat(load(new Cut.AsOf(NOW.minus(Duration.ofDays(10)))).exists()).isFalse();
        assertThat(load(new Cut.KnownAt(NOW.plusSeconds(99))).position()).isEqualTo(1);
        assertThat(load(new Cut.KnownAt(NOW.plusSeconds(100))).position()).isEqualTo(2);
    }

    @Test
    @DisplayName("of two that claim the same tag at once exactly one wins, whoever they are")
    void of_many_concurrent_claims_exactly_one_wins() {
        for (int round = 0; round < 10; round++) {
            var locker = "L" + round;
            var parcels = IntStream.range(0, 6).mapToObj(_ -> UUID.randomUUID()).toList();
            parcels.forEach(parcel -> commands.dispatch(request(parcel, "a" + parcel, accept(), "a"))
                    .join());

            var outcomes = parcels.stream()
                    .map(parcel ->
                            commands.dispatch(request(parcel, "s" + parcel, new Parcel.StoreParcel(locker), "s")))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(outcomes).filteredOn(Committed.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(5);
        }
    }

    @Test
    void commands_that_meet_on_one_entity_are_tried_again_and_all_count() {
        dispatch("r1", accept());

        var outcomes = IntStream.range(0, 5)
                .mapToObj(i -> commands.dispatch(request("m" + i, new Parcel.MoveParcel("P" + i), "m" + i)))
                .toList();

        assertThat(outcomes.stream().map(CompletableFuture::join)).allMatch(Committed.class::isInstance);
        assertThat(((Parcel.Accepted) load(new Cut.Present()).state()).moves()).isEqualTo(5);
    }

    @Test
    void the_same_request_sent_twice_at_once_is_stored_once() {
        dispatch("r1", accept());
        for (int i = 0; i < 30; i++) {
            var request = request("m" + i, new Parcel.MoveParcel("P"), "m" + i);
            var outcomes = List.of(commands.dispatch(request), commands.dispatch(request)).stream()
                    .map(CompletableFuture::join)
                    .map(Committed.class::cast)
                    .toList();

            assertThat(outcomes).extracting(Committed::replayed).containsExactlyInAnyOrder(true, false);
        }
        assertThat(log.head()).isEqualTo(31);
    }

    @Test
    @DisplayName("F13: when the commit fails, the dispatch fails")
    void a_failing_commit_fails_the_dispatch() {
        dispatch("r1", accept());
        var tooLargeToStore = new Parcel.MoveParcel("x".repeat(5 << 20));

        assertThatThrownBy(() -> dispatch("r2", tooLargeToStore))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stored together");

        assertThat(log.head()).isEqualTo(1);
        assertThat(dispatch("r2", new Parcel.MoveParcel("Riga"))).isInstanceOf(Committed.class);
    }

    @Test
    void a_closed_log_is_a_fault_and_no_answer() {
        dispatch("r1", accept());
        log.close();

        assertThatThrownBy(() -> dispatch("r2", new Parcel.MoveParcel("Riga")))
                .hasRootCauseInstanceOf(EventLogUnavailableException.class);
    }

    @Test
    void an_event_that_the_catalogue_does_not_know_fails_loudly() {
        var unknown =
                new StoredEvent(1, id, "parcel.lost", 1, NOW, NOW, "{}".getBytes(StandardCharsets.UTF_8), Map.of());

        assertThatThrownBy(() -> new EventCodec(sealer).decode(Parcel.catalogue(), unknown))
                .hasMessageContaining("no event parcel.lost.v1");
    }

    private Outcome dispatch(String requestId, Record command) {
        return commands.dispatch(request(requestId, command, requestId)).join();
    }

    private Outcome at(String requestId, Record command, Instant time, Timing timing) {
        return commands.dispatch(new Request(
                        id, command, requestId, hash(requestId), time, timing, "ann", null, false, Map.of()))
                .join();
    }

    private Request matching(String requestId, long position) {
        return new Request(
                id,
                new Parcel.MoveParcel("Riga"),
                requestId,
                hash(requestId),
                null,
                Timing.PRESENT,
                "ann",
                position,
                false,
                Map.of());
    }

    private Request request(String requestId, Record command, String body) {
        return request(id, requestId, command, body);
    }

    private static Request request(UUID id, String requestId, Record command, String body) {
        return new Request(id, command, requestId, hash(body), null, Timing.PRESENT, "ann", null, false, Map.of());
    }

    private static Parcel.AcceptParcel accept() {
        return new Parcel.AcceptParcel("Ann Canary", "+371 5550");
    }

    private static byte[] hash(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private Entity<Parcel> load(Cut cut) {
        return entities.load(Parcel.catalogue(), id, cut).join();
    }

    private List<StoredEvent> history() {
        return entities.history(Parcel.catalogue(), id).join();
    }

    private static final class MutableClock extends Clock {
        private volatile Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
