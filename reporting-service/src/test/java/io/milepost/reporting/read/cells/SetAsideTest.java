package io.milepost.reporting.read.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.History;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One bad fact stops nobody: its subject is set aside, for this projection alone, and everything else is counted. */
class SetAsideTest {
    private static final LocalDate DAY = LocalDate.of(2017, 3, 5);
    private static final UUID ONE = new UUID(7, 1);
    private static final UUID BAD = new UUID(7, 2);
    private static final UUID TWO = new UUID(7, 3);

    private final InMemoryCells<Tokens.Token> store = new InMemoryCells<>(new Random(0));

    @Test
    void an_event_that_cannot_be_read_sets_its_subject_aside_and_all_others_are_counted() {
        handle(
                new Tokens(),
                moved(BAD, 1, "a", 4),
                moved(ONE, 2, "a", 1),
                Tokens.broken(BAD, 3, DAY),
                moved(TWO, 4, "b", 2),
                moved(BAD, 5, "b", 8),
                moved(ONE, 6, "b", 1));

        assertThat(store.upTo(DAY).get("b")).containsEntry("n", 2L).containsEntry("weight", 3L);
        assertThat(store.upTo(DAY).get("a"))
                .as("what was known before stays")
                .containsEntry("n", 1L)
                .containsEntry("weight", 4L);
        assertThat(store.asides.values())
                .containsExactly(new Aside(BAD, "toys", "token.moved.v1", 3, "NumberFormatException"));
        assertThat(store.reached).isEqualTo(Map.of(0, 6L));
    }

    @Test
    void what_its_subject_says_later_is_passed_over_also_when_all_of_it_comes_again() {
        var events = List.of(Tokens.broken(BAD, 1, DAY), moved(BAD, 2, "a", 4), moved(ONE, 3, "a", 1));
        handle(new Tokens(), events.get(0));
        handle(new Tokens(), events.get(1), events.get(2));
        handle(new Tokens(), events.toArray(Inbound[]::new));

        assertThat(store.upTo(DAY)).isEqualTo(Map.of("a", Map.of("n", 1L, "weight", 1L)));
        assertThat(store.asides.get(BAD).position()).isEqualTo(1);
    }

    /** The planted violators: rules that fail on one bowl, each in another of their parts. */
    @ParameterizedTest
    @ValueSource(strings = {"fold", "contributions", "amount", "day", "sum", "path"})
    void rules_that_fail_stop_nobody_else(String part) {
        handle(
                new Failing(part),
                moved(ONE, 1, "a", 1),
                moved(BAD, 2, "poison", 1),
                moved(TWO, 3, "a", 1),
                moved(BAD, 4, "a", 1));

        assertThat(store.upTo(LocalDate.of(9999, 12, 31))).isEqualTo(Map.of("a", Map.of("n", 2L, "weight", 2L)));
        assertThat(store.asides).containsOnlyKeys(BAD);
        assertThat(store.views).containsOnlyKeys(ONE, TWO);
    }

    @Test
    void it_is_noted_before_anything_else_so_that_no_later_version_counts_half_of_a_subject() {
        for (int write = 0; write < 8; write++) {
            var dying = new InMemoryCells<Tokens.Token>(new Random(write));
            int[] left = {write};
            dying.fate(() -> {
                if (left[0]-- == 0) {
                    throw new InMemoryCells.Crash();
                }
            });
            var batch = List.of(moved(BAD, 1, "a", 1), Tokens.broken(BAD, 2, DAY), moved(ONE, 3, "a", 1));
            try {
                new Projector<>(new Tokens(), dying).handle(0, batch);
            } catch (InMemoryCells.Crash crash) {
                assertThat(write == 0 || dying.asides.containsKey(BAD)).isTrue();
            }
            dying.fate(() -> {});
            // The next version reads it: it begins before the event or not at all.
            new Projector<>(new Wider(), dying).handle(0, batch);
            boolean noted = dying.asides.containsKey(BAD);
            assertThat(noted).isEqualTo(write > 0);
            long inA = noted ? 2 : 1;
            assertThat(dying.upTo(DAY).get("a")).isEqualTo(Map.of("n", inA, "weight", inA));
            assertThat(dying.upTo(DAY).containsKey("bowl")).isNotEqualTo(noted);
        }
    }

    @Test
    void another_generation_under_wider_rules_has_all_of_it() {
        var events = new Inbound[] {moved(BAD, 1, "a", 4), Tokens.broken(BAD, 2, DAY), moved(ONE, 3, "a", 1)};
        handle(new Tokens(), events);
        assertThat(store.setAside()).as("control").isEqualTo(1);

        var next = new InMemoryCells<Tokens.Token>(new Random(0));
        new Projector<>(new Wider(), next).handle(0, List.of(events));

        assertThat(next.setAside()).isZero();
        assertThat(next.upTo(DAY).get("a")).isEqualTo(Map.of("n", 1L, "weight", 1L));
        assertThat(next.upTo(DAY).get("bowl")).isEqualTo(Map.of("n", 1L, "weight", 7L));
    }

    @Test
    void a_record_that_is_no_event_is_noted_by_its_place() {
        var record = new Unread("toys", "toys.events.v1", 3, 17);
        new Projector<>(new Tokens(), store).pass(record);
        new Projector<>(new Tokens(), store).pass(record);

        assertThat(store.asides.values())
                .containsExactly(new Aside(record.id(), "toys", "toys.events.v1-3", 17, Aside.NO_EVENT));
        BatchHandler other = (partition, batch) -> {};
        assertThatThrownBy(() -> other.pass(record))
                .as("who does not say how stops there")
                .isInstanceOf(Inbound.Unreadable.class);
    }

    @Test
    void a_reconciliation_goes_through_names_what_cannot_be_read_and_differs_in_nothing() {
        var log = List.of(
                moved(BAD, 1, "a", 4), Tokens.broken(BAD, 2, DAY), moved(ONE, 3, "a", 1), moved(BAD, 4, "b", 1));
        handle(new Tokens(), log.toArray(Inbound[]::new));

        var same = reconciled(new Tokens(), log);
        assertThat(same.named()).isEmpty();
        assertThat(same.unreadable()).extracting(Aside::subject).hasSize(2).contains(BAD);

        var wider = reconciled(new Wider(), log);
        assertThat(wider.unreadable()).extracting(Aside::cause).containsExactly(Aside.NO_EVENT);
        assertThat(wider.named())
                .as("under rules that read it, what was left out is named")
                .extracting(Differences.Difference::document)
                .contains("asides/toys/" + BAD, "views/" + BAD, "cells/2017-03|bowl", "cells/2017-03|b");

        store.asides.clear();
        assertThat(reconciled(new Tokens(), log).named())
                .as("a note that was lost")
                .extracting(Differences.Difference::document)
                .containsOnly("asides/toys/" + BAD);
    }

    private Differences reconciled(Projection<Tokens.Token> rules, List<Inbound> log) {
        History history = (source, handler) -> {
            handler.pass(new Unread(source, "toys.events.v1", 0, 0));
            handler.handle(0, log);
        };
        Map<String, Stored.Cell> cells = new TreeMap<>();
        store.guards.forEach((id, guards) -> {
            var cell = Stored.Cell.empty();
            cell.guards().putAll(guards);
            cell.amounts().putAll(store.cells.getOrDefault(id, Map.of()));
            cells.put(id, cell);
        });
        var stored = new Stored<>(
                new HashMap<>(store.reached),
                new TreeMap<>(store.views),
                cells,
                new ArrayList<>(store.asides.values()));
        return Reconciliation.of(rules, stored, history);
    }

    private void handle(Projection<Tokens.Token> rules, Inbound... events) {
        new Projector<>(rules, store).handle(0, List.of(events));
    }

    private static Inbound moved(UUID token, long position, String bowl, long weight) {
        return Tokens.moved(token, position, bowl, weight, DAY);
    }

    /** Tokens in all but what a test changes. */
    private static class Changed implements Projection<Tokens.Token> {
        private final Tokens tokens = new Tokens();

        @Override
        public String name() {
            return tokens.name();
        }

        @Override
        public String source() {
            return tokens.source();
        }

        @Override
        public Class<Tokens.Token> view() {
            return tokens.view();
        }

        @Override
        public Set<String> types() {
            return tokens.types();
        }

        @Override
        public Tokens.Token apply(Tokens.@Nullable Token before, Inbound event) {
            return tokens.apply(before, event);
        }

        @Override
        public Map<Slot, Long> contributions(Tokens.Token token) {
            return tokens.contributions(token);
        }
    }

    /** Reads what the others cannot. */
    private static final class Wider extends Changed {
        @Override
        public Tokens.Token apply(Tokens.@Nullable Token before, Inbound event) {
            boolean heavy = new String(event.data(), StandardCharsets.UTF_8).endsWith("heavy");
            return heavy ? new Tokens.Token("bowl", 7, DAY) : super.apply(before, event);
        }
    }

    private static final class Failing extends Changed {
        private final String part;

        Failing(String part) {
            this.part = part;
        }

        @Override
        public Tokens.Token apply(Tokens.@Nullable Token before, Inbound event) {
            var token = super.apply(before, event);
            boolean poison = token.bowl().equals("poison");
            if (poison && part.equals("fold")) {
                throw new IllegalStateException("planted");
            }
            return poison && part.equals("day") ? new Tokens.Token(token.bowl(), 1, LocalDate.of(10_000, 1, 1)) : token;
        }

        @Override
        public Map<Slot, Long> contributions(Tokens.Token token) {
            if (!token.bowl().equals("poison")) {
                return super.contributions(token);
            }
            return switch (part) {
                case "contributions" -> throw new IllegalStateException("planted");
                case "amount" -> Map.of(new Slot("a", "n"), Amounts.MOST + 1);
                case "sum" -> Map.of(new Slot("a", "n"), Math.addExact(Long.MAX_VALUE, token.weight()));
                case "path" -> Map.of(new Slot("a", "n".repeat(4_001)), 1L);
                default -> super.contributions(token);
            };
        }
    }
}
