package io.milepost.platform.eventlog;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What walking the hash chain found.
 *
 * @param commits that were checked and right
 * @param head position of the last event that is right
 * @param fault what is wrong with the first commit that is not, or null
 */
public record Verification(
        long commits, long head, @Nullable String fault) {

    private static final int STEP = 512;

    public boolean intact() {
        return fault == null;
    }

    static Verification walk(LogReader reader, long afterPosition) {
        var before = afterPosition == 0 ? null : reader.at(afterPosition).orElse(null);
        if (afterPosition > 0 && (before == null || before.last() != afterPosition)) {
            return new Verification(0, afterPosition, "no commit ends at position " + afterPosition);
        }
        byte[] hash = before == null ? HashChain.START : before.hash();
        long head = afterPosition;
        long commits = 0;
        for (var step = reader.beyond(head, STEP); !step.isEmpty(); step = reader.beyond(head, STEP)) {
            for (var commit : step) {
                if (commit.first() != head + 1
                        || commit.last() != commit.first() + commit.events().size() - 1) {
                    return new Verification(commits, head, "a hole after position " + head);
                }
                if (!Arrays.equals(commit.hash(), HashChain.next(hash, commit))) {
                    return new Verification(commits, head, "the commit at %d was changed".formatted(commit.first()));
                }
                hash = commit.hash();
                head = commit.last();
                commits++;
            }
        }
        return new Verification(commits, head, null);
    }
}
