package io.milepost.cli.demo;

import io.milepost.cli.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks through every byte of every file below a folder: databases, topics, the mart and logs. */
final class ByteScan {
    private static final int PIECE = 1 << 20;

    private final Path folder;

    ByteScan(Path folder) {
        this.folder = folder;
    }

    /** Which of these texts stand in any file, as UTF-8. */
    Set<String> found(List<String> texts) {
        var found = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                look(file, texts, found);
            }
        } catch (IOException unreadable) {
            throw new Failure("%s cannot be looked through".formatted(folder), unreadable);
        }
        return found;
    }

    /** Piece by piece, each with the end of the one before, so that no text is cut in two. */
    private static void look(Path file, List<String> texts, Set<String> found) throws IOException {
        var wanted = texts.stream()
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .collect(Collectors.toMap(bytes -> bytes, ByteScan::text));
        int longest = wanted.keySet().stream().mapToInt(String::length).max().orElse(0);
        var before = "";
        try (var in = Files.newInputStream(file)) {
            for (var piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                var all = before + new String(piece, StandardCharsets.ISO_8859_1);
                wanted.forEach((bytes, text) -> {
                    if (all.contains(bytes)) {
                        found.add(text);
                    }
                });
                before = all.substring(Math.max(0, all.length() - longest));
            }
        } catch (NoSuchFileException gone) {
            // What runs beside this makes and deletes files.
        }
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
