package io.milepost.opportunities.projectplan;

import io.milepost.opportunities.projectplan.Schedule.WorkPackage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The critical path of a schedule: forwards the earliest, backwards the latest times, counted in working days from its first one.
 *
 * @param times by code, in an order in which each comes after those that it follows
 * @param length of the whole, in working days
 */
record Network(Map<String, Times> times, int length) {

    /**
     * When a package may be done.
     *
     * @param start the earliest, as days before it
     * @param finish the earliest, as days up to its end
     * @param slack how many days it may slip before the whole does
     */
    record Times(int start, int finish, int slack) {
        boolean isCritical() {
            return slack == 0;
        }
    }

    /** Codes in an order in which each comes after those that it follows; those that are left go round in a circle. */
    static List<WorkPackage> order(Schedule schedule) {
        var done = new HashSet<String>();
        var ordered = new ArrayList<WorkPackage>();
        boolean more = true;
        while (more) {
            more = false;
            for (var work : schedule.packages()) {
                if (!done.contains(work.code()) && done.containsAll(work.after())) {
                    done.add(work.code());
                    ordered.add(work);
                    more = true;
                }
            }
        }
        return ordered;
    }

    /** Of a schedule without circles. */
    static Network of(Schedule schedule) {
        var ordered = order(schedule);
        var finishes = new LinkedHashMap<String, Integer>();
        for (var work : ordered) {
            finishes.put(work.code(), latest(work.after(), finishes) + work.days());
        }
        int length = latest(finishes.keySet(), finishes);
        var latest = new LinkedHashMap<String, Integer>();
        for (var work : ordered.reversed()) {
            int finish = ordered.stream()
                    .filter(later -> later.after().contains(work.code()))
                    .mapToInt(later -> latest.getOrDefault(later.code(), length) - later.days())
                    .min()
                    .orElse(length);
            latest.put(work.code(), finish);
        }
        var times = new LinkedHashMap<String, Times>();
        for (var work : ordered) {
            int finish = finishes.getOrDefault(work.code(), 0);
            times.put(
                    work.code(),
                    new Times(finish - work.days(), finish, latest.getOrDefault(work.code(), length) - finish));
        }
        return new Network(times, length);
    }

    /**
     * When each package ends by what has happened so far: what is done ended when it did, what is begun goes on as long as planned, and
     * the rest follows.
     */
    static Map<String, Integer> forecast(Schedule schedule, Map<String, Actual> actuals) {
        var finishes = new LinkedHashMap<String, Integer>();
        for (var work : order(schedule)) {
            var actual = actuals.get(work.code());
            finishes.put(work.code(), finish(schedule, work, actual, latest(work.after(), finishes)));
        }
        return finishes;
    }

    private static int finish(Schedule schedule, WorkPackage work, @Nullable Actual actual, int earliest) {
        if (actual == null) {
            return earliest + work.days();
        }
        var finishedOn = actual.finishedOn();
        return finishedOn == null
                ? schedule.workingDaysBefore(actual.startedOn()) + work.days()
                : schedule.workingDaysBefore(finishedOn.plusDays(1));
    }

    private static int latest(Collection<String> codes, Map<String, Integer> finishes) {
        return codes.stream()
                .mapToInt(code -> finishes.getOrDefault(code, 0))
                .max()
                .orElse(0);
    }

    /** The codes that nothing may delay, in their order. */
    List<String> criticalPath() {
        return times.entrySet().stream()
                .filter(entry -> entry.getValue().isCritical())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The day on which a package of the schedule ends, as planned. */
    static LocalDate finishOn(Schedule schedule, int finish) {
        return schedule.day(Math.max(0, finish - 1));
    }

    /** The day on which each package of a schedule ends, by code. */
    static Map<String, LocalDate> finishDays(Schedule schedule) {
        var days = new LinkedHashMap<String, LocalDate>();
        of(schedule).times().forEach((code, times) -> days.put(code, finishOn(schedule, times.finish())));
        return days;
    }

    /** Codes that stand in a circle, or after one. */
    static Set<String> circular(Schedule schedule) {
        var left = new HashSet<>(
                schedule.packages().stream().map(WorkPackage::code).toList());
        order(schedule).forEach(work -> left.remove(work.code()));
        return left;
    }

    /**
     * What has become of a package.
     *
     * @param finishedOn null while it is being done
     */
    record Actual(LocalDate startedOn, @Nullable LocalDate finishedOn) {}
}
