package io.milepost.ops;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the suite, as the compiler has written them down beside the classes that bind them.
 *
 * @param name as in {@code milepost.web.max-body}
 * @param type its Java type, short
 * @param otherwise what holds where nothing is said; null where there is none
 * @param meaning what its class says of it
 * @param of reporting alone, or all services
 */
record Settings(String name, String type, @Nullable String otherwise, String meaning, String of) {
    /** Of the local stack, which is no part of a deployment. */
    private static final String LOCAL = "milepost.local.";

    static List<Settings> all() {
        var found = new TreeMap<String, Settings>();
        for (var one : metadata()) {
            read(one).forEach(setting -> found.put(setting.name(), setting));
        }
        read(Settings.class.getResource("/settings-outside-classes.json"))
                .forEach(setting ->
                        found.merge(setting.name(), setting, (stands, more) -> stands.saying(more.meaning())));
        if (!found.containsKey("milepost.service") || !found.containsKey("milepost.mart.uri")) {
            throw new IllegalStateException("no metadata of settings: compile platform and reporting-service anew");
        }
        return found.values().stream()
                .sorted(Comparator.comparing(Settings::name))
                .toList();
    }

    private Settings saying(String more) {
        return new Settings(name, type, otherwise, meaning.isEmpty() ? more : meaning, of);
    }

    /** By prefix, the classes that bind what stands below it. */
    static Map<String, Set<String>> classes() {
        var found = new TreeMap<String, Set<String>>();
        metadata()
                .forEach(one -> Repository.maps(json(one).get("groups")).stream()
                        .filter(group -> group.get("name").toString().startsWith("milepost"))
                        .forEach(
                                group -> found.computeIfAbsent(group.get("name").toString(), _ -> new TreeSet<>())
                                        .add(group.get("type").toString())));
        return found;
    }

    private static List<URL> metadata() {
        return Settings.class
                .getClassLoader()
                .resources("META-INF/spring-configuration-metadata.json")
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(URL file) {
        try (var in = file.openStream()) {
            return new ObjectMapper().readValue(in, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Settings> read(URL metadata) {
        var of = metadata.toString().contains("reporting-service") ? "reporting" : "all";
        return Repository.maps(json(metadata).get("properties")).stream()
                .filter(property -> property.get("name").toString().startsWith("milepost."))
                .filter(property -> !property.get("name").toString().startsWith(LOCAL))
                .map(property -> new Settings(
                        property.get("name").toString(),
                        shortType(property.get("type").toString()),
                        text(property.get("defaultValue")),
                        String.valueOf(property.getOrDefault("description", "")).strip(),
                        String.valueOf(property.getOrDefault("of", of))))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list -> list.stream().map(Object::toString).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static String shortType(String type) {
        return type.replaceAll("[a-z0-9]+\\.", "").replaceAll("[A-Za-z]+\\$", "");
    }

    /** The environment variable that sets it. */
    String variable() {
        return name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }

    /** The same with an underscore for each dash, which is understood too and easier to read. */
    String longVariable() {
        return name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    static Set<String> environmentNames() {
        var names = new TreeSet<String>();
        all().forEach(setting -> {
            names.add(setting.variable());
            names.add(setting.longVariable());
            if (setting.type().startsWith("Map")) {
                // Each entry is set by the name of its key.
                List.of("LEAD", "OPPORTUNITY", "CONTRACT", "DELIVERY")
                        .forEach(service -> names.add(setting.variable() + "_" + service));
            }
        });
        return names;
    }
}
