package io.milepost.cli.importing;

import io.milepost.cli.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the export of one kind of CRM is read: which files, and what stands in them.
 *
 * @param name what it is for
 * @param source from which ids are made besides the source's own; empty for the files that were imported before there were mappings
 * @param strict whether a row is bad that says something that its stage does not have, such as a day of closing of an open deal
 * @param team of members whose rows name no manager, and of those who have no rows
 * @param region of members who have no rows
 * @param currency of amounts that name none, unless the caller says another; null where only the caller can say it
 */
record Mapping(
        String name,
        String source,
        boolean strict,
        String team,
        String region,
        @Nullable String currency,
        Map<FileKind, FileMapping> files) {

    static final String DEFAULT = "crm-sales";

    /** Those that the command line brings along. */
    static final List<String> SHIPPED =
            List.of(DEFAULT, "salesforce", "hubspot", "dynamics", "pipedrive", "marketing-funnel");

    Mapping {
        files = Map.copyOf(files);
    }

    static Mapping standard() {
        return shipped(DEFAULT);
    }

    static Mapping shipped(String name) {
        return MappingFile.read(text(name), name);
    }

    /** As it stands in the command line, with what it says about its source. */
    static String text(String name) {
        try (var resource = Mapping.class.getResourceAsStream("/mappings/" + name + ".yaml")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure("cannot read the mapping " + name, e);
        }
    }

    /** A shipped one by its name, or one of the caller's own by its path. */
    static Mapping of(String option) {
        if (SHIPPED.contains(option)) {
            return shipped(option);
        }
        try {
            return MappingFile.read(Files.readString(Path.of(option)), option);
        } catch (IOException | InvalidPathException e) {
            throw new Failure(
                    "--mapping is neither a file that can be read nor one of %s: %s"
                            .formatted(String.join(", ", SHIPPED), Shown.cell(option)),
                    e);
        }
    }

    Optional<FileMapping> file(FileKind kind) {
        return Optional.ofNullable(files.get(kind));
    }

    /** In the order in which they depend on each other. */
    List<FileKind> kinds() {
        return Arrays.stream(FileKind.values()).filter(files::containsKey).toList();
    }

    /** The file from which rows of this kind are taken: their own, or the one that names them. */
    String fileName(FileKind kind) {
        return file(kind)
                .or(() -> file(FileKind.SALES_PIPELINE))
                .or(() -> file(FileKind.LEADS))
                .map(FileMapping::file)
                .orElse(kind.word());
    }

    /** The first of the words from which ids and keys of this kind are made. */
    String word(FileKind kind) {
        return source.isEmpty() ? kind.word() : source + " " + kind.word();
    }

    Mapping with(Delimiter delimiter) {
        var changed = new EnumMap<FileKind, FileMapping>(FileKind.class);
        files.forEach((kind, file) -> changed.put(
                kind,
                new FileMapping(
                        kind,
                        file.file(),
                        delimiter,
                        file.charset(),
                        file.exact(),
                        file.multiline(),
                        file.written(),
                        file.columns(),
                        file.values(),
                        file.defaults(),
                        file.powers())));
        return new Mapping(name, source, strict, team, region, currency, changed);
    }
}
