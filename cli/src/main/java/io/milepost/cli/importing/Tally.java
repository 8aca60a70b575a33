package io.milepost.cli.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what became of the rows of each file; used by many threads. */
final class Tally {
    private final Map<FileKind, Map<Verdict, Integer>> counts = new EnumMap<>(FileKind.class);
    private final List<Finding> findings = new ArrayList<>();

    Tally(List<Finding> bad) {
        Arrays.stream(FileKind.values()).forEach(kind -> counts.put(kind, new EnumMap<>(Verdict.class)));
        for (var finding : bad) {
            var kind = Arrays.stream(FileKind.values())
                    .filter(one -> one.fileName().equals(finding.file()))
                    .findFirst()
                    .orElseThrow();
            add(kind, Verdict.BAD, 1);
            findings.add(finding);
        }
    }

    synchronized void note(Story story, Verdict verdict, String reason) {
        add(story.kind(), verdict, story.rows());
        if (verdict != Verdict.APPLIED && verdict != Verdict.REPLAYED) {
            findings.add(story.finding(verdict, reason));
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
