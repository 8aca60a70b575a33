package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static Databases databases;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private MongoDatabase database;
    private EventLog log;

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
        log = EventLog.open(database, Clock.systemUTC(), meters);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_stored_commit_reads_back_as_it_was_answered() {
        var append = new Append(
                AppendCondition.none(),
                "r",
                new byte[] {1, 2},
                List.of(Appends.event("a.opened", "a=1", "b=2"), Appends.event("a.changed", "a=1")));

        var stored = Appends.stored(log.append(append).join());

        var read = log.read(0, 10).join();
        assertThat(read).usingRecursiveFieldByFieldElementComparator().containsExactly(stored);
        assertThat(stored.first()).isEqualTo(1);
        assertThat(stored.last()).isEqualTo(2);
        assertThat(stored.tags()).containsExactlyInAnyOrder("a=1", "b=2");
        assertThat(stored.events().get(0).tags()).containsExactlyInAnyOrder("a=1", "b=2");
        assertThat(stored.events().get(1).tags()).containsExactly("a=1");
        assertThat(stored.events().get(0).effectiveAt()).isEqualTo(Appends.WHEN);
        assertThat(reread(stored)).usingRecursiveComparison().isEqualTo(stored);
    }

    @Test
    @DisplayName("I1: positions are dense from 1 on, whatever the size of the commits")
    void positions_are_dense_from_one_on() {
        var answers = new ArrayList<CompletableFuture<Append.Result>>();
        for (int i = 0; i < 300; i++) {
            var events = IntStream.rangeClosed(0, i % 4)
                    .mapToObj(_ -> Appends.event("e", "t=1"))
                    .toList();
            answers.add(log.append(new Append(AppendCondition.none(), "r" + i, new byte[0], events)));
        }
        answers.forEach(CompletableFuture::join);

        long next = 1;
        for (var commit : log.read(0, 1000).join()) {
            assertThat(commit.first()).isEqualTo(next);
            assertThat(commit.events()).hasSize((int) (commit.last() - commit.first() + 1));
            next = commit.last() + 1;
        }
        assertThat(next - 1).isEqualTo(750).isEqualTo(log.head());
    }

    @Test
    @DisplayName("I3, I4: what was acknowledged is there for a log that is opened afterwards, and so is the epoch")
    void what_was_acknowledged_is_there_after_reopening() {
        log.append(Appends.free("r", "t=1")).join();
        log.close();
        var epoch = log.epoch();

        log = EventLog.open(database, Clock.systemUTC(), meters);

        assertThat(log.head()).isEqualTo(1);
        assertThat(log.epoch()).isEqualTo(epoch);
        var second = Appends.stored(log.append(Appends.free("r2", "t=1")).join());
        assertThat(second.first()).isEqualTo(2);
        assertThat(log.verify(0).intact()).isTrue();
    }

    @Test
    @DisplayName("I9: a reader stops loudly at a hole")
    void a_reader_stops_at_a_hole() {
        for (int i = 0; i < 6; i++) {
            log.append(Appends.free("r" + i, "t=1")).join();
        }
        Publishers.all(database.getCollection("event_log").deleteOne(new Document("_id", 3L)));
        log.close();
        log = EventLog.open(database, Clock.systemUTC(), meters);

        assertThat(log.read(3, 10).join()).hasSize(3);
        assertThatThrownBy(() -> log.read(0, 10).join()).hasMessageContaining("hole after position 2");
        assertThatThrownBy(() -> log.read(2, 10).join()).hasMessageContaining("hole after position 2");
        assertThat(log.verify(0).fault())
                .isEqualTo(new Verification.Fault(3, Verification.Reason.GAP, "a hole after position 2"));
    }

    @Test
    @DisplayName("I10: a position beyond the head belongs to another history")
    void a_tail_beyond_the_head_is_refused() {
        log.append(Appends.free("r", "t=1")).join();

        assertThat(log.tail(1).position()).isEqualTo(1);
        assertThatThrownBy(() -> log.tail(2)).hasMessageContaining("beyond the head 1");
    }

    @Test
    @DisplayName("I13: the chain verifies from the first document, and one flipped byte is found")
    void one_flipped_byte_is_found() {
        for (int i = 0; i < 20; i++) {
            log.append(Appends.free("r" + i, "t=1")).join();
        }
        assertThat(log.verify(0)).isEqualTo(new Verification(20, 20, null));
        assertThat(log.verify(7)).isEqualTo(new Verification(13, 20, null));

        var events = database.getCollection("event_log");
        var document = Publishers.all(events.find(new Document("_id", 12L))).getFirst();
        var payload = document.getList("e", Document.class)
                .getFirst()
                .get("p", Binary.class)
                .getData();
        payload[3] ^= 1;
        document.getList("e", Document.class).getFirst().put("p", new Binary(payload));
        Publishers.all(events.replaceOne(new Document("_id", 12L), document));

        assertThat(log.verify(0))
                .isEqualTo(new Verification(
                        11,
                        11,
                        new Verification.Fault(12, Verification.Reason.CHANGED, "the commit at 12 was changed")));
    }

    @Test
    @DisplayName("I14: one request id, one commit: in one group, from the window and after a restart")
    void a_request_id_is_stored_once() {
        var together = IntStream.range(0, 8)
                .mapToObj(_ -> log.append(Appends.free("same", "t=1")))
                .toList();
        assertThat(together.stream().map(CompletableFuture::join).filter(Append.Result.Stored.class::isInstance))
                .hasSize(1);
        assertThat(log.append(Appends.free("same", "t=1")).join()).isInstanceOf(Append.Result.Duplicate.class);

        log.append(Appends.free("other", "t=1")).join();
        log.close();
        log = EventLog.open(database, Clock.systemUTC(), meters);
        var later = IntStream.range(0, 3)
                .mapToObj(i -> log.append(Appends.free(i == 1 ? "same" : "new" + i, "t=1")))
                .toList();

        assertThat(((Append.Result.Duplicate) later.get(1).join()).commit().first())
                .isEqualTo(1);
        assertThat(Appends.stored(later.get(0).join()).first()).isEqualTo(3);
        assertThat(Appends.stored(later.get(2).join()).first()).isEqualTo(4);
        assertThat(log.byRequest("same").join().orElseThrow().first()).isEqualTo(1);
        assertThat(log.byRequest("none").join()).isEmpty();
    }

    @Test
    @DisplayName("I13: a text that would not come back as it was hashed is refused, in any place")
    void a_text_with_half_a_surrogate_pair_is_refused() {
        var half = "name=\uD83D";
        var event = Appends.event("e", "t=1");
        var odd = new NewEvent(
                event.id(), "e", 1, Appends.WHEN, event.payload(), Map.of(Metadata.SUBJECT, half), event.tags());
        for (var refused : List.of(
                Appends.free(half, "t=1"),
                Appends.free("r", half),
                new Append(AppendCondition.none(), "r", new byte[0], List.of(odd)))) {
            assertThatThrownBy(() -> log.append(refused).join()).hasMessageContaining("half a surrogate pair");
        }
        log.append(Appends.free("r", "name=\uD83D\uDE00")).join();

        assertThat(log.verify(0)).isEqualTo(new Verification(1, 1, null));
    }

    @Test
    void a_commit_over_four_megabytes_is_refused_before_it_is_written() {
        var large = new NewEvent(UUID.randomUUID(), "n", 1, Appends.WHEN, new byte[5 << 20], Map.of(), Set.of("t=1"));

        assertThatThrownBy(() -> log.append(new Append(AppendCondition.none(), "r", new byte[0], List.of(large)))
                        .join())
                .hasMessageContaining("at most 1000 events and 4194304 bytes");
        assertThat(log.head()).isZero();
        assertThat(Appends.stored(log.append(Appends.free("r", "t=1")).join()).first())
                .isEqualTo(1);
    }

    @Test
    void large_commits_queued_together_are_split_into_groups_and_all_stored() {
        var answers = IntStream.range(0, 9)
                .mapToObj(i -> log.append(new Append(
                        AppendCondition.none(),
                        "r" + i,
                        new byte[0],
                        List.of(new NewEvent(
                                UUID.randomUUID(), "n", 1, Appends.WHEN, new byte[3 << 20], Map.of(), Set.of("t=1"))))))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).allMatch(Append.Result.Stored.class::isInstance);
        assertThat(log.verify(0)).isEqualTo(new Verification(9, 9, null));
    }

    @Test
    void recorded_times_never_go_back_even_if_the_clock_does() {
        log.append(Appends.free("r1", "t=1")).join();
        var before = log.read(0, 1).join().getFirst().events().getFirst().recordedAt();
        log.close();
        var backwards = Clock.fixed(Instant.parse("2001-01-01T00:00:00Z"), ZoneOffset.UTC);
        log = EventLog.open(database, backwards, meters);

        var later = Appends.stored(log.append(Appends.free("r2", "t=1")).join());

        assertThat(later.events().getFirst().recordedAt()).isEqualTo(before);
    }

    @Test
    void a_position_amid_a_commit_reads_the_commit_that_holds_the_next_event() {
        log.append(new Append(
                        AppendCondition.none(),
                        "r",
                        new byte[0],
                        IntStream.range(0, 5)
                                .mapToObj(_ -> Appends.event("e", "t=1"))
                                .toList()))
                .join();

        assertThat(log.read(2, 10).join()).extracting(StoredCommit::first).containsExactly(1L);
        assertThat(log.at(4).join().orElseThrow().first()).isEqualTo(1);
        assertThat(log.at(6).join()).isEmpty();
        assertThat(log.source(List.of(Criterion.tagged("t=1")), 3).join().events())
                .extracting(StoredEvent::position)
                .containsExactly(4L, 5L);
    }

    @Test
    void a_closed_log_answers_what_was_queued_and_refuses_the_rest() {
        var queued = IntStream.range(0, 50)
                .mapToObj(i -> log.append(Appends.free("r" + i, "t=1")))
                .toList();
        log.close();

        assertThat(queued.stream().map(CompletableFuture::join)).allMatch(Append.Result.Stored.class::isInstance);
        assertThat(log.append(Appends.free("late", "t=1")))
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .withCauseInstanceOf(EventLogUnavailableException.class);
    }

    private StoredCommit reread(StoredCommit commit) {
        return new LogReader(database.getCollection("event_log"))
                .at(commit.last())
                .orElseThrow();
    }
}
