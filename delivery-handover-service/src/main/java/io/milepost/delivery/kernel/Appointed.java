package io.milepost.delivery.kernel;

import io.milepost.platform.decision.Occasion;
import java.util.Collection;
import java.util.Set;

/**
 * Who has the duties of a sales project, as a handover or a closing is told when it decides. A deal without a sales project has nobody.
 *
 * @param directors PD: call the handover meeting and the review, close
 * @param fulfilment FR: entrust the delivery
 * @param quality QA: evaluate the quality of the process
 */
public record Appointed(Set<String> directors, Set<String> fulfilment, Set<String> quality) {
    public Appointed {
        directors = Set.copyOf(directors);
        fulfilment = Set.copyOf(fulfilment);
        quality = Set.copyOf(quality);
    }

    public static Collection<String> directors(Occasion occasion) {
        return occasion.read(Appointed.class).map(Appointed::directors).orElse(Set.of());
    }

    public static Collection<String> fulfilment(Occasion occasion) {
        return occasion.read(Appointed.class).map(Appointed::fulfilment).orElse(Set.of());
    }

    public static Collection<String> quality(Occasion occasion) {
        return occasion.read(Appointed.class).map(Appointed::quality).orElse(Set.of());
    }
}
