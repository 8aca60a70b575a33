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

    /** The last commit, held against the one before it; null when there is none. */
    static @Nullable StoredCommit soundLast(LogReader reader) {
        var last = reader.last();
        if (last == null) {
            return null;
        }
        var before = reader.at(last.first() - 1).orElse(null);
        var fault = last.first() > 1 && before == null
                ? "a hole before position " + last.first()
                : fault(before == null ? 0 : before.last(), before == null ? HashChain.START : before.hash(), last);
        if (fault != null) {
            throw new IllegalStateException("the log's head is not sound: " + fault);
        }
        return last;
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
                var fault = fault(head, hash, commit);
                if (fault != null) {
                    return new Verification(commits, head, fault);
                }
                hash = commit.hash();
                head = commit.last();
                commits++;
            }
        }
        return new Verification(commits, head, null);
    }

    private static @Nullable String fault(long head, byte[] hash, StoredCommit commit) {
        if (commit.first() != head + 1
                || commit.last() != commit.first() + commit.events().size() - 1) {
            return "a hole after position " + head;
        }
        return Arrays.equals(commit.hash(), HashChain.next(hash, commit))
                ? null
                : "the commit at %d was changed".formatted(commit.first());
    }
}
