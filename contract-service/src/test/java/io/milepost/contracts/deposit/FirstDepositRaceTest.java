package io.milepost.contracts.deposit;

import static io.milepost.contracts.deposit.DepositCatalogue.DEPOSIT;
import static io.milepost.contracts.deposit.Deposits.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.deposit.Deposit.*;
import io.milepost.contracts.deposit.DepositEvent.*;
import io.milepost.contracts.kernel.ClaimedKey;
import io.milepost.contracts.kernel.MoneyKind;
import io.milepost.contracts.kernel.TermsOfPhase;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Who;
import io.milepost.platform.testkit.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Buyers who pay for one unit at once, at any number of instances: a seed decides who reads and who appends next. The log is a list with the
 * condition that the platform's has (an append fails where an event after what was read carries a tag of it), which its own simulation proves;
 * claims, tags, what is held and what is decided are the catalogue's. {@code -Draces=N} plays more.
 */
class FirstDepositRaceTest {
    private static final long RACES = Long.getLong("races", 1_000);

    @Test
    @DisplayName("R-104, R-106, G12: in 1000 seeded races of 2 to 16 buyers one has the unit, and each other one is"
            + " rejected on record and owed the money")
    void one_has_the_unit_and_every_other_one_is_owed_the_money() {
        var sizes = new HashSet<Integer>();
        int conflicts = 0;
        for (long seed = 1; seed <= RACES; seed++) {
            var race = new Race(seed, true, 0);
            race.run();
            sizes.add(race.buyers.size());
            conflicts += race.conflicts;
            assertThat(race.violations()).as("seed %d", seed).isEmpty();
        }
        assertThat(sizes).as("control").hasSize(15);
        assertThat(conflicts).as("control: they do meet").isPositive();
    }

    @Test
    @DisplayName(
            "R-104, R-118: where a unit is given up during the race, it is never two buyers', and nobody is left without an answer")
    void a_unit_that_is_given_up_is_never_two_buyers() {
        int second = 0;
        for (long seed = 1; seed <= RACES; seed++) {
            var race = new Race(seed, true, 40);
            race.run();
            assertThat(race.doubles).as("seed %d", seed).isZero();
            assertThat(race.answered()).as("seed %d", seed).isEqualTo(race.buyers.size());
            second += race.winners() > 1 ? 1 : 0;
        }
        assertThat(second).as("control: the next one gets it").isPositive();
    }

    @Test
    @DisplayName("Positive control: without the condition of the append a race has two winners soon")
    void without_the_condition_two_win_soon() {
        assertThat(LongStream.rangeClosed(1, 100).filter(seed -> {
                    var race = new Race(seed, false, 0);
                    race.run();
                    return race.winners() > 1;
                }))
                .isNotEmpty();
    }

    private record Stored(UUID id, DepositEvent event, Set<Tag> tags) {}

    /** What a buyer's instance has read, and decided by it. */
    private record Read(int position, List<DepositEvent> events) {}

    private static final class Race {
        private final SplittableRandom random;
        private final boolean conditional;
        private final int leaving;
        private final List<Stored> log = new ArrayList<>();
        private final Map<UUID, Deposit> states = new HashMap<>();
        private final List<UUID> buyers;
        private final UnitOnOffer unit;
        private final List<@Nullable Read> reads = new ArrayList<>();
        private int conflicts;
        private int doubles;

        Race(long seed, boolean conditional, int leaving) {
            this.random = new SplittableRandom(seed);
            this.conditional = conditional;
            this.leaving = leaving;
            this.buyers = IntStream.range(0, random.nextInt(2, 17))
                    .mapToObj(number -> new UUID(9, number))
                    .toList();
            this.unit = onOffer(
                    TermsOfPhase.PUBLIC,
                    true,
                    IntStream.range(0, buyers.size())
                            .mapToObj(number -> sheet(number + 1, buyers.get(number)))
                            .toArray(Priced[]::new));
            buyers.forEach(_ -> reads.add(null));
        }

        void run() {
            while (answered() < buyers.size()) {
                int next = random.nextInt(buyers.size());
                var read = reads.get(next);
                if (states.containsKey(buyers.get(next))) {
                    giveUp(buyers.get(next));
                } else if (read == null) {
                    reads.set(next, read(next));
                } else {
                    append(next, read);
                }
                doubles += holders() > 1 ? 1 : 0;
            }
        }

        private RecordDeposit command(int buyer) {
            return new RecordDeposit(
                    UNIT,
                    buyers.get(buyer),
                    "kim",
                    buyer + 1,
                    MoneyKind.EARNEST_MONEY,
                    "R-" + buyer,
                    TermsOfPhase.DEPOSIT,
                    null,
                    null);
        }

        private Set<Tag> claimed(int buyer) {
            return DEPOSIT.command(RecordDeposit.class).claimed(buyers.get(buyer), null, command(buyer));
        }

        private Read read(int buyer) {
            var holders = new HashMap<String, UUID>();
            for (var tag : claimed(buyer)) {
                log.stream()
                        .filter(stored -> stored.tags().contains(tag))
                        .map(Stored::id)
                        .filter(id -> DEPOSIT.isHeld(tag.key(), tag.value(), state(id)))
                        .forEach(id -> holders.put(tag.toString(), id));
            }
            var occasion = new Occasion(
                    buyers.get(buyer),
                    Scenario.NOW,
                    TODAY,
                    new Who("desk", null, true),
                    Map.of(),
                    holders,
                    Map.of(UnitOnOffer.class, unit));
            var row = DEPOSIT.command(RecordDeposit.class);
            return new Read(
                    log.size(),
                    DEPOSIT.decide(row, null, command(buyer), occasion).events());
        }

        private void append(int buyer, Read read) {
            var criteria = new HashSet<>(claimed(buyer));
            criteria.add(DEPOSIT.tagOf(buyers.get(buyer)));
            // Whoever holds a claimed tag was read too.
            log.subList(0, read.position()).stream()
                    .filter(stored -> stored.tags().stream().anyMatch(claimed(buyer)::contains))
                    .forEach(stored -> criteria.add(DEPOSIT.tagOf(stored.id())));
            boolean moved = log.subList(read.position(), log.size()).stream()
                    .anyMatch(stored -> stored.tags().stream().anyMatch(criteria::contains));
            if (moved && conditional) {
                conflicts++;
                reads.set(buyer, null);
            } else {
                read.events().forEach(event -> store(buyers.get(buyer), event));
            }
        }

        private void giveUp(UUID id) {
            if (random.nextInt(100) < leaving && state(id).standing() == Standing.PAID) {
                store(id, new DepositCancelled(UNIT, Side.BUYER, "no loan", "may"));
                store(id, new RefundBecameDue(UNIT, TermsOfPhase.DEPOSIT));
            }
        }

        private void store(UUID id, DepositEvent event) {
            var tags = new HashSet<>(DEPOSIT.event(event.getClass()).tags().apply(event));
            tags.add(DEPOSIT.tagOf(id));
            log.add(new Stored(id, event, tags));
            states.put(id, DEPOSIT.decider().after(states.get(id), event));
        }

        private Deposit state(UUID id) {
            return Objects.requireNonNull(states.get(id));
        }

        long answered() {
            return states.size();
        }

        long winners() {
            return log.stream()
                    .filter(stored -> stored.event() instanceof DepositPaid)
                    .count();
        }

        private long holders() {
            return states.values().stream()
                    .filter(deposit -> DEPOSIT.isHeld(ClaimedKey.UNIT_HOLD, UNIT.toString(), deposit))
                    .count();
        }

        List<String> violations() {
            var violations = new ArrayList<String>();
            if (winners() != 1) {
                violations.add(winners() + " winners");
            }
            for (var id : buyers) {
                var deposit = state(id);
                boolean owed = TermsOfPhase.DEPOSIT.equals(deposit.owed());
                if (deposit.standing() == Standing.REJECTED ? !owed : deposit.standing() != Standing.PAID) {
                    violations.add("%s is %s, owed %s".formatted(id, deposit.standing(), deposit.owed()));
                }
            }
            return violations;
        }
    }
}
