package io.milepost.cli.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what became of the rows of each file; used by many threads. */
final class Tally {
    private final Map<FileKind, Map<Verdict, Integer>> counts = new EnumMap<>(FileKind.class);
    private final List<Finding> findings = new ArrayList<>();

    private final Mapping mapping;

    /** Starts with what could not be read. */
    Tally(Source source) {
        mapping = source.mapping();
        for (var kind : mapping.kinds()) {
            var bad = source.table(kind).bad();
            add(kind, Verdict.BAD, bad.size());
            findings.addAll(bad);
        }
    }

    synchronized void note(Story story, Story.Ending ending) {
        add(story.kind(), ending.verdict(), story.rows().size());
        if (ending.verdict() != Verdict.APPLIED && ending.verdict() != Verdict.REPLAYED) {
            findings.addAll(story.findings(ending, mapping.fileName(story.kind())));
        }
    }

    synchronized int count(FileKind kind, Verdict verdict) {
        return counts.getOrDefault(kind, Map.of()).getOrDefault(verdict, 0);
    }

    synchronized List<Finding> findings() {
        return findings.stream().sorted(Finding.IN_FILE_ORDER).toList();
    }

    private void add(FileKind kind, Verdict verdict, int rows) {
        counts.computeIfAbsent(kind, _ -> new EnumMap<>(Verdict.class)).merge(verdict, rows, Integer::sum);
    }
}
