package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.SelfIdentified;
import io.milepost.platform.decision.Who;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One entity whose history is growing by random commands. */
final class RandomHistory<S, C, E> {
    static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-00000000ffff");

    private final Catalogue<S, C, E> catalogue;
    private final RandomRecords records;
    private final RandomGenerator random;
    private final UUID id;
    private final Function<Tag, @Nullable UUID> holders;
    private final Set<Tag> carried = new HashSet<>();
    private final List<E> events = new ArrayList<>();
    private final List<S> states = new ArrayList<>();
    private Instant now = Scenario.NOW;
    private @Nullable S state;
    private @Nullable Asked<S, E> last;

    /** A command with its occasion. */
    record Asked<S, E>(CommandRow<S, E> row, Record command, Occasion occasion) {}

    RandomHistory(Catalogue<S, C, E> catalogue, RandomRecords records, List<E> before, RandomGenerator random) {
        this(catalogue, records, random, Scenario.ID, _ -> random.nextInt(4) == 0 ? OTHER : null);
        grow(before);
    }

    /** @param holders who holds a tag that a command claims */
    RandomHistory(
            Catalogue<S, C, E> catalogue,
            RandomRecords records,
            RandomGenerator random,
            UUID id,
            Function<Tag, @Nullable UUID> holders) {
        this.catalogue = catalogue;
        this.records = records;
        this.random = random;
        this.id = id;
        this.holders = holders;
    }

    /** The next command, at a later time; a tag that it claims is sometimes held by another, and what it reads is sometimes there. */
    Asked<S, E> draw() {
        var rows = catalogue.commands();
        var row = rows.get(random.nextInt(rows.size()));
        Record command = records.next(row.type(), random);
        now = now.plus(Duration.ofMinutes(random.nextInt(3000)));
        return ask(row, command);
    }

    /** This command on the present occasion. */
    Asked<S, E> ask(CommandRow<S, E> row, Record command) {
        return ask(row, command, now);
    }

    private Asked<S, E> ask(CommandRow<S, E> row, Record command, Instant at) {
        var today = at.atOffset(ZoneOffset.UTC).toLocalDate();
        var asked = new Asked<>(
                row,
                command,
                new Occasion(
                        command instanceof SelfIdentified self ? self.entityId() : id,
                        at,
                        today,
                        who(),
                        digests(row, command),
                        holders(row, command),
                        reads(row)));
        last = asked;
        return asked;
    }

    /** The domain's answer; none where the platform answers by itself. */
    Optional<Decision<E>> decide(Asked<S, E> asked) {
        return asked.row().gate(state != null) == CommandRow.Gate.OPEN
                ? Optional.of(catalogue.decide(asked.row(), state, asked.command(), asked.occasion()))
                : Optional.empty();
    }

    /** Sends what is due at its time, on this very state, and looks whether it is waited for afterwards; the history stays as it is. */
    void settle(Due<S> due, DueDate date) {
        var before = Objects.requireNonNull(state);
        var dueAt = date.in(ZoneOffset.UTC);
        var asked = ask(catalogue.command(due.command()), date.command(), dueAt.isBefore(now) ? now : dueAt);
        if (!(catalogue.decide(asked.row(), before, asked.command(), asked.occasion())
                        instanceof Decision.Accepted<E>(var settling))
                || settling.isEmpty()) {
            throw new AssertionError("what is due by %s has no effect".formatted(due.kind()));
        }
        var after = before;
        for (var event : settling) {
            after = catalogue.decider().evolve().evolve(after, event);
        }
        require(
                !due.dates().apply(after).contains(date),
                "what was due by %s is still waited for".formatted(due.kind()));
    }

    void grow(List<E> more) {
        for (var event : more) {
            state = catalogue.decider().after(state, event);
            events.add(event);
            states.add(state);
            catalogue.events().stream()
                    .filter(row -> row.type().equals(event.getClass()))
                    .forEach(row -> carried.addAll(row.tags().apply(event)));
        }
    }

    UUID id() {
        return id;
    }

    /** What its events carry. */
    Set<Tag> carried() {
        return Set.copyOf(carried);
    }

    @Nullable
    S state() {
        return state;
    }

    @Nullable
    S replayed() {
        @Nullable S replayed = null;
        for (var event : events) {
            replayed = catalogue.decider().after(replayed, event);
        }
        return replayed;
    }

    /** Whether every state on the way is still what the events before it make. */
    boolean undisturbed() {
        @Nullable S replayed = null;
        for (int i = 0; i < states.size(); i++) {
            replayed = catalogue.decider().after(replayed, events.get(i));
            if (!replayed.equals(states.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What the view calls its state, null while there is nothing to see. */
    @Nullable
    String status() {
        if (state == null) {
            return null;
        }
        var view = catalogue.view().apply(state);
        return view == null ? null : Statuses.of(view);
    }

    List<E> events() {
        return List.copyOf(events);
    }

    @Nullable
    Asked<S, E> last() {
        return last;
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** One of two members, who mostly has every role; by the time, so that nobody else's draws change. */
    private Who who() {
        long minute = now.getEpochSecond() / 60;
        var roles = minute % 7 == 0
                ? Set.<String>of()
                : Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());
        return new Who(minute % 3 == 0 ? "another" : "someone", null, true, roles);
    }

    private Map<String, String> digests(CommandRow<S, E> row, Record command) {
        var digests = new HashMap<String, String>();
        row.digests().forEach((name, value) -> {
            var personal = value.apply(command);
            if (personal != null) {
                digests.put(name, Integer.toHexString(personal.hashCode()));
            }
        });
        return digests;
    }

    private Map<String, UUID> holders(CommandRow<S, E> row, Record command) {
        var holders = new HashMap<String, UUID>();
        for (Tag tag : row.claimed(id, state, command, digests(row, command))) {
            var holder = this.holders.apply(tag);
            if (holder != null) {
                holders.put(tag.toString(), holder);
            }
        }
        return holders;
    }

    private Map<Class<?>, Record> reads(CommandRow<S, E> row) {
        var reads = new HashMap<Class<?>, Record>();
        for (var read : row.reads()) {
            if (random.nextInt(4) > 0) {
                reads.put(read.type(), records.next(read.type(), random));
            }
        }
        for (var gathering : row.gathers()) {
            if (random.nextInt(4) > 0) {
                reads.put(gathering.type(), records.next(gathering.type(), random));
            }
        }
        return reads;
    }
}
