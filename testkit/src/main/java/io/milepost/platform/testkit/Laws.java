package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.timer.Due;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds for every aggregate, tried on seeded random histories that grow by whatever the aggregate accepts:
 * <ol>
 *   <li>decide, evolve and view never throw, and the same question has the same answer;
 *   <li>folding the history again reaches the same state, and no state ever changes: they are kept between commands;
 *   <li>an accepted command, sent once more on the same occasion, is refused or changes nothing, unless the service says that it repeats;
 *   <li>what a refusal leaves on record is never a fact that is accepted elsewhere;
 *   <li>an entity is seen, with a status, from its first accepted event on;
 *   <li>a terminal status stays, and so does what the aggregate says always holds;
 *   <li>of several entities one at most holds a value that they claim of each other, and it is found by it;
 *   <li>what a due rule of {@link #waits} sends when the time has come is accepted, and no longer waited for;
 *   <li>what is accepted of requests with extreme values can be read back, shown and listed, and nothing of it is lost;
 *   <li>and so that none of this is vacuous, every event of the catalogue comes up in some history.
 * </ol>
 * {@code -Dlaws.seeds=20000} tries more histories, {@code -Dlaws.seed=17} a single one.
 */
public final class Laws<S, C, E> {
    private static final int STEPS = 40;

    private final Catalogue<S, C, E> catalogue;
    private final RandomRecords records;
    private final Set<String> terminal;
    private final Set<Class<?>> repeating;
    private final Set<Class<?>> rare;
    private final List<E> before;
    private final List<Due<S>> dues;
    private final Map<String, Predicate<S>> always;

    private Laws(
            Catalogue<S, C, E> catalogue,
            RandomRecords records,
            Set<String> terminal,
            Set<Class<?>> repeating,
            Set<Class<?>> rare,
            List<E> before,
            List<Due<S>> dues,
            Map<String, Predicate<S>> always) {
        this.catalogue = catalogue;
        this.records = records;
        this.terminal = terminal;
        this.repeating = repeating;
        this.rare = rare;
        this.before = List.copyOf(before);
        this.dues = List.copyOf(dues);
        this.always = Map.copyOf(always);
    }

    public static <S, C, E> Laws<S, C, E> of(Catalogue<S, C, E> catalogue) {
        return new Laws<>(
                catalogue, new RandomRecords(Map.of()), Set.of(), Set.of(), Set.of(), List.of(), List.of(), Map.of());
    }

    /** Candidates for a field of all records ({@code "party"}) or of one ({@code "SignContract.party"}); most draws use them. */
    public Laws<S, C, E> suggesting(String field, Object... candidates) {
        return new Laws<>(
                catalogue,
                records.suggesting(field, Arrays.asList(candidates)),
                terminal,
                repeating,
                rare,
                before,
                dues,
                always);
    }

    /** Statuses that nothing leads out of. */
    public Laws<S, C, E> terminal(String... statuses) {
        return new Laws<>(catalogue, records, Set.of(statuses), repeating, rare, before, dues, always);
    }

    /** A command that means something new each time, as adding a further line does. */
    public Laws<S, C, E> repeating(Class<? extends Record> command) {
        return new Laws<>(catalogue, records, terminal, with(repeating, command), rare, before, dues, always);
    }

    /** An event that random histories need not meet. */
    public Laws<S, C, E> rare(Class<? extends E> event) {
        return new Laws<>(catalogue, records, terminal, repeating, with(rare, event), before, dues, always);
    }

    /** What has happened before each history begins, as where only a part of the commands is tried. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Laws<S, C, E> after(E... events) {
        return new Laws<>(catalogue, records, terminal, repeating, rare, List.of(events), dues, always);
    }

    /** What its states wait for; a recurring rule would wait for ever for a date whose command is refused. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Laws<S, C, E> waits(Due<S>... rules) {
        var all = Stream.concat(dues.stream(), Stream.of(rules)).toList();
        return new Laws<>(catalogue, records, terminal, repeating, rare, before, all, always);
    }

    /** What holds of every state, beside the laws that hold for all aggregates. */
    public Laws<S, C, E> always(String law, Predicate<S> holds) {
        var more = new HashMap<>(always);
        more.put(law, holds);
        return new Laws<>(catalogue, records, terminal, repeating, rare, before, dues, more);
    }

    private static Set<Class<?>> with(Set<Class<?>> types, Class<?> type) {
        var more = new HashSet<>(types);
        more.add(type);
        return Set.copyOf(more);
    }

    /** Tries them all. */
    public void check() {
        var met = new Met();
        var single = Long.getLong("laws.seed");
        if (single != null) {
            run(single, met);
            new HoldingLaw<>(catalogue, records).run(single);
            new KeepingLaw<>(catalogue, records, before).run(single);
            return;
        }
        long seeds = Long.getLong("laws.seeds", 200);
        for (long seed = 0; seed < seeds; seed++) {
            run(seed, met);
        }
        holding(seeds);
        keeping(seeds);
        var missing = catalogue.events().stream()
                .map(row -> row.type())
                .filter(type -> !rare.contains(type))
                .filter(type -> !met.accepted.contains(type) && !met.onRecord.contains(type))
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            throw new AssertionError(
                    "no history of %s out of %d has %s; suggest values that lead there, or name them rare"
                            .formatted(catalogue.aggregate(), seeds, missing));
        }
    }

    /** An aggregate that claims nothing of its own kind has nothing to show; one that has a past has claimed already. */
    private void holding(long seeds) {
        var law = new HoldingLaw<>(catalogue, records);
        if (law.applies() && before.isEmpty()) {
            for (long seed = 0; seed < seeds; seed++) {
                law.run(seed);
            }
            if (!law.missing().isEmpty()) {
                throw new AssertionError("no history of %s %s; suggest values that lead there"
                        .formatted(catalogue.aggregate(), law.missing()));
            }
        }
    }

    /** A tenth as many, for their values are large; more where they are hard to please. */
    private void keeping(long seeds) {
        var law = new KeepingLaw<>(catalogue, records, before);
        int kept = 0;
        for (long seed = 0; seed < Math.max(10, seeds / 10) || (kept == 0 && seed < 10 * seeds); seed++) {
            kept += law.run(seed);
        }
        if (kept == 0) {
            throw new AssertionError(
                    "no extreme request to %s was accepted in any history".formatted(catalogue.aggregate()));
        }
    }

    private void run(long seed, Met met) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var history = new RandomHistory<>(catalogue, records, before, random);
        try {
            for (int step = 0; step < STEPS; step++) {
                step(history, history.draw(), met);
                waiting(history);
            }
            history.require(
                    Objects.equals(history.replayed(), history.state()),
                    "folding the history again reaches another state");
            history.require(history.undisturbed(), "a state was changed by what came after it");
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "%s, seed %d (-Dlaws.seed=%d): %s%nlast command %s%nafter %s"
                            .formatted(
                                    catalogue.aggregate(),
                                    seed,
                                    seed,
                                    e.getMessage(),
                                    history.last(),
                                    history.events()),
                    e);
        }
    }

    private void waiting(RandomHistory<S, C, E> history) {
        var state = history.state();
        if (state != null) {
            dues.forEach(due -> due.dates().apply(state).forEach(date -> history.settle(due, date)));
        }
    }

    private void step(RandomHistory<S, C, E> history, RandomHistory.Asked<S, E> asked, Met met) {
        var statusBefore = history.status();
        var answer = history.decide(asked);
        history.require(answer.equals(history.decide(asked)), "the same question has two answers");
        if (answer.isEmpty()) {
            return;
        }
        switch (answer.get()) {
            case Decision.Accepted<E> accepted -> {
                met.accepted(accepted.events(), history);
                history.grow(accepted.events());
                if (!accepted.events().isEmpty()) {
                    history.require(history.status() != null, "accepted, but no view shows it");
                    repeat(history, asked);
                }
            }
            case Decision.Refused<E> refused -> {
                history.require(
                        catalogue.refusals().contains(refused.reason()),
                        "refused for a reason that the catalogue lacks");
                met.onRecord(refused.events(), history);
                history.grow(refused.events());
            }
        }
        var state = history.state();
        if (state != null) {
            always.forEach((law, holds) -> history.require(holds.test(state), "it does not always hold that " + law));
        }
        if (statusBefore != null && terminal.contains(statusBefore)) {
            history.require(
                    statusBefore.equals(history.status()),
                    "%s is terminal, yet %s followed".formatted(statusBefore, history.status()));
        }
    }

    private void repeat(RandomHistory<S, C, E> history, RandomHistory.Asked<S, E> asked) {
        CommandRow<S, E> row = asked.row();
        var again = history.decide(asked);
        if (again.isPresent()
                && again.get() instanceof Decision.Accepted<E> accepted
                && !repeating.contains(row.type())) {
            history.require(
                    accepted.events().isEmpty(), "accepted a second time on the same occasion: " + accepted.events());
        }
    }

    /** Which events came up, and how. */
    private static final class Met {
        private final Set<Class<?>> accepted = new LinkedHashSet<>();
        private final Set<Class<?>> onRecord = new LinkedHashSet<>();

        void accepted(List<?> events, RandomHistory<?, ?, ?> history) {
            events.forEach(event -> accepted.add(event.getClass()));
            apart(history);
        }

        void onRecord(List<?> events, RandomHistory<?, ?, ?> history) {
            events.forEach(event -> onRecord.add(event.getClass()));
            apart(history);
        }

        private void apart(RandomHistory<?, ?, ?> history) {
            for (var type : onRecord) {
                history.require(
                        !accepted.contains(type),
                        type.getSimpleName() + " is the record of a refusal and an accepted fact");
            }
        }
    }
}
