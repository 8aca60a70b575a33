package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow.Gate;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Customers;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.decision.SelfIdentified;
import io.milepost.platform.decision.Who;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Given these events, when this command comes, then these events or this refusal: a domain test in four lines, without a framework.
 * Whether the entity is there is answered before the domain is asked, and personal texts are sealed, as in the running service.
 * Every scenario is a value; {@code then} answers the scenario after it, so that a story can go on.
 */
public final class Scenario<S, C, E> {
    /** The entity of a scenario that names no other. */
    public static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");

    /** The time of a scenario that states no other, a Monday morning. */
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final Catalogue<S, C, E> catalogue;
    private final List<E> history;
    private final @Nullable ReachedRefusals reached;
    private final Map<Class<?>, Record> others;

    private Scenario(
            Catalogue<S, C, E> catalogue,
            List<E> history,
            @Nullable ReachedRefusals reached,
            Map<Class<?>, Record> others) {
        this.catalogue = catalogue;
        this.history = List.copyOf(history);
        this.reached = reached;
        this.others = Map.copyOf(others);
    }

    public static <S, C, E> Scenario<S, C, E> of(Catalogue<S, C, E> catalogue) {
        return new Scenario<>(catalogue, List.of(), null, Map.of());
    }

    /** Remembers every refusal that this scenario and those after it meet, to prove that none was left out. */
    public Scenario<S, C, E> recording(ReachedRefusals refusals) {
        return new Scenario<>(catalogue, history, refusals, others);
    }

    /** All commands of the scenario are told this of another entity, unless one says otherwise. */
    public Scenario<S, C, E> reading(Record other) {
        var more = new HashMap<>(others);
        more.put(other.getClass(), other);
        return new Scenario<>(catalogue, history, reached, more);
    }

    /** What happened before, in this order, after what this scenario already holds. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Scenario<S, C, E> given(E... events) {
        return grown(List.of(events));
    }

    /** When this command comes, a record that the catalogue declares. */
    public Attempt<S, C, E> when(Object command) {
        var attempt = new Attempt<>(
                this,
                (Record) command,
                command instanceof SelfIdentified self ? self.entityId() : ID,
                NOW,
                NOW.atOffset(ZoneOffset.UTC).toLocalDate(),
                new Who("someone", null, true));
        attempt.reads.putAll(others);
        return attempt;
    }

    /** The state that the history so far folds to, which is of at least one event. */
    public S state() {
        return Objects.requireNonNull(folded(), "nothing has happened");
    }

    private @Nullable S folded() {
        @Nullable S state = null;
        for (var event : history) {
            state = catalogue.decider().after(state, event);
        }
        return state;
    }

    private Scenario<S, C, E> grown(List<E> events) {
        var all = new ArrayList<>(history);
        all.addAll(events);
        return new Scenario<>(catalogue, all, reached, others);
    }

    /** A command with the occasion on which it comes. */
    public static final class Attempt<S, C, E> {
        private final Scenario<S, C, E> before;
        private final Record command;
        private final Who who;
        private final UUID id;
        private final Instant at;
        private final LocalDate today;
        private final Map<String, String> digests = new HashMap<>();
        private final Map<String, UUID> holders = new HashMap<>();
        private final Map<Class<?>, Record> reads = new HashMap<>();

        private Attempt(Scenario<S, C, E> before, Record command, UUID id, Instant at, LocalDate today, Who who) {
            this.before = before;
            this.command = command;
            this.id = id;
            this.at = at;
            this.today = today;
            this.who = who;
        }

        /** The command's effective time; today is its day in UTC. */
        public Attempt<S, C, E> at(Instant effectiveAt) {
            return with(id, effectiveAt, effectiveAt.atOffset(ZoneOffset.UTC).toLocalDate(), who);
        }

        /** The calendar day in the deployment's zone, where it is not that of UTC. */
        public Attempt<S, C, E> on(LocalDate day) {
            return with(id, at, day, who);
        }

        public Attempt<S, C, E> by(String someone) {
            return with(id, at, today, new Who(someone, null, true));
        }

        /** Sent by this member of the own staff, with a token of its own. */
        public Attempt<S, C, E> byMember(String code) {
            return with(id, at, today, new Who("user-" + code, code, true));
        }

        /** Sent by an automation or an import, which no duty binds. */
        public Attempt<S, C, E> unbound() {
            return with(id, at, today, Who.unbound("automation"));
        }

        /** Sent with a token that has this role, where rules that are data ask for one. */
        public Attempt<S, C, E> inRole(Role role) {
            return with(id, at, today, new Who(who.actor(), who.member(), who.bound(), Set.of(role.name())));
        }

        /** The entity that the command is for, where the scenario needs to name it. */
        public Attempt<S, C, E> to(UUID entity) {
            return with(entity, at, today, who);
        }

        /** Another entity already holds this tag, {@code "contact=3f.."}. */
        public Attempt<S, C, E> holding(String tag, UUID holder) {
            var next = with(id, at, today, who);
            next.holders.put(tag, holder);
            return next;
        }

        /** Another entity is this, as the catalogue row makes a record of it. */
        public Attempt<S, C, E> reading(Record other) {
            var next = with(id, at, today, who);
            next.reads.put(other.getClass(), other);
            return next;
        }

        /** The keyed hash of a personal value, as the catalogue row names it. */
        public Attempt<S, C, E> digest(String name, String hash) {
            var next = with(id, at, today, who);
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

        /** Answered by the platform: there is no such entity. */
        public void thenUnknown() {
            assertThat(gate()).as("%s after %s", command, before.history).isEqualTo(Gate.UNKNOWN);
        }

        /** Answered by the platform: the entity is there already. */
        public void thenTaken() {
            assertThat(gate()).as("%s after %s", command, before.history).isEqualTo(Gate.TAKEN);
        }

        /** Answered by the platform: another member has the duty. */
        public void thenNotYourDuty() {
            assertThat(gate()).isEqualTo(Gate.OPEN);
            assertThat(isAllowed()).as("%s by %s", command, who).isFalse();
        }

        private boolean isAllowed() {
            var duty = before.catalogue.command(command.getClass()).duty();
            return duty == null || duty.allows(before.folded(), command, occasion());
        }

        private Occasion occasion() {
            return new Occasion(id, at, today, who, digests, holders, reads, Customers.APART, SealedTexts::isSame);
        }

        private Gate gate() {
            return before.catalogue.command(command.getClass()).gate(!before.history.isEmpty());
        }

        /** The domain's answer itself, where a test looks at more than reason and events. */
        public Decision<E> decision() {
            if (gate() != Gate.OPEN) {
                throw new AssertionError(
                        "%s after %s is answered by the platform: %s".formatted(command, before.history, gate()));
            }
            if (!isAllowed()) {
                throw new AssertionError("%s after %s is not the sender's duty".formatted(command, before.history));
            }
            return SealedTexts.decide(before.catalogue, before.history, command, occasion());
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
            assertThat(refused.reason()).as("refusal of %s", command).isEqualTo(reason);
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
            after.folded();
            return after;
        }

        private Attempt<S, C, E> with(UUID entity, Instant effectiveAt, LocalDate day, Who by) {
            var next = new Attempt<>(before, command, entity, effectiveAt, day, by);
            next.digests.putAll(digests);
            next.holders.putAll(holders);
            next.reads.putAll(reads);
            return next;
        }
    }
}
