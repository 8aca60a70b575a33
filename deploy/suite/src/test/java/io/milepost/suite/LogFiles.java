package io.milepost.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the parts of a suite have written to their logs. */
final class LogFiles {

    private static final int LONGEST = 4_096;
    private static final int SHOWN = 200;

    private LogFiles() {}

    /** How long each is now, in bytes. */
    static Map<Part, Long> sizes(RunningSuite suite) {
        var sizes = new EnumMap<Part, Long>(Part.class);
        try {
            for (var part : Part.values()) {
                sizes.put(part, Files.size(suite.log(part)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sizes;
    }

    /** Lines of more than 4,096 characters since then, each with its beginning. */
    static List<String> longLines(RunningSuite suite, Map<Part, Long> since) {
        var lines = new ArrayList<String>();
        since.forEach((part, before) -> read(suite, part, before)
                .lines()
                .filter(line -> line.length() > LONGEST)
                .map(line -> "%s, %d characters: %s".formatted(part, line.length(), line.substring(0, SHOWN)))
                .forEach(lines::add));
        return lines;
    }

    /** Lines of this level from the first start of a part, as long as it was not ready. */
    static List<String> ofFirstStart(RunningSuite suite, Part part, String level) {
        try (var file = Files.newInputStream(suite.log(part))) {
            return new String(file.readNBytes((int) suite.firstStart(part)), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("\"level\":\"%s\"".formatted(level)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(RunningSuite suite, Part part, long from) {
        try (var file = Files.newInputStream(suite.log(part))) {
            file.skipNBytes(from);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
