package io.milepost.platform.timer;

import static io.milepost.platform.timer.TimedParcels.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.json.Json;
import io.milepost.platform.timer.Round.PlanRound;
import io.milepost.platform.timer.Round.RoundWalked;
import io.milepost.platform.timer.Round.WalkRound;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rounds that are due every Monday, whatever clock and process do. */
class RecurringDatesTest {
    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.start(null, 0);
    private static final LocalDate FIRST = LocalDate.parse("2100-01-04");
    private static final int STEPS = 12;

    private TimedParcels parcels;
    private UUID round;

    @BeforeEach
    void open(TestInfo test, @TempDir Path folder) {
        parcels = new TimedParcels(
                DATABASE, "w" + Integer.toHexString(test.getDisplayName().hashCode()), folder);
        round = plan();
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
    void each_day_fires_once_when_it_has_come_and_the_next_one_waits() {
        try (var timer = parcels.timer(Round.each())) {
            parcels.clock.set(start(FIRST));
            await().until(() -> walked().equals(List.of(FIRST)));
            await().until(() -> waits(timer).equals(List.of(start(FIRST.plusWeeks(1)))));
            parcels.clock.set(start(FIRST.plusWeeks(1)));
            await().until(() -> walked().size() == 2);
        }
        assertThat(walked()).containsExactly(FIRST, FIRST.plusWeeks(1));
    }

    @Test
    void of_days_that_passed_while_nothing_ran_each_has_its_effect_in_turn_dated_when_it_was_due() {
        parcels.clock.set(start(FIRST.plusWeeks(3)).plusSeconds(1));
        try (var timer = parcels.timer(Round.each())) {
            await().until(() -> walked().size() == 4);
            await().until(() -> waits(timer).equals(List.of(start(FIRST.plusWeeks(4)))));
        }
        assertThat(walked()).isEqualTo(mondaysUntil(FIRST.plusWeeks(3)));
        assertThat(walks())
                .extracting(StoredEvent::effectiveAt)
                .isEqualTo(walked().stream().map(RecurringDatesTest::start).toList());
    }

    @Test
    void where_the_last_one_alone_counts_those_that_it_overtook_have_no_effect() {
        parcels.clock.set(start(FIRST.plusWeeks(3)).plusSeconds(1));
        try (var timer = parcels.timer(Round.last())) {
            await().until(() -> walked().equals(List.of(FIRST.plusWeeks(3))));
            await().until(() -> waits(timer).equals(List.of(start(FIRST.plusWeeks(4)))));
            parcels.clock.set(start(FIRST.plusWeeks(4)));
            await().until(() -> walked().size() == 2);
        }
        assertThat(walked()).containsExactly(FIRST.plusWeeks(3), FIRST.plusWeeks(4));
        assertThat(walks().getFirst().effectiveAt()).isEqualTo(start(FIRST.plusWeeks(3)));
    }

    @Test
    void two_clocks_that_differ_by_weeks_fire_one_day_of_a_series() {
        var held = new CopyOnWriteArrayList<Request>();
        var unanswered = new CompletableFuture<Outcome>();
        Function<Request, CompletableFuture<Outcome>> dead = request -> {
            held.add(request);
            return unanswered;
        };
        parcels.clock.set(start(FIRST.plusWeeks(1)));
        try (var slow = parcels.timer(dead, Round.last())) {
            await().until(() -> !held.isEmpty());
            parcels.clock.set(start(FIRST.plusWeeks(3)));
            try (var _ = parcels.timer(Round.last())) {
                await().until(() -> walked().equals(List.of(FIRST.plusWeeks(3))));
            }
            // What the slow one has decided to send arrives now, under the id that is taken.
            assertThat(held.getFirst().command()).as("control").isEqualTo(new WalkRound(FIRST.plusWeeks(1)));
            assertThat(parcels.office.commands().dispatch(held.getFirst()).join())
                    .isInstanceOf(Outcome.KeyReused.class);
            assertThat(slow.timer().isRunning()).isTrue();
            unanswered.cancel(false);
        }
        assertThat(walked()).containsExactly(FIRST.plusWeeks(3));
    }

    @Test
    void whatever_clock_and_process_do_each_day_has_its_effect_once() {
        for (int seed = 0; seed < 4; seed++) {
            var latest = live(Round.each(), seed);
            assertThat(walked()).as("seed %d", seed).isEqualTo(mondaysUntil(latest));
            round = plan();
        }
    }

    @Test
    void whatever_clock_and_process_do_the_last_day_has_its_effect_and_none_has_it_twice() {
        for (int seed = 10; seed < 14; seed++) {
            var latest = live(Round.last(), seed);
            assertThat(walked()).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
            assertThat(mondaysUntil(latest)).as("seed %d", seed).containsAll(walked());
            assertThat(walked().getLast())
                    .as("seed %d", seed)
                    .isEqualTo(mondaysUntil(latest).getLast());
            round = plan();
        }
    }

    @Test
    void the_law_notices_a_rule_that_skips_a_day() {
        var skipping = Due.onEach(
                "round",
                Round.ROUND,
                WalkRound.class,
                new Due.Recurring<Round>(
                        walked -> Optional.of(walked.series()),
                        (_, day) ->
                                DueDate.startOf(day, new WalkRound(day.getDayOfMonth() > 7 ? day : day.plusWeeks(1)))));
        var latest = live(skipping, 1);
        assertThat(walked()).as("control").isNotEmpty().isNotEqualTo(mondaysUntil(latest));
    }

    /** Jumps, restarts and rebuilds at random; then the clock stands still until nothing is due. The last day that it has shown. */
    private LocalDate live(Due<Round> rule, int seed) {
        var random = new Random(seed);
        var latest = START;
        parcels.clock.set(START);
        var timer = parcels.timer(rule);
        for (int step = 0; step < STEPS; step++) {
            var now = parcels.clock.instant();
            switch (random.nextInt(5)) {
                case 0, 1 -> parcels.clock.set(now.plus(Duration.ofHours(1 + random.nextInt(600))));
                case 2 -> parcels.clock.set(now.minus(Duration.ofHours(1 + random.nextInt(900))));
                case 3 -> {
                    timer.close();
                    if (random.nextBoolean()) {
                        forgetAllDates();
                    }
                    timer = parcels.timer(rule);
                }
                default -> timer.caughtUp();
            }
            latest = parcels.clock.instant().isAfter(latest) ? parcels.clock.instant() : latest;
        }
        latest = latest.plus(Duration.ofDays(7));
        parcels.clock.set(latest);
        var end = latest;
        try (var running = timer) {
            // Nothing is due, and nothing has happened while that was looked at.
            await().until(() -> {
                long head = parcels.office.log().head();
                return running.dates().stream()
                                .noneMatch(date -> date.entity().equals(round)
                                        && !date.dueAt().isAfter(end))
                        && parcels.office.log().head() == head;
            });
        }
        return LocalDate.ofInstant(latest, ZoneOffset.UTC);
    }

    /** A date that was fired is taken away a moment after its effect. */
    private static List<Instant> waits(TimedParcels.Running timer) {
        return timer.dates().stream().map(DueDates.Item::dueAt).toList();
    }

    private UUID plan() {
        var id = UUID.randomUUID();
        parcels.office.send(id, new PlanRound(FIRST.minusDays(1)));
        return id;
    }

    private List<StoredEvent> walks() {
        return parcels.office.entities().history(Round.ROUND, round).join().stream()
                .filter(event -> event.name().equals("round.walked"))
                .toList();
    }

    private List<LocalDate> walked() {
        return walks().stream()
                .map(event -> Json.events()
                        .readValue(event.payload(), RoundWalked.class)
                        .day())
                .toList();
    }

    private static List<LocalDate> mondaysUntil(LocalDate last) {
        return FIRST.datesUntil(last.plusDays(1))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                .toList();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void forgetAllDates() {
        var database = parcels.office.database();
        Mono.from(database.getCollection("timer_positions").drop()).block();
        Flux.from(database.listCollectionNames())
                .toStream()
                .filter(name -> name.startsWith("due_dates_"))
                .forEach(name -> Mono.from(database.getCollection(name).drop()).block());
    }
}
