package io.milepost.cli.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What one file gives names to, found by any spelling of the name, or by its id. */
final class Names implements Reference {
    private final String fileName;
    private final Map<String, String> bySpelling = new HashMap<>();
    private final Set<String> shared = new HashSet<>();
    private final Map<String, String> byId = new HashMap<>();

    /** @param names each of which is its own key */
    Names(String fileName, Collection<String> names) {
        this(fileName, List.copyOf(names), Function.identity(), Function.identity());
    }

    /** @param key what a row is known by; its name, or the id that it has besides */
    <T> Names(String fileName, List<T> rows, Function<T, String> name, Function<T, String> key) {
        this.fileName = fileName;
        for (var row : rows) {
            var spelling = Spelling.canonical(name.apply(row));
            byId.put(key.apply(row), key.apply(row));
            if (bySpelling.putIfAbsent(spelling, key.apply(row)) != null) {
                shared.add(spelling);
            }
        }
    }

    /** Lets rows be found by another id too. */
    Names alsoBy(String id, String key) {
        byId.put(id, key);
        return this;
    }

    /** As its own file spells what this cell of another one names. */
    @Override
    public String named(CsvRow row, String column) throws BadRow {
        var given = row.text(column);
        if (shared.contains(Spelling.canonical(given)) && !byId.containsKey(given)) {
            throw new BadRow(column, "is the name of several rows of %s: %s".formatted(fileName, Shown.cell(given)));
        }
        var name = find(given)
                .orElseThrow(() -> new BadRow(
                        column, "is not in %s, or its row there is bad: %s".formatted(fileName, Shown.cell(given))));
        if (!byId.containsKey(given) && Spelling.canonical(name).equals(Spelling.canonical(given))) {
            row.takeAs(column, name);
        }
        return name;
    }

    Optional<String> find(String spelling) {
        return Optional.ofNullable(byId.get(spelling))
                .or(() -> Optional.ofNullable(bySpelling.get(Spelling.canonical(spelling))));
    }
}
