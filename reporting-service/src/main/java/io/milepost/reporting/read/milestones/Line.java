package io.milepost.reporting.read.milestones;

import io.milepost.reporting.read.cells.PathName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One owner's milestones of one code that have the same days, on the day of a report. */
record Line(
        Kind kind,
        String owner,
        String code,
        @Nullable LocalDate original,
        @Nullable LocalDate current,
        @Nullable LocalDate reachedOn,
        boolean dropped,
        long milestones) {
    private static final String NONE = "-";
    private static final String DROPPED = "dropped";

    /** Layout of a cell: {@code code/original/current/reachedOn}, or {@code dropped} as the last name, and the number of milestones. A planned day may be to come when it is booked. */
    static String path(Milestone milestone) {
        return String.join(
                "/",
                PathName.of(milestone.code()),
                name(milestone.original()),
                name(milestone.current()),
                milestone.dropped() ? DROPPED : name(milestone.reachedOn()));
    }

    static List<Line> of(Kind kind, Map<String, Map<String, Long>> sums) {
        List<Line> lines = new ArrayList<>();
        sums.forEach((owner, amounts) -> amounts.forEach((path, milestones) -> {
            if (milestones != 0) {
                String[] names = path.split("/", -1);
                lines.add(new Line(
                        kind,
                        owner,
                        PathName.text(names[0]),
                        day(names[1]),
                        day(names[2]),
                        names[3].equals(DROPPED) ? null : day(names[3]),
                        names[3].equals(DROPPED),
                        milestones));
            }
        }));
        return lines;
    }

    boolean isOpen() {
        return reachedOn == null && !dropped;
    }

    private static String name(@Nullable LocalDate day) {
        return day == null ? NONE : day.toString();
    }

    private static @Nullable LocalDate day(String name) {
        return name.equals(NONE) ? null : LocalDate.parse(name);
    }
}
