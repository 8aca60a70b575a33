package io.milepost.cli.importing;

import java.util.HashMap;
import java.util.Map;

/** Names without a file of their own: the first spelling of each holds for all its others. */
final class FirstSpellings {
    private final Map<String, String> first = new HashMap<>();

    String named(CsvRow row, String column) throws BadRow {
        var given = row.text(column);
        var name = first.computeIfAbsent(Spelling.canonical(given), _ -> given);
        row.takeAs(column, name);
        return name;
    }
}
