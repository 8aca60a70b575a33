package io.milepost.reporting.read.stages;

import io.milepost.reporting.read.cells.PathName;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What a deal counts for in the stages report, each with the path that it has in a cell below the day on which it is booked.
 *
 * <p>A deal is to be counted once in any period, however often it does the same thing, and sums by day alone cannot tell
 * that. So a path names the day on which the deal did it before ({@code -} for never): of all its times in a period only
 * the first one came after nothing in the period. Where a path names days, cells grow with days and not with deals.
 */
enum Counted {
    /** {@code REACHED/3}: came at least so far; a won deal has reached all. */
    REACHED,
    /** {@code SKIPPED/3}: won without having entered it. */
    SKIPPED,
    /** {@code ENTERED/3/before}. */
    ENTERED,
    /** {@code REENTERED/3/before}: as entered, without the first time. */
    REENTERED,
    /** {@code SUCCEEDED/3/entered/before}: the day on which the stay that succeeded began, and that of the one before that did. */
    SUCCEEDED,
    /** {@code STANDING/3/since}, as long as it lasts. */
    STANDING,
    /** {@code LEFT/3/days}: the length of a stay that has ended. */
    LEFT,
    /** {@code BLOCKED/3/before/missing}, what is missing as a {@link PathName}. */
    BLOCKED;

    static final String NEVER = "-";

    static List<String> paths(Walk walk) {
        List<String> paths = new ArrayList<>();
        int furthest = walk.stays().stream()
                .filter(Stay::entered)
                .mapToInt(Stay::stage)
                .max()
                .orElse(0);
        for (int stage = 1; stage <= walk.deal().lastStage(); stage++) {
            if (walk.won() || stage <= furthest) {
                paths.add(REACHED.path(stage));
            }
            stays(walk, stage, paths);
            refusals(walk, stage, paths);
        }
        return paths;
    }

    private static void stays(Walk walk, int stage, List<String> paths) {
        var stays = walk.stays().stream().filter(stay -> stay.stage() == stage).toList();
        var entries = stays.stream().filter(Stay::entered).toList();
        var successes =
                entries.stream().filter(stay -> stay.succeededOn() != null).toList();
        if (walk.won() && entries.isEmpty()) {
            paths.add(SKIPPED.path(stage));
        }
        for (int entry = 0; entry < entries.size(); entry++) {
            paths.add(ENTERED.path(stage, before(entries, entry, 0)));
            if (entry > 0) {
                paths.add(REENTERED.path(stage, before(entries, entry, 1)));
            }
        }
        for (int success = 0; success < successes.size(); success++) {
            paths.add(SUCCEEDED.path(stage, successes.get(success).since(), before(successes, success, 0)));
        }
        for (Stay stay : stays) {
            paths.add(
                    stay.until() == null
                            ? STANDING.path(stage, stay.since())
                            : LEFT.path(stage, ChronoUnit.DAYS.between(stay.since(), stay.until())));
        }
    }

    /** When it did so before, of those from the first one on that counts. */
    private static String before(List<Stay> stays, int index, int first) {
        return index > first ? stays.get(index - 1).since().toString() : NEVER;
    }

    private static void refusals(Walk walk, int stage, List<String> paths) {
        var refused =
                walk.refused().stream().filter(one -> one.stage() == stage).toList();
        for (int index = 0; index < refused.size(); index++) {
            var one = refused.get(index);
            LocalDate before = refused.subList(0, index).stream()
                    .filter(earlier -> earlier.missing().equals(one.missing()))
                    .map(Refused::on)
                    .reduce((former, latter) -> latter)
                    .orElse(null);
            paths.add(BLOCKED.path(stage, before == null ? NEVER : before, PathName.of(one.missing())));
        }
    }

    private String path(int stage, Object... names) {
        var path = new StringBuilder(name()).append('/').append(stage);
        for (Object name : names) {
            path.append('/').append(name);
        }
        return path.toString();
    }
}
