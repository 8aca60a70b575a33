package io.milepost.contracts.salesorder;

import static io.milepost.contracts.salesorder.SalesOrderCatalogue.SALES_ORDER;
import static io.milepost.contracts.salesorder.SalesOrders.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.Called;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.NumberedLine;
import io.milepost.contracts.salesorder.CallingOff.*;
import io.milepost.contracts.salesorder.SalesOrder.*;
import io.milepost.platform.catalogue.Gathering;
import io.milepost.platform.catalogue.Gathering.Gathered;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Who;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
 * Orders that are confirmed under one contract at once, at any number of instances: a seed decides who reads, who appends and who cancels
 * next. The log is a list with the condition that the platform's has, which its own simulation proves; what is gathered, tagged and
 * decided is the catalogue's. {@code -Draces=N} plays more.
 */
class OrdersRaceTest {
    private static final long RACES = Long.getLong("races", 1_000);
    private static final BigDecimal AGREED = BigDecimal.TEN;

    @Test
    @DisplayName(
            "R-136: in 1000 seeded races of 2 to 16 orders they never take more together than the contract has, and"
                    + " none is refused that would fit")
    void orders_together_never_take_more_than_was_agreed() {
        int conflicts = 0;
        int refused = 0;
        int full = 0;
        for (long seed = 1; seed <= RACES; seed++) {
            var race = new Race(seed, true);
            race.run();
            assertThat(race.wrong).as("seed %d", seed).isEmpty();
            conflicts += race.conflicts;
            refused += race.refused.size();
            full += race.taken().compareTo(AGREED) == 0 ? 1 : 0;
        }
        assertThat(conflicts).as("control: they do meet").isPositive();
        assertThat(refused).as("control: some are refused").isPositive();
        assertThat(full).as("control: all that was agreed can be taken").isPositive();
    }

    @Test
    @DisplayName("Positive control: without the condition of the append they take too much soon")
    void without_the_condition_they_take_too_much_soon() {
        assertThat(LongStream.rangeClosed(1, 100).filter(seed -> {
                    var race = new Race(seed, false);
                    race.run();
                    return !race.wrong.isEmpty();
                }))
                .isNotEmpty();
    }

    private record Stored(UUID id, Event event, Set<Tag> tags) {}

    private record Read(int position, Set<Tag> criteria, Decision<Event> decision) {}

    private static final class Race {
        private static final ConfirmOrder CONFIRM = new ConfirmOrder(null);

        private final SplittableRandom random;
        private final boolean conditional;
        private final List<Stored> log = new ArrayList<>();
        private final Map<UUID, SalesOrder> states = new HashMap<>();
        private final Map<UUID, BigDecimal> wanted = new HashMap<>();
        private final Map<UUID, Read> reads = new HashMap<>();
        private final List<UUID> orders;
        private final Set<UUID> refused = new HashSet<>();
        private final List<String> wrong = new ArrayList<>();
        private int conflicts;

        Race(long seed, boolean conditional) {
            this.random = new SplittableRandom(seed);
            this.conditional = conditional;
            this.orders = IntStream.range(0, random.nextInt(2, 17))
                    .mapToObj(number -> new UUID(7, number))
                    .toList();
            for (var order : orders) {
                var quantity = BigDecimal.valueOf(random.nextInt(1, 7));
                wanted.put(order, quantity);
                store(order, received(CONTRACT, List.of(line("GTX Pro", quantity.toString(), "5000.00"))));
                store(order, new OrderVerified(VALUE, YESTERDAY));
            }
        }

        void run() {
            while (!orders.stream().allMatch(order -> refused.contains(order) || !(state(order) instanceof Verified))) {
                var order = orders.get(random.nextInt(orders.size()));
                var read = reads.remove(order);
                if (state(order) instanceof Confirmed && random.nextInt(100) < 3) {
                    store(order, new OrderCancelled(CONTRACT, "budget", TODAY));
                } else if (state(order) instanceof Verified && !refused.contains(order)) {
                    if (read == null) {
                        reads.put(order, read(order));
                    } else {
                        append(order, read);
                    }
                }
            }
        }

        private Read read(UUID order) {
            var gathering = gathering();
            var tag = new Tag(
                    gathering.key(), Objects.requireNonNull(gathering.value().apply(state(order), CONFIRM)));
            var others = new LinkedHashSet<UUID>();
            log.stream()
                    .filter(stored ->
                            stored.tags().contains(tag) && !stored.id().equals(order))
                    .forEach(stored -> others.add(stored.id()));
            var criteria = new HashSet<>(Set.of(tag, SALES_ORDER.tagOf(order)));
            others.forEach(other -> criteria.add(SALES_ORDER.tagOf(other)));
            var standing = gathering
                    .as()
                    .apply(others.stream()
                            .map(other -> new Gathered<>(other, state(other)))
                            .toList());
            var line = new ContractLine("GTX Pro", null, AGREED, Money.of("5000.00", "USD"), null, null);
            var contract = new OrderedUnder(true, false, ACCOUNT, List.of(new NumberedLine(1, line)));
            var occasion = new Occasion(
                    order,
                    Scenario.NOW,
                    TODAY,
                    new Who("desk", null, true),
                    Map.of(),
                    Map.of(),
                    Map.of(OrderedUnder.class, contract, Standing.class, standing));
            var row = SALES_ORDER.command(ConfirmOrder.class);
            return new Read(log.size(), criteria, SALES_ORDER.decide(row, state(order), CONFIRM, occasion));
        }

        @SuppressWarnings("unchecked") // the only one that this command gathers
        private static Gathering<SalesOrder, SalesOrder, Standing> gathering() {
            return (Gathering<SalesOrder, SalesOrder, Standing>)
                    SALES_ORDER.command(ConfirmOrder.class).gathers().getFirst();
        }

        /** A refusal is told of what is there now, as an append is: what was read is read again where it has changed. */
        private void append(UUID order, Read read) {
            boolean moved = log.subList(read.position(), log.size()).stream()
                    .anyMatch(stored -> stored.tags().stream().anyMatch(read.criteria()::contains));
            if (moved && conditional) {
                conflicts++;
                return;
            }
            boolean fits = taken().add(quantity(order)).compareTo(AGREED) <= 0;
            if (read.decision() instanceof Decision.Refused<Event>) {
                refused.add(order);
                if (fits) {
                    wrong.add(order + " was refused");
                }
            } else {
                read.decision().events().forEach(event -> store(order, event));
                if (!fits) {
                    wrong.add(order + " takes too much");
                }
            }
        }

        private void store(UUID order, Event event) {
            var tags = new HashSet<>(SALES_ORDER.event(event.getClass()).tags().apply(event));
            tags.add(SALES_ORDER.tagOf(order));
            log.add(new Stored(order, event, tags));
            states.put(order, SALES_ORDER.decider().after(find(order), event));
        }

        BigDecimal taken() {
            return orders.stream()
                    .flatMap(order -> CallingOff.standing(state(order)).stream())
                    .map(Called::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private BigDecimal quantity(UUID order) {
            return Objects.requireNonNull(wanted.get(order));
        }

        private @Nullable SalesOrder find(UUID order) {
            return states.get(order);
        }

        private SalesOrder state(UUID order) {
            return Objects.requireNonNull(find(order));
        }
    }
}
