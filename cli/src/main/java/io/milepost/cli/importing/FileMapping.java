package io.milepost.cli.importing;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one file of a source is read: where each field stands in it, and how its cells are written.
 *
 * @param file name in the directory of the import
 * @param exact whether the file has these columns in this order and no others
 * @param multiline whether a quoted cell may run over the end of its line
 * @param columns by field, in the order of the mapping
 * @param values by field: what a cell means, by its canonical spelling; {@code *} is for all others
 * @param defaults by field: what an empty or absent cell means
 * @param powers by field: the power of ten by which a number is multiplied
 */
record FileMapping(
        FileKind kind,
        String file,
        Delimiter delimiter,
        Charset charset,
        boolean exact,
        boolean multiline,
        Written written,
        Map<String, String> columns,
        Map<String, Map<String, String>> values,
        Map<String, String> defaults,
        Map<String, Integer> powers) {

    /** The field of an id of the source, which a name may have besides. */
    static final String ID = "id";

    FileMapping {
        columns = new LinkedHashMap<>(columns);
        values = Map.copyOf(values);
        defaults = Map.copyOf(defaults);
        powers = Map.copyOf(powers);
    }

    /** What a row is known by: its id where the mapping has a column for it. */
    String keyField() {
        return columns.containsKey(ID) ? ID : kind.fields().getFirst();
    }

    /** What makes two keys the same. */
    String identityOf(String key) {
        return keyField().equals(ID) ? key : kind.identityOf(key);
    }

    /** As the file calls it; a field without a column is called as the mapping does. */
    String columnOf(String field) {
        return columns.getOrDefault(field, field);
    }

    /** What the cell means: another word where the mapping has one, the default where the cell is empty. */
    String meaning(String field, String cell) {
        if (cell.isEmpty()) {
            return defaults.getOrDefault(field, "");
        }
        var words = values.getOrDefault(field, Map.of());
        var word = words.get(Spelling.canonical(cell));
        return word == null ? words.getOrDefault("*", cell) : word;
    }

    int powerOf(String field) {
        return powers.getOrDefault(field, 0);
    }

    /** Where each field stands in a file with this header, or the reason why it cannot be read. */
    Header header(List<String> cells) {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty() && places.putIfAbsent(Spelling.canonical(cells.get(i)), i) != null) {
                return new Header(Map.of(), 0, "the column %s stands in it twice".formatted(Shown.cell(cells.get(i))));
            }
        }
        if (exact && !cells.equals(List.copyOf(columns.values()))) {
            return new Header(Map.of(), 0, "");
        }
        var fields = new LinkedHashMap<String, Integer>();
        for (var column : columns.entrySet()) {
            var place = Optional.ofNullable(places.get(Spelling.canonical(column.getValue())));
            if (place.isPresent()) {
                fields.put(column.getKey(), place.get());
            } else if (isNeeded(column.getKey())) {
                return new Header(Map.of(), 0, "there is no column %s".formatted(column.getValue()));
            }
        }
        return new Header(fields, cells.size(), null);
    }

    private boolean isNeeded(String field) {
        return field.equals(keyField()) || (kind.needed().contains(field) && !defaults.containsKey(field));
    }

    /**
     * @param places of the fields that the file has
     * @param width how many cells a row has
     * @param fault why the file cannot be read, or null
     */
    record Header(
            Map<String, Integer> places,
            int width,
            @Nullable String fault) {

        String cell(List<String> row, String field) {
            var place = places.get(field);
            return place == null ? "" : Objects.requireNonNull(row.get(place));
        }
    }
}
