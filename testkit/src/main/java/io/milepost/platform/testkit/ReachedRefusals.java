package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which refusals of one aggregate its domain tests met; asserted complete once all of them ran. */
public final class ReachedRefusals {
    private final List<? extends Refusal> all;
    private final Set<Refusal> reached = ConcurrentHashMap.newKeySet();

    private ReachedRefusals(List<? extends Refusal> all) {
        this.all = all;
    }

    /** All that the aggregate's catalogue names. */
    public static ReachedRefusals of(Catalogue<?, ?, ?> catalogue) {
        return new ReachedRefusals(catalogue.refusals());
    }

    /** All of them but those that the tests of other classes reach. */
    public static ReachedRefusals without(Catalogue<?, ?, ?> catalogue, List<Refusal> others) {
        return new ReachedRefusals(catalogue.refusals().stream()
                .filter(refusal -> !others.contains(refusal))
                .toList());
    }

    /** Those that one class of tests reaches, where others reach the rest. */
    public static ReachedRefusals of(List<Refusal> refusals) {
        return new ReachedRefusals(refusals);
    }

    public static <R extends Enum<R> & Refusal> ReachedRefusals of(Class<R> refusals) {
        return new ReachedRefusals(Arrays.asList(refusals.getEnumConstants()));
    }

    void reach(Refusal refusal) {
        assertThat(all).as("the refusals of this aggregate").anyMatch(refusal::equals);
        reached.add(refusal);
    }

    /** To be called after all tests of the class: fails naming the refusals that no scenario met. */
    public void assertComplete() {
        assertThat(all.stream().filter(refusal -> !reached.contains(refusal)))
                .as("refusals that no domain test reaches")
                .isEmpty();
    }
}
