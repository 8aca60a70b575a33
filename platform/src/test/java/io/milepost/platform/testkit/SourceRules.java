package io.milepost.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What compiled classes no longer show: long files, catch-alls (the compiler writes its own), marks of unfinished work, sleeping tests. */
final class SourceRules {
    private static final int LONGEST = 300;
    private static final Pattern CATCH_ALL = Pattern.compile(
            "catch\\s*\\(\\s*(final\\s+)?([\\w.]+\\s*\\|\\s*)*(Exception|Throwable|RuntimeException|Error)\\b");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final Pattern SLEEP = Pattern.compile("Thread\\s*\\.\\s*sleep\\s*\\(");

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
        return faults;
    }

    private static boolean isMain(Path file) {
        return file.toString().replace('\\', '/').contains("main/java/");
    }
}
