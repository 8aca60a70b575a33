package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Given these events, when this command comes, then these events or this refusal: a domain test in four lines, without a framework.
 * Every scenario is a value; {@code then} answers the scenario after it, so that a story can go on.
 */
public final class Scenario<S, C, E> {
    /** The entity of a scenario that names no other. */
    public static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");

    /** The time of a scenario that states no other, a Monday morning. */
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final Decider<S, C, E> decider;
    private final List<E> history;
    private final @Nullable ReachedRefusals reached;

    private Scenario(Decider<S, C, E> decider, List<E> history, @Nullable ReachedRefusals reached) {
        this.decider = decider;
        this.history = List.copyOf(history);
        this.reached = reached;
    }

    public static <S, C, E> Scenario<S, C, E> of(Decider<S, C, E> decider) {
        return new Scenario<>(decider, List.of(), null);
    }

    public static <S, C, E> Scenario<S, C, E> of(Catalogue<S, C, E> catalogue) {
        return of(catalogue.decider());
    }

    /** Remembers every refusal that this scenario and those after it meet, to prove that none was left out. */
    public Scenario<S, C, E> recording(ReachedRefusals refusals) {
        return new Scenario<>(decider, history, refusals);
    }

    /** What happened before, in this order, after what this scenario already holds. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Scenario<S, C, E> given(E... events) {
        return grown(List.of(events));
    }

    public Attempt<S, C, E> when(C command) {
        return new Attempt<>(
                this, command, ID, NOW, NOW.atOffset(ZoneOffset.UTC).toLocalDate(), "someone");
    }

    /** The state that the history so far folds to. */
    public S state() {
        var state = decider.initial();
        for (var event : history) {
            state = decider.evolve().evolve(state, event);
        }
        return state;
    }

    private Scenario<S, C, E> grown(List<E> events) {
        var all = new ArrayList<>(history);
        all.addAll(events);
        return new Scenario<>(decider, all, reached);
    }

    /** A command with the occasion on which it comes. */
    public static final class Attempt<S, C, E> {
        private final Scenario<S, C, E> before;
        private final C command;
        private final String actor;
        private final UUID id;
        private final Instant at;
        private final LocalDate today;
        private final Map<String, String> digests = new HashMap<>();
        private final Map<String, UUID> holders = new HashMap<>();
        private final Map<String, Set<String>> happened = new HashMap<>();

        private Attempt(Scenario<S, C, E> before, C command, UUID id, Instant at, LocalDate today, String actor) {
            this.before = before;
            this.command = command;
            this.id = id;
            this.at = at;
            this.today = today;
            this.actor = actor;
        }

        /** The command's effective time; today is its day in UTC. */
        public Attempt<S, C, E> at(Instant effectiveAt) {
            return with(id, effectiveAt, effectiveAt.atOffset(ZoneOffset.UTC).toLocalDate(), actor);
        }

        /** The calendar day in the deployment's zone, where it is not that of UTC. */
        public Attempt<S, C, E> on(LocalDate day) {
            return with(id, at, day, actor);
        }

        public Attempt<S, C, E> by(String someone) {
            return with(id, at, today, someone);
        }

        /** The entity that the command is for, where the scenario needs to name it. */
        public Attempt<S, C, E> to(UUID entity) {
            return with(entity, at, today, actor);
        }

        /** Another entity already holds this tag, {@code "contact=3f.."}. */
        public Attempt<S, C, E> holding(String tag, UUID holder) {
            var next = with(id, at, today, actor);
            next.holders.put(tag, holder);
            return next;
        }

        /** These events of others stand under the tag, {@code "contract=01.."}. */
        public Attempt<S, C, E> knowing(String tag, String... events) {
            var next = with(id, at, today, actor);
            next.happened.put(tag, Set.of(events));
            return next;
        }

        /** The keyed hash of a personal value, as the catalogue row names it. */
        public Attempt<S, C, E> digest(String name, String hash) {
            var next = with(id, at, today, actor);
            next.digests.put(name, hash);
            return next;
        }

        /** Accepted with exactly these events, at least one. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final Scenario<S, C, E> then(E... events) {
            assertThat(events)
                    .as("say thenNothing() where no event is expected")
                    .isNotEmpty();
            return accepted(List.of(events));
        }

        /** Accepted without events: it was already so. */
        public Scenario<S, C, E> thenNothing() {
            return accepted(List.of());
        }

        /** Refused for this reason, leaving nothing behind. */
        public Scenario<S, C, E> thenRefused(Refusal reason) {
            return refused(reason, null, List.of());
        }

        /** Refused for this reason at this field of the command, leaving nothing behind. */
        public Scenario<S, C, E> thenRefused(Refusal reason, String pointer) {
            return refused(reason, pointer, List.of());
        }

        /** Refused for this reason, leaving these events on record. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final Scenario<S, C, E> thenRefusedOnRecord(Refusal reason, E... events) {
            assertThat(events)
                    .as("say thenRefused() where nothing is left on record")
                    .isNotEmpty();
            return refused(reason, null, List.of(events));
        }

        /** The answer itself, where a test looks at more than reason and events. */
        public Decision<E> decision() {
            return before.decider
                    .decide()
                    .decide(before.state(), command, new Occasion(id, at, today, actor, digests, holders, happened));
        }

        private Scenario<S, C, E> accepted(List<E> events) {
            assertThat(decision())
                    .as("%s after %s", command, before.history)
                    .isEqualTo(new Decision.Accepted<>(events));
            return after(events);
        }

        private Scenario<S, C, E> refused(Refusal reason, @Nullable String pointer, List<E> events) {
            if (!(decision() instanceof Decision.Refused<E> refused)) {
                throw new AssertionError(
                        "%s after %s was not refused but %s".formatted(command, before.history, decision()));
            }
            assertThat(refused.reason())
                    .as("%s after %s", command, before.history)
                    .isEqualTo(reason);
            assertThat(refused.events()).as("events on record").isEqualTo(events);
            if (pointer != null) {
                assertThat(refused.pointer()).isEqualTo(pointer);
            }
            if (before.reached != null) {
                before.reached.reach(reason);
            }
            return after(events);
        }

        /** Folding what was decided is part of every scenario: evolve may not refuse it. */
        private Scenario<S, C, E> after(List<E> events) {
            var after = before.grown(events);
            assertThat(after.state()).isNotNull();
            return after;
        }

        private Attempt<S, C, E> with(UUID entity, Instant effectiveAt, LocalDate day, String someone) {
            var next = new Attempt<>(before, command, entity, effectiveAt, day, someone);
            next.digests.putAll(digests);
            next.holders.putAll(holders);
            next.happened.putAll(happened);
            return next;
        }
    }
}
