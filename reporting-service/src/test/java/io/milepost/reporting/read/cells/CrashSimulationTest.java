package io.milepost.reporting.read.cells;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Thousands of seeded lives of a projection that dies at any write, is redelivered with other batch borders, sees events
 * twice and has a second instance take over while the first is still writing. Now and then a subject says what cannot be read. The
 * numbers, and what is set aside, must be those of one clean run.
 */
class CrashSimulationTest {
    private static final int RUNS = 5_000;
    private static final int PARTITIONS = 3;

    private final Tokens tokens = new Tokens();

    @Test
    void crashes_duplicates_and_other_batch_borders_leave_the_numbers_of_a_clean_run() {
        List<Integer> wrong = new ArrayList<>();
        int crashes = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Map<Integer, List<Inbound>> log = history(random);
            InMemoryCells<Tokens.Token> store = new InMemoryCells<>(random);
            crashes += live(log, store, random, false);
            if (!isClean(store, log)) {
                wrong.add(seed);
            }
        }
        assertThat(wrong).as("seeds that ended in other numbers").isEmpty();
        assertThat(crashes).as("the simulation did crash").isGreaterThan(RUNS);
    }

    @Test
    void a_second_instance_that_takes_over_in_the_middle_of_a_batch_changes_nothing() {
        List<Integer> wrong = new ArrayList<>();
        int takeovers = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Map<Integer, List<Inbound>> log = history(random);
            InMemoryCells<Tokens.Token> store = new InMemoryCells<>(random);
            takeovers += live(log, store, random, true);
            if (!isClean(store, log)) {
                wrong.add(seed);
            }
        }
        assertThat(wrong).as("seeds that ended in other numbers").isEmpty();
        assertThat(takeovers).as("instances did take over").isGreaterThan(RUNS);
    }

    /** The positive control: the same lives catch the planted mistake. */
    @Test
    void a_guard_per_batch_instead_of_per_event_is_caught() {
        int wrong = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Map<Integer, List<Inbound>> log = history(random);
            GuardPerBatch<Tokens.Token> store = new GuardPerBatch<>(random);
            live(log, store, random, false);
            if (!isClean(store, log)) {
                wrong++;
            }
        }
        assertThat(wrong).as("runs with wrong numbers").isGreaterThan(RUNS / 10);
    }

    private boolean isClean(InMemoryCells<Tokens.Token> store, Map<Integer, List<Inbound>> log) {
        InMemoryCells<Tokens.Token> clean = new InMemoryCells<>(new Random(0));
        Projector<Tokens.Token> projector = new Projector<>(tokens, clean);
        log.forEach(projector::handle);
        return store.numbers().equals(clean.numbers())
                && store.views.equals(clean.views)
                && store.asides.equals(clean.asides);
    }

    /** Reads every partition to its end; returns how often fate struck. */
    private int live(
            Map<Integer, List<Inbound>> log, InMemoryCells<Tokens.Token> store, Random random, boolean takeover) {
        Map<Integer, Integer> offsets = new HashMap<>();
        int strokes = 0;
        for (int partition : log.keySet()) {
            while (offsets.getOrDefault(partition, 0) < log.get(partition).size()) {
                int from = offsets.getOrDefault(partition, 0);
                int to = Math.min(log.get(partition).size(), from + 1 + random.nextInt(6));
                int writesToLive = random.nextInt(12);
                int[] writes = {0};
                int[] taken = {0};
                store.fate(() -> {
                    if (writes[0]++ == writesToLive) {
                        store.fate(() -> {});
                        if (takeover) {
                            taken[0]++;
                            takeOver(log.get(partition), from, store, random);
                        } else {
                            throw new InMemoryCells.Crash();
                        }
                    }
                });
                try {
                    deliver(partition, log.get(partition).subList(from, to), store, random);
                    offsets.put(partition, to);
                } catch (InMemoryCells.Crash crash) {
                    strokes++;
                }
                strokes += taken[0];
            }
        }
        store.fate(() -> {});
        return strokes;
    }

    /** Another instance starts at the committed offset and gets some batches further, with borders of its own. */
    private void takeOver(List<Inbound> records, int from, InMemoryCells<Tokens.Token> store, Random random) {
        int at = from;
        for (int batches = 1 + random.nextInt(3); batches > 0 && at < records.size(); batches--) {
            int to = Math.min(records.size(), at + 1 + random.nextInt(6));
            new Projector<>(tokens, store).handle(partitionOf(records), records.subList(at, to));
            at = to;
        }
    }

    private void deliver(int partition, List<Inbound> records, InMemoryCells<Tokens.Token> store, Random random) {
        List<Inbound> batch = new ArrayList<>(records);
        if (random.nextInt(4) == 0) {
            batch.add(batch.get(random.nextInt(batch.size())));
        }
        if (store instanceof GuardPerBatch<Tokens.Token> planted) {
            planted.batchEndsAt(records.getLast().position());
        }
        new Projector<>(tokens, store).handle(partition, batch);
    }

    private static int partitionOf(List<Inbound> records) {
        return partitionOf(records.getFirst().subject());
    }

    private static int partitionOf(UUID subject) {
        return (int) (subject.getLeastSignificantBits() % PARTITIONS);
    }

    /** Positions are the log's: they interleave over the partitions. Days repeat, so that deltas of several events meet in one path. */
    private static Map<Integer, List<Inbound>> history(Random random) {
        Map<Integer, List<Inbound>> log = new HashMap<>();
        LocalDate first = LocalDate.of(2017, 1, 30);
        for (long position = 1; position <= 30; position++) {
            UUID token = new UUID(7, random.nextInt(6));
            String bowl = "bowl-" + random.nextInt(3);
            LocalDate day = first.plusDays(position / 8);
            int weight = 1 + random.nextInt(9);
            log.computeIfAbsent(partitionOf(token), p -> new ArrayList<>())
                    .add(
                            random.nextInt(20) == 0
                                    ? Tokens.broken(token, position, day)
                                    : Tokens.moved(token, position, bowl, weight, day));
        }
        return log;
    }
}
