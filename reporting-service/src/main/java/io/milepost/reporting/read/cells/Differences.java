package io.milepost.reporting.read.cells;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** In what a stored generation differs from a fold of the topics: all are counted, the first {@value #MOST} are named. */
public final class Differences {
    /** How many are named; one wrong event may show in many fields. */
    public static final int MOST = 100;

    private final List<Difference> named = new ArrayList<>();
    private final List<Aside> unreadable = new ArrayList<>();
    private long compared;
    private long count;

    /**
     * One field of one document.
     *
     * @param document collection and id: {@code cells/2017-03|smith}
     * @param stored null when it is not there
     * @param expected null when nothing is to be there
     */
    public record Difference(
            String document,
            String field,
            @Nullable Object stored,
            @Nullable Object expected) {}

    /** Compares a document field by field; one that is not there has no fields. */
    public void compare(String document, Map<String, ?> stored, Map<String, ?> expected) {
        compared++;
        var fields = new TreeSet<>(stored.keySet());
        fields.addAll(expected.keySet());
        for (String field : fields) {
            if (!Objects.equals(stored.get(field), expected.get(field))) {
                count++;
                if (named.size() < MOST) {
                    named.add(new Difference(document, field, stored.get(field), expected.get(field)));
                }
            }
        }
    }

    /**
     * Compares what is gone on without. A record that is no event has no position by which to tell whether the projection has come to it:
     * not to have noted it yet is no difference.
     */
    public void compare(Collection<Aside> stored, Collection<Aside> expected) {
        Map<String, Aside> there = new TreeMap<>();
        Map<String, Aside> due = new TreeMap<>();
        stored.forEach(aside -> there.put(name(aside), aside));
        expected.forEach(aside -> due.put(name(aside), aside));
        unreadable.addAll(due.values());
        var names = new TreeSet<>(there.keySet());
        names.addAll(due.keySet());
        for (String name : names) {
            Aside noted = there.get(name);
            Aside met = due.get(name);
            if (noted != null || (met != null && !met.cause().equals(Aside.NO_EVENT))) {
                compare("asides/" + name, fields(noted), fields(met));
            }
        }
    }

    private static String name(Aside aside) {
        return aside.source() + "/" + aside.subject();
    }

    private static Map<String, ?> fields(@Nullable Aside aside) {
        return aside == null ? Map.of() : Map.of("p", aside.position(), "t", aside.type());
    }

    /** What the rules fail on in the topics now, sorted by service and subject. */
    public List<Aside> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Documents that were compared. */
    public long compared() {
        return compared;
    }

    /** Fields that differ. */
    public long count() {
        return count;
    }

    /** The first of them, in the order in which documents were compared. */
    public List<Difference> named() {
        return List.copyOf(named);
    }
}
