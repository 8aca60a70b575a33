package io.milepost.reporting.read.cells;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.History;
import io.milepost.platform.inbox.Inbound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A projection is reconciled at any moment of its life, also between two writes, and is found right; what is changed by hand is named. */
class ReconciliationTest {
    private static final int RUNS = 2_000;
    private static final int PARTITIONS = 3;

    private final Tokens tokens = new Tokens();

    @Test
    void a_projection_that_stopped_at_any_write_differs_in_nothing() {
        int inTheMiddle = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Map<Integer, List<Inbound>> log = history(random);
            InMemoryCells<Tokens.Token> store = new InMemoryCells<>(random);
            inTheMiddle += live(log, store, random) ? 1 : 0;

            assertThat(reconciled(log, stored(store)).named())
                    .as("seed %d", seed)
                    .isEmpty();
        }
        assertThat(inTheMiddle).as("lives that ended between two writes").isGreaterThan(RUNS / 2);
    }

    @Test
    void an_amount_a_guard_a_view_and_a_lost_document_are_each_named() {
        Map<Integer, List<Inbound>> log = history(new Random(5));
        InMemoryCells<Tokens.Token> store = new InMemoryCells<>(new Random(5));
        log.forEach(new Projector<>(tokens, store)::handle);
        assertThat(reconciled(log, stored(store)).count()).as("control").isZero();

        Stored<Tokens.Token> amount = stored(store);
        String cell = amount.cells().keySet().iterator().next();
        amount.cells().get(cell).amounts().merge("2017-01-31/n", 7L, Long::sum);
        var differences = reconciled(log, amount);
        assertThat(differences.count()).isEqualTo(1);
        var named = differences.named().getFirst();
        assertThat(named.document()).isEqualTo("cells/" + cell);
        assertThat(named.field()).isEqualTo("d.2017-01-31/n");
        assertThat(named.stored()).isNotEqualTo(named.expected());

        Stored<Tokens.Token> guard = stored(store);
        int partition = guard.cells().get(cell).guards().keySet().iterator().next();
        guard.cells().get(cell).guards().merge(partition, 1_000L, Long::sum);
        assertThat(reconciled(log, guard).named())
                .extracting(Differences.Difference::field)
                .containsExactly("g.p" + partition);

        Stored<Tokens.Token> view = stored(store);
        UUID token = view.views().keySet().iterator().next();
        view.views()
                .computeIfPresent(
                        token,
                        (id, it) -> new Applied<>(
                                id,
                                it.position(),
                                new Tokens.Token(
                                        "elsewhere",
                                        it.view().weight(),
                                        it.view().day())));
        assertThat(reconciled(log, view).named())
                .singleElement()
                .satisfies(
                        one -> assertThat(one.document() + " " + one.field()).isEqualTo("views/" + token + " v.bowl"));

        Stored<Tokens.Token> lost = stored(store);
        lost.views().remove(token);
        lost.cells().remove(cell);
        assertThat(reconciled(log, lost).named())
                .allSatisfy(one -> assertThat(one.stored()).isNull())
                .extracting(Differences.Difference::document)
                .contains("views/" + token, "cells/" + cell);

        Stored<Tokens.Token> surplus = stored(store);
        surplus.cells().put("2017-01|nobody", cell(Map.of(0, 1L), Map.of("2017-01-31/n", 1L)));
        assertThat(reconciled(log, surplus).named())
                .allSatisfy(one -> assertThat(one.expected()).isNull())
                .extracting(Differences.Difference::document)
                .containsOnly("cells/2017-01|nobody");
    }

    @Test
    void an_event_that_cannot_be_applied_is_not_tried_before_the_projection_has_come_to_it() {
        Map<Integer, List<Inbound>> log = history(new Random(3));
        InMemoryCells<Tokens.Token> store = new InMemoryCells<>(new Random(3));
        log.forEach(new Projector<>(tokens, store)::handle);
        Inbound known = log.get(0).getFirst();
        Inbound broken = new Inbound(
                known.source(),
                known.type(),
                new UUID(8, 8),
                known.eventId(),
                1_000,
                known.epoch(),
                known.effectiveAt(),
                known.recordedAt(),
                known.actor(),
                known.correlationId(),
                known.key(),
                new byte[0]);
        log.get(0).add(broken);

        assertThat(reconciled(log, stored(store)).count()).isZero();
    }

    @Test
    void all_differences_are_counted_and_the_first_hundred_named() {
        var differences = new Differences();
        Map<String, Long> fields = new HashMap<>();
        for (long field = 0; field < 250; field++) {
            fields.put("f" + field, field);
        }
        differences.compare("cells/a", fields, Map.of());
        assertThat(differences.count()).isEqualTo(250);
        assertThat(differences.compared()).isEqualTo(1);
        assertThat(differences.named()).hasSize(Differences.MOST);
    }

    private Differences reconciled(Map<Integer, List<Inbound>> log, Stored<Tokens.Token> stored) {
        History history = (source, handler) -> log.forEach(handler::handle);
        return Reconciliation.of(tokens, stored, history);
    }

    private static Stored<Tokens.Token> stored(InMemoryCells<Tokens.Token> store) {
        Map<String, Stored.Cell> cells = new TreeMap<>();
        store.guards.forEach((id, guards) -> cells.put(id, cell(guards, store.cells.getOrDefault(id, Map.of()))));
        return new Stored<>(
                new HashMap<>(store.reached), new TreeMap<>(store.views), cells, List.copyOf(store.asides.values()));
    }

    private static Stored.Cell cell(Map<Integer, Long> guards, Map<String, Long> amounts) {
        Stored.Cell cell = Stored.Cell.empty();
        cell.guards().putAll(guards);
        cell.amounts().putAll(amounts);
        return cell;
    }

    /** Reads on, batch by batch, until it dies at some write; returns whether it did before the end. */
    private boolean live(Map<Integer, List<Inbound>> log, InMemoryCells<Tokens.Token> store, Random random) {
        int[] left = {random.nextInt(80)};
        store.fate(() -> {
            if (left[0]-- == 0) {
                throw new InMemoryCells.Crash();
            }
        });
        try {
            for (int partition : log.keySet()) {
                List<Inbound> events = log.get(partition);
                for (int at = 0; at < events.size(); ) {
                    int to = Math.min(events.size(), at + 1 + random.nextInt(6));
                    new Projector<>(tokens, store).handle(partition, events.subList(at, to));
                    at = to;
                }
            }
            return false;
        } catch (InMemoryCells.Crash crash) {
            return true;
        } finally {
            store.fate(() -> {});
        }
    }

    private static Map<Integer, List<Inbound>> history(Random random) {
        Map<Integer, List<Inbound>> log = new HashMap<>();
        LocalDate first = LocalDate.of(2017, 1, 30);
        for (long position = 1; position <= 40; position++) {
            UUID token = new UUID(7, random.nextInt(6));
            int partition = (int) (token.getLeastSignificantBits() % PARTITIONS);
            log.computeIfAbsent(partition, p -> new ArrayList<>())
                    .add(Tokens.moved(
                            token,
                            position,
                            "bowl-" + random.nextInt(3),
                            1 + random.nextInt(9),
                            first.plusDays(position / 8)));
        }
        return log;
    }
}
