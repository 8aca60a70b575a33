package io.milepost.platform.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.auditrecord.AuditRecord.NoteRefusals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The bound that no flood of refusals breaks, and that nothing gets lost behind it. */
class RefusalBudgetTest {
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));

    @Test
    @DisplayName(
            "R-189: what one actor is refused over the bound of an hour is counted, and told when the hour is over")
    void one_actor_over_the_bound_is_counted() {
        var budget = new RefusalBudget(2, 100);
        for (int i = 0; i < 5; i++) {
            assertThat(budget.admits("eve", "FORBIDDEN", TEN.plusSeconds(i))).isEqualTo(i < 2);
        }
        assertThat(budget.admits("eve", "UNSEEN", TEN)).as("another code").isTrue();
        assertThat(budget.admits("bob", "FORBIDDEN", TEN))
                .as("another actor is not hidden behind the first")
                .isTrue();

        assertThat(budget.over(TEN.plusSeconds(3599))).isEmpty();
        assertThat(budget.over(ELEVEN)).containsExactly(new NoteRefusals("eve", "FORBIDDEN", 3, TEN, ELEVEN));
        assertThat(budget.over(ELEVEN)).as("once").isEmpty();
        assertThat(budget.admits("eve", "FORBIDDEN", ELEVEN)).as("a new hour").isTrue();
    }

    @Test
    void many_actors_are_bounded_together_and_in_the_end_counted_as_one() {
        var budget = new RefusalBudget(2, 10);
        long admitted = 0;
        for (int i = 0; i < 5_000; i++) {
            admitted += budget.admits("actor " + i, "FORBIDDEN", TEN) ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(10);
        var counts = budget.rest(TEN.plusSeconds(60));
        assertThat(counts).hasSize(1_001).allMatch(count -> count.until().equals(TEN.plusSeconds(60)));
        assertThat(counts).filteredOn(count -> count.actor() == null).hasSize(1);
        assertThat(counts.stream().mapToLong(NoteRefusals::number).sum()).isEqualTo(4_990);
    }

    @Test
    void whatever_comes_is_recorded_or_counted_and_never_more_than_the_bounds_recorded() {
        for (long seed = 0; seed < 200; seed++) {
            assertThat(faults(new RefusalBudget(3, 20), 3, 20, seed))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void the_law_notices_a_wider_budget_and_one_that_is_narrower_in_all() {
        assertThat(faults(new RefusalBudget(4, 20), 3, 20, 1)).contains("one actor");
        assertThat(faults(new RefusalBudget(3, 30), 3, 20, 1)).contains("all");
        assertThat(faults(new RefusalBudget(3, 20), 3, 20, 1)).isEmpty();
    }

    /** One random day, in which it is also asked for what is over. */
    private static List<String> faults(RefusalBudget budget, int perActor, int all, long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var faults = new ArrayList<String>();
        record Refusal(String actor, String code, Instant hour) {}
        var recorded = new ArrayList<Refusal>();
        long counted = 0;
        var now = TEN;
        for (int i = 0; i < 2_000; i++) {
            now = now.plusSeconds(random.nextInt(60));
            var actor = "actor " + random.nextInt(8);
            var code = random.nextBoolean() ? "FORBIDDEN" : "UNSEEN";
            if (budget.admits(actor, code, now)) {
                recorded.add(new Refusal(actor, code, now.truncatedTo(java.time.temporal.ChronoUnit.HOURS)));
            }
            if (random.nextInt(50) == 0) {
                counted += budget.over(now).stream()
                        .mapToLong(NoteRefusals::number)
                        .sum();
            }
        }
        counted += budget.rest(now).stream().mapToLong(NoteRefusals::number).sum();
        if (recorded.size() + counted != 2_000) {
            faults.add("lost");
        }
        for (var refusal : recorded) {
            if (recorded.stream().filter(refusal::equals).count() > perActor) {
                faults.add("one actor");
            }
            if (recorded.stream()
                            .filter(other -> other.hour().equals(refusal.hour()))
                            .count()
                    > all) {
                faults.add("all");
            }
        }
        return faults;
    }
}
