package io.milepost.cli.importing;

import io.milepost.cli.Failure;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a {@link Mapping} from YAML; whatever is not known there is refused by its place, so that no line is without effect. */
final class MappingFile {

    private static final Set<String> TOP = Set.of("name", "source", "strict", "team", "region", "currency", "files");
    private static final Set<String> WRITING =
            Set.of("delimiter", "encoding", "decimal", "thousands", "dates", "multiline");
    private static final Set<String> OF_A_FILE = Set.of("file", "exact", "columns", "values", "defaults", "powers");
    private static final String ANY = "*";

    private final String where;

    private MappingFile(String where) {
        this.where = where;
    }

    static Mapping read(String text, String where) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(20);
        try {
            return new MappingFile(where).mapping(new Yaml(new SafeConstructor(options)).load(text));
        } catch (YAMLException e) {
            throw new Failure("the mapping %s is not YAML: %s".formatted(where, e.getMessage()), e);
        }
    }

    private Mapping mapping(@Nullable Object document) {
        var top = map(document, "the document");
        known(top, "the document", TOP, WRITING);
        var files = new EnumMap<FileKind, FileMapping>(FileKind.class);
        map(top.get("files"), "files").forEach((word, file) -> {
            var kind = kind(word);
            files.put(kind, file(kind, map(file, "files." + word), top));
        });
        var currency = text(top, "currency", "");
        if (!currency.isEmpty()) {
            try {
                Currency.getInstance(currency);
            } catch (IllegalArgumentException e) {
                throw fault("currency", "is not an ISO 4217 code: " + currency, e);
            }
        }
        return new Mapping(
                text(top, "name", where),
                text(top, "source", ""),
                flag(top, "strict"),
                text(top, "team", "Imported"),
                text(top, "region", "Imported"),
                currency.isEmpty() ? null : currency,
                files);
    }

    private FileKind kind(String word) {
        for (var kind : FileKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw fault("files", "may be accounts, products, sales_teams, sales_pipeline, leads or contracts, not " + word);
    }

    /** What a file does not say of its writing is said for all files. */
    private FileMapping file(FileKind kind, Map<String, Object> file, Map<String, Object> top) {
        var place = "files." + kind.word();
        known(file, place, OF_A_FILE, WRITING);
        var columns = words(file.get("columns"), place + ".columns", kind);
        var defaults = words(file.get("defaults"), place + ".defaults", kind);
        for (var needed : kind.needed()) {
            if (!columns.containsKey(needed) && !defaults.containsKey(needed)) {
                throw fault(place, "needs a column or a default for " + needed);
            }
        }
        if (!columns.containsKey(kind.fields().getFirst())) {
            throw fault(place, "needs a column for " + kind.fields().getFirst());
        }
        var writing = new HashMap<>(top);
        writing.putAll(file);
        return new FileMapping(
                kind,
                text(file, "file", kind.word() + ".csv"),
                Delimiter.of(text(writing, "delimiter", "comma")),
                charset(text(writing, "encoding", "UTF-8")),
                flag(file, "exact"),
                flag(writing, "multiline"),
                written(writing),
                columns,
                values(file.get("values"), place + ".values", kind),
                defaults,
                powers(file.get("powers"), place + ".powers", kind));
    }

    private Written written(Map<String, Object> writing) {
        var dates = writing.get("dates");
        var decimal = text(writing, "decimal", ".");
        var thousands = text(writing, "thousands", "");
        if (decimal.length() != 1 || thousands.length() > 1 || decimal.equals(thousands)) {
            throw fault("decimal", "and thousands must be two different characters");
        }
        try {
            return new Written(
                    decimal,
                    thousands,
                    switch (dates) {
                        case null -> Written.PLAIN.dates();
                        case List<?> list -> list.stream().map(String::valueOf).toList();
                        default -> List.of(dates.toString());
                    });
        } catch (IllegalArgumentException e) {
            throw fault("dates", "holds no pattern of a day: " + e.getMessage(), e);
        }
    }

    private Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw fault("encoding", "is not known: " + name, e);
        }
    }

    private Map<String, Map<String, String>> values(@Nullable Object value, String place, FileKind kind) {
        var values = new HashMap<String, Map<String, String>>();
        map(value, place).forEach((field, words) -> {
            knownField(field, place, kind);
            var meanings = new HashMap<String, String>();
            map(words, place + "." + field)
                    .forEach((cell, meaning) -> meanings.put(
                            cell.equals(ANY) ? ANY : Spelling.canonical(cell),
                            meaning == null ? "" : meaning.toString()));
            values.put(field, Map.copyOf(meanings));
        });
        return values;
    }

    private Map<String, Integer> powers(@Nullable Object value, String place, FileKind kind) {
        var powers = new HashMap<String, Integer>();
        map(value, place).forEach((field, power) -> {
            knownField(field, place, kind);
            if (!(power instanceof Integer digits) || digits < 0 || digits > 9) {
                throw fault(place + "." + field, "must be a power of ten from 0 to 9");
            }
            powers.put(field, digits);
        });
        return powers;
    }

    private Map<String, String> words(@Nullable Object value, String place, FileKind kind) {
        var words = new LinkedHashMap<String, String>();
        map(value, place).forEach((field, word) -> {
            knownField(field, place, kind);
            words.put(field, String.valueOf(word).strip());
        });
        return words;
    }

    private void knownField(String field, String place, FileKind kind) {
        if (!kind.fields().contains(field)) {
            throw fault(
                    place,
                    "has no field %s; there are %s".formatted(Shown.cell(field), String.join(", ", kind.fields())));
        }
    }

    private void known(Map<String, Object> map, String place, Set<String> one, Set<String> other) {
        for (var key : map.keySet()) {
            if (!one.contains(key) && !other.contains(key)) {
                var all = new ArrayList<>(one);
                all.addAll(other);
                throw fault(
                        place,
                        "does not know %s; there are %s"
                                .formatted(
                                        Shown.cell(key),
                                        String.join(", ", all.stream().sorted().toList())));
            }
        }
    }

    private Map<String, Object> map(@Nullable Object value, String place) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw fault(place, "must say its parts by their names");
        }
        var named = new LinkedHashMap<String, Object>();
        map.forEach((key, part) -> named.put(String.valueOf(key), part));
        return named;
    }

    private static String text(Map<String, Object> map, String key, String otherwise) {
        var value = map.get(key);
        return value == null ? otherwise : value.toString();
    }

    private boolean flag(Map<String, Object> map, String key) {
        return switch (text(map, key, "false").toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw fault(key, "must be true or false");
        };
    }

    private Failure fault(String place, String what) {
        return new Failure("the mapping %s: %s %s".formatted(where, place, what));
    }

    private Failure fault(String place, String what, Throwable cause) {
        return new Failure("the mapping %s: %s %s".formatted(where, place, what), cause);
    }
}
