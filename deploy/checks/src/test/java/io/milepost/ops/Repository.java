package io.milepost.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of this repository. */
final class Repository {
    static final Path ROOT = Path.of(System.getProperty("docs.dir", "../../docs"))
            .toAbsolutePath()
            .normalize()
            .getParent();

    private Repository() {}

    static Path file(String path) {
        return ROOT.resolve(path);
    }

    static String text(String path) {
        return text(file(path));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resource of these tests. */
    static String text(URL resource) {
        try (var in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Regular files directly in this folder that end so, by name. */
    static List<Path> files(String folder, String ending) {
        try (var found = Files.list(file(folder))) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one document of a YAML file, which JSON is too. */
    static Map<String, Object> yaml(Path file) {
        return document(text(file));
    }

    static Map<String, Object> document(String text) {
        return parser().load(text);
    }

    static Yaml parser() {
        var options = new LoaderOptions();
        options.setCodePointLimit(16 << 20);
        options.setMaxAliasesForCollections(200);
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Object value) {
        return (List<Map<String, Object>>) value;
    }

    /**
     * What must stand in a file that is made of something else. With {@code -Dcontracts.approve=true} it is written.
     *
     * @return what stands
     */
    static String approved(Path file, String made) {
        if (Boolean.getBoolean("contracts.approve")) {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, made);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Files.exists(file) ? text(file) : "";
    }
}
