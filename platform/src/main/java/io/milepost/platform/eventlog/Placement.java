package io.milepost.platform.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A group with its positions and hashes.
 *
 * @param commits of the appends, one each
 * @param later those that depend on another of the group: they wait until that one is stored or not, and are then held
 *     against what is
 */
record Placement(List<PendingAppend> appends, List<StoredCommit> commits, List<PendingAppend> later) {

    static Placement of(List<PendingAppend> group, Window.Head head, Instant now, String writer) {
        var placed = new Placement(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var requests = new HashSet<String>();
        var tags = new HashSet<String>();
        long first = head.position() + 1;
        byte[] hash = head.hash();
        var recordedAt = now.isAfter(head.recordedAt()) ? now : head.recordedAt();
        for (var pending : group) {
            if (!requests.add(pending.append().requestId()) || dependsOn(placed.commits(), tags, pending)) {
                placed.later().add(pending);
                continue;
            }
            var commit = CommitDocuments.place(pending.append(), first, recordedAt, writer, hash);
            placed.appends().add(pending);
            placed.commits().add(commit);
            tags.addAll(commit.tags());
            first = commit.last() + 1;
            hash = commit.hash();
        }
        return placed;
    }

    boolean isEmpty() {
        return appends.isEmpty();
    }

    private static boolean dependsOn(List<StoredCommit> before, Set<String> tags, PendingAppend pending) {
        return pending.append().condition().criteria().stream()
                .filter(criterion -> tags.containsAll(criterion.tags()))
                .anyMatch(criterion -> before.stream()
                        .flatMap(commit -> commit.events().stream())
                        .anyMatch(criterion::matches));
    }
}
