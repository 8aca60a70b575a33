package io.milepost.cli.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names without a file of their own: the first spelling of each holds for all its others. */
final class FirstSpellings implements Reference {
    private final Map<String, Named> first = new LinkedHashMap<>();

    /** @param line that has the name first */
    record Named(String name, long line) {}

    @Override
    public String named(CsvRow row, String column) throws BadRow {
        var given = row.text(column);
        var name = first.computeIfAbsent(Spelling.canonical(given), _ -> new Named(given, row.line()))
                .name();
        row.takeAs(column, name);
        return name;
    }

    /** In the order in which they came. */
    List<Named> names() {
        return List.copyOf(first.values());
    }
}
