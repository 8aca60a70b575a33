package io.milepost.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** Versions of what is measured, as the build wrote them down. */
final class Versions {

    private Versions() {}

    static Map<String, String> used() {
        try (var file = Versions.class.getResourceAsStream("/versions.properties")) {
            var versions = new Properties();
            versions.load(Objects.requireNonNull(file, "the build wrote no versions"));
            var named = new TreeMap<String, String>();
            versions.stringPropertyNames().forEach(name -> named.put(name, versions.getProperty(name)));
            if (Servers.given().isPresent()) {
                named.put("database", "of MONGODB_URI");
            }
            return named;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
