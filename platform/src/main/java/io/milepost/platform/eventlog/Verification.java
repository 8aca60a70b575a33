package io.milepost.platform.eventlog;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What walking the hash chain found.
 *
 * @param commits that were checked and right
 * @param head position of the last event that is right
 * @param fault the first thing that is wrong, or null
 */
public record Verification(
        long commits, long head, @Nullable Fault fault) {

    /** Few enough that even the largest commits fit into memory together. */
    private static final int STEP = 128;

    /** In which way a log may be wrong. */
    public enum Reason {
        /** No commit ends where the walk should begin. */
        MISSING,
        /** The commit that the walk begins after has another hash than it is known by. */
        OTHER_HISTORY,
        /** A commit that should follow is not there. */
        GAP,
        /** What stands there is no commit as the log writes them. */
        UNREADABLE,
        /** Hash and content, or the hash before it, do not fit. */
        CHANGED
    }

    /**
     * What is wrong first.
     *
     * @param position of the first event that is missing or in doubt
     */
    public record Fault(long position, Reason reason, String detail) {}

    public boolean intact() {
        return fault == null;
    }

    /** The last commit, held against the one before it; null when there is none. */
    static @Nullable StoredCommit soundLast(LogReader reader) {
        var last = reader.last();
        var fault = last == null ? null : walk(reader, last.first() - 1, null).fault();
        if (last != null && fault != null) {
            var detail = fault.reason() == Reason.MISSING ? "a hole before position " + last.first() : fault.detail();
            throw new IllegalStateException("the log's head is not sound: " + detail);
        }
        return last;
    }

    /** Checks from there to the end; {@code expected} is the hash of the commit that ends at the position, or null to believe what stands there. */
    static Verification walk(LogReader reader, long afterPosition, byte @Nullable [] expected) {
        var before = afterPosition == 0
                ? new Evidence(0, 0, HashChain.START, new byte[0], null)
                : reader.evidenceAt(afterPosition).orElse(null);
        var wrong = startFault(before, afterPosition, expected);
        return before == null || wrong != null
                ? new Verification(0, afterPosition, wrong)
                : on(reader, afterPosition, before.hash());
    }

    private static @Nullable Fault startFault(@Nullable Evidence before, long position, byte @Nullable [] expected) {
        if (before != null && before.fault() != null) {
            return new Fault(before.first(), Reason.UNREADABLE, before.fault());
        }
        if (before == null || before.last() != position) {
            return new Fault(position, Reason.MISSING, "no commit ends at position " + position);
        }
        return expected == null || Arrays.equals(before.hash(), expected)
                ? null
                : new Fault(
                        before.first(),
                        Reason.OTHER_HISTORY,
                        "the commit that ends at position %d has another hash".formatted(position));
    }

    private static Verification on(LogReader reader, long afterPosition, byte[] startHash) {
        byte[] hash = startHash;
        long head = afterPosition;
        long commits = 0;
        for (var step = reader.evidenceBeyond(head, STEP); !step.isEmpty(); step = reader.evidenceBeyond(head, STEP)) {
            for (var commit : step) {
                var fault = fault(commit, head, hash);
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

    private static @Nullable Fault fault(Evidence commit, long head, byte[] hashBefore) {
        if (commit.first() != head + 1) {
            return new Fault(head + 1, Reason.GAP, "a hole after position " + head);
        }
        if (commit.fault() != null) {
            return new Fault(commit.first(), Reason.UNREADABLE, commit.fault());
        }
        return Arrays.equals(commit.hash(), HashChain.next(hashBefore, commit.content()))
                ? null
                : new Fault(commit.first(), Reason.CHANGED, "the commit at %d was changed".formatted(commit.first()));
    }
}
