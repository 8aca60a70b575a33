package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.eventlog.AppendCondition;
import io.milepost.platform.eventlog.Criterion;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.eventlog.StoredLog;
import io.milepost.platform.testkit.Told.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The audit passes a sound history and finds each way of spoiling it. */
class LogAuditTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** A sound history of four commits and its tellings; the mutants spoil their own copy. */
    static final class History {
        final List<StoredCommit> log = new ArrayList<>();
        final List<Told> told = new ArrayList<>();

        History() {
            store("a", 0, "unit=1", "unit=2");
            store("b", 0, "unit=3");
            store("c", 2, "unit=1");
            store("d", 0, "unit=4");
            told.add(told("x", 0, "unit=1", new Answer.Conflicting(1)));
            told.add(told("y", 0, "unit=9", new Answer.Refused()));
            told.add(told("z", 0, "unit=8", new Answer.Unknown()));
        }

        void store(String request, long marker, String... tags) {
            long first = log.isEmpty() ? 1 : log.getLast().last() + 1;
            var events = new ArrayList<StoredEvent>();
            for (var tag : tags) {
                events.add(event(first + events.size(), NOON.plusSeconds(log.size()), tag));
            }
            var commit = rehashed(new StoredCommit(
                    first, first + events.size() - 1, request, new byte[] {1}, "w", new byte[0], Set.of(tags), events));
            log.add(commit);
            told.add(told(request, marker, tags[0], new Answer.Acknowledged(commit.last())));
        }

        StoredCommit rehashed(StoredCommit commit) {
            byte[] before =
                    log.isEmpty() ? StoredLog.beginning() : log.getLast().hash();
            return with(commit, commit.requestId(), commit.events(), StoredLog.hash(before, commit));
        }

        Told told(String request, long marker, String tag, Answer answer) {
            int time = 10 * told.size();
            return new Told(
                    request, new AppendCondition(List.of(Criterion.tagged(tag)), marker), answer, time, time + 5);
        }

        void tellInstead(int index, Answer answer) {
            var one = told.get(index);
            told.set(index, new Told(one.requestId(), one.condition(), answer, one.asked(), one.answered()));
        }

        List<String> violations() {
            return LogAudit.violations(log, told);
        }
    }

    @SuppressWarnings("ImmutableEnumChecker")
    enum Mutant {
        AN_ACKNOWLEDGED_COMMIT_IS_LOST("acknowledged at 5 and is not there", history -> history.log.removeLast()),
        IT_IS_ELSEWHERE("acknowledged at 4 and is at 5", history -> history.tellInstead(3, new Answer.Acknowledged(4))),
        A_REFUSED_ONE_IS_THERE("request y was refused and is at 6", history -> history.store("y", 0, "unit=9")),
        A_CONFLICTING_ONE_IS_THERE("request x was refused and is at 6", history -> history.store("x", 9, "unit=9")),
        A_CONFLICT_HAS_NO_REASON(
                "refused for the event at 3, which is no reason",
                history -> history.tellInstead(4, new Answer.Conflicting(3))),
        ONE_IS_STORED_TWICE("I14: request d is stored at [5, 6]", history -> history.store("d", 9, "unit=7")),
        AN_UNKNOWN_ONE_IS_STORED_TWICE("I14: request z is stored at [6, 7]", history -> {
            history.store("z", 9, "unit=7");
            history.store("z", 9, "unit=7");
        }),
        THERE_IS_A_HOLE("I1: after position 2 comes a commit from 4", history -> history.log.remove(1)),
        AN_EVENT_IS_CUT_OFF("I1: after position 0 comes a commit from 1 to 2 of 1 events", history -> {
            var first = history.log.getFirst();
            history.log.set(0, with(first, first.requestId(), first.events().subList(0, 1), first.hash()));
        }),
        TWO_STAND_THE_WRONG_WAY_ROUND("request b was acknowledged before c was sent and stands behind it", history -> {
            var b = history.log.get(1);
            history.log.set(1, with(b, "c", b.events(), b.hash()));
            var c = history.log.get(2);
            history.log.set(2, with(c, "b", c.events(), c.hash()));
        }),
        A_CONDITION_DID_NOT_HOLD(
                "I6: request e is stored though the event at 3 matches", history -> history.store("e", 0, "unit=3")),
        A_BYTE_IS_CHANGED("I13: the commit at 3 does not continue", history -> {
            var b = history.log.get(1);
            history.log.set(1, with(b, b.requestId(), List.of(event(3, NOON.plusSeconds(1), "unit=9")), b.hash()));
        }),
        THE_TIME_GOES_BACK("the event at 6 is recorded before", history -> {
            var e = event(6, NOON.minusSeconds(9), "unit=5");
            history.log.add(history.rehashed(
                    new StoredCommit(6, 6, "e", new byte[] {1}, "w", new byte[0], Set.of("unit=5"), List.of(e))));
        }),
        AN_EVENT_IS_THERE_AGAIN("the id of the event at 6 was there before", history -> {
            var copied = history.log.getLast().events().getFirst();
            var e = new StoredEvent(
                    6, copied.id(), "n", 1, NOON.plusSeconds(9), NOON, new byte[0], Map.of(), Set.of("unit=5"));
            history.log.add(history.rehashed(
                    new StoredCommit(6, 6, "e", new byte[] {1}, "w", new byte[0], Set.of("unit=5"), List.of(e))));
        });

        private final String found;
        private final Consumer<History> spoil;

        Mutant(String found, Consumer<History> spoil) {
            this.found = found;
            this.spoil = spoil;
        }
    }

    @Test
    void a_sound_history_passes_with_what_nobody_knows_stored_or_not() {
        var history = new History();
        assertThat(history.violations()).isEmpty();
        assertThat(LogAudit.strangers(history.log, history.told)).isEmpty();

        history.store("z", 9, "unit=8");
        history.told.removeLast();

        assertThat(history.violations()).isEmpty();
        assertThat(LogAudit.strangers(history.log, history.told)).isEmpty();
        assertThat(LogAudit.strangers(history.log, history.told.subList(1, 7))).containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource
    void every_way_of_spoiling_it_is_found(Mutant mutant) {
        var history = new History();
        mutant.spoil.accept(history);

        assertThat(history.violations()).anyMatch(violation -> violation.contains(mutant.found));
    }

    private static StoredEvent event(long position, Instant recorded, String tag) {
        return new StoredEvent(
                position, new UUID(1, position), "n", 1, recorded, NOON, new byte[0], Map.of(), Set.of(tag));
    }

    private static StoredCommit with(StoredCommit commit, String request, List<StoredEvent> events, byte[] hash) {
        return new StoredCommit(
                commit.first(),
                commit.last(),
                request,
                commit.requestHash(),
                commit.writer(),
                hash,
                commit.tags(),
                events);
    }
}
