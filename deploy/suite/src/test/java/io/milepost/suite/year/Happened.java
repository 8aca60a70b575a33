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

    /** Those that were known at a moment; null for all of them. */
    List<Fact> facts(@Nullable Known known) {
        return known == null ? facts : facts.stream().filter(known::includes).toList();
    }

    /** What other services tell is asked for by time alone, as positions are of one log. */
    Lookups lookups(@Nullable Known known) {
        return known == null || known.at() == null ? lookups : new Lookups(facts(known));
    }

    List<Line> lines(Report.Part of, @Nullable Known known) {
        return known == null
                ? folded.computeIfAbsent(of.dataset(), _ -> of.fold().apply(facts))
                : of.fold().apply(facts(known));
    }
}
