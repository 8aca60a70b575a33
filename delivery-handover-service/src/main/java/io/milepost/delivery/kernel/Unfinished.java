package io.milepost.delivery.kernel;

import io.milepost.platform.decision.Occasion;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is not done of a delivery, as its closing is told when it decides.
 *
 * @param milestones codes of those that are not reached
 * @param issues titles of those of high severity that are not resolved
 */
public record Unfinished(List<String> milestones, List<String> issues) {
    public Unfinished {
        milestones = List.copyOf(milestones);
        issues = List.copyOf(issues);
    }

    public static Unfinished of(Occasion occasion) {
        return occasion.read(Unfinished.class).orElseGet(() -> new Unfinished(List.of(), List.of()));
    }

    public boolean isNothing() {
        return milestones.isEmpty() && issues.isEmpty();
    }

    public String said() {
        return Stream.concat(
                        milestones.stream().map("milestone "::concat),
                        issues.stream().map("issue "::concat))
                .reduce((some, more) -> some + ", " + more)
                .orElse("nothing");
    }
}
