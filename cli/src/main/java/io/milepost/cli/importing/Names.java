package io.milepost.cli.importing;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names that one file gives, found by any spelling of them. */
final class Names {
    private final FileKind kind;
    private final Map<String, String> bySpelling;

    Names(FileKind kind, Collection<String> names) {
        this.kind = kind;
        this.bySpelling = names.stream().collect(Collectors.toMap(Spelling::canonical, Function.identity()));
    }

    /** As its own file spells what this cell of another one names. */
    String named(CsvRow row, String column) throws BadRow {
        var given = row.text(column);
        var name = find(given)
                .orElseThrow(() -> new BadRow(
                        column,
                        "is not in %s, or its row there is bad: %s".formatted(kind.fileName(), Shown.cell(given))));
        row.takeAs(column, name);
        return name;
    }

    Optional<String> find(String spelling) {
        return Optional.ofNullable(bySpelling.get(Spelling.canonical(spelling)));
    }
}
