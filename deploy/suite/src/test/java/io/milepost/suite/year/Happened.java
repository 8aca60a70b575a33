package io.milepost.suite.year;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that has happened so far, in the order in which each service tells it; folded once for each dataset. */
public final class Happened {
    private final List<Fact> facts;
    private final Lookups lookups;
    private final Map<String, List<Line>> folded = new HashMap<>();

    public Happened(List<Fact> facts) {
        this.facts = List.copyOf(facts);
        this.lookups = new Lookups(this.facts);
    }

    public List<Fact> facts() {
        return facts;
    }

    /** The same without what goes by this name. */
    public Happened without(String name) {
        return new Happened(
                facts.stream().filter(fact -> !fact.name().equals(name)).toList());
    }

    Lookups lookups() {
        return lookups;
    }

    /** @param known position of the log up to which facts were known; null for all of them */
    List<Line> lines(Report report, @Nullable Long known) {
        if (known != null) {
            return report.fold()
                    .apply(facts.stream()
                            .filter(fact -> fact.position() <= known)
                            .toList());
        }
        return folded.computeIfAbsent(report.dataset(), _ -> report.fold().apply(facts));
    }
}
