package io.milepost.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What compiled classes no longer show: long files, catch-alls (the compiler writes its own), marks of unfinished work, imports at large, sleeping tests. */
final class SourceRules {
    private static final int LONGEST = 300;
    private static final Pattern CATCH_ALL = Pattern.compile(
            "catch\\s*\\(\\s*(final\\s+)?([\\w.]+\\s*\\|\\s*)*(Exception|Throwable|RuntimeException|Error)\\b");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final Pattern SLEEP = Pattern.compile("Thread\\s*\\.\\s*sleep\\s*\\(");

    /** All that a type nests, whose names a reader of the same aggregate knows; what decisions are written with; roles. */
    private static final Pattern VOCABULARY =
            Pattern.compile("import (static )?((?:[a-z]\\w*\\.)*[a-z]\\w*)\\.[A-Z]\\w*(\\.[A-Z]\\w*)?\\.\\*;");

    private static final Pattern ON_DEMAND = Pattern.compile("import (static )?[\\w.]+\\.\\*;");
    private static final List<String> WRITTEN_WITH =
            List.of("io.milepost.platform.decision", "io.milepost.platform.catalogue");

    private SourceRules() {}

    static List<String> violations(Path sources) {
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .flatMap(file -> violationsOf(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> violationsOf(Path file) {
        var text = ContractFiles.read(file);
        var faults = new ArrayList<String>();
        var lines = text.lines().count();
        if (lines > LONGEST) {
            faults.add("%s has %d lines, more than %d".formatted(file, lines, LONGEST));
        }
        if (isMain(file) && CATCH_ALL.matcher(text).find()) {
            faults.add("%s catches whatever comes".formatted(file));
        }
        if (UNFINISHED.matcher(text).find()) {
            faults.add("%s says that it is not finished".formatted(file));
        }
        if (SLEEP.matcher(text).find()) {
            faults.add("%s sleeps instead of waiting for something".formatted(file));
        }
        if (isMain(file)) {
            foreign(text).forEach(line -> faults.add("%s imports at large: %s".formatted(file, line)));
        }
        return faults;
    }

    /** Imports on demand of something else than the own package's vocabulary. */
    private static Stream<String> foreign(String text) {
        return text.lines().filter(line -> ON_DEMAND.matcher(line).matches()).filter(line -> {
            var matcher = VOCABULARY.matcher(line);
            return !matcher.matches()
                    || !(text.contains("package " + matcher.group(2) + ";") || WRITTEN_WITH.contains(matcher.group(2)));
        });
    }

    private static boolean isMain(Path file) {
        return file.toString().replace('\\', '/').contains("main/java/");
    }
}
