package io.milepost.opportunities.projectplan;

import static io.milepost.opportunities.projectplan.ProjectPlan.No.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Occasion;
import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a schedule has to be before anything is computed of it. */
final class Scheduling {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.-]{1,40}");
    private static final int MOST_DAYS_OF_ONE = 500;

    private Scheduling() {}

    static Checks check(Checks checks, Schedule schedule, ProjectTeam team, Occasion occasion) {
        var packages = schedule.packages();
        checks = checks.within(NEAR, "/schedule/startOn", schedule.startOn(), occasion.today())
                .that(
                        !packages.isEmpty() && packages.size() <= ProjectPlan.MOST_PACKAGES,
                        "/schedule/packages",
                        PACKAGES_MISSING);
        for (int i = 0; i < schedule.holidays().size(); i++) {
            checks = checks.within(
                    NEAR, "/schedule/holidays/" + i, schedule.holidays().get(i), occasion.today());
        }
        var codes = packages.stream().map(Schedule.WorkPackage::code).collect(Collectors.toSet());
        var taken = new HashSet<String>();
        for (int i = 0; i < packages.size(); i++) {
            var work = packages.get(i);
            var at = "/schedule/packages/" + i;
            checks = checks.that(CODE.matcher(work.code()).matches(), at + "/code", CODE_MALFORMED)
                    .that(taken.add(work.code()), at + "/code", CODE_REPEATED)
                    .text(at + "/name", work.name())
                    .text(at + "/phase", work.phase())
                    .that(work.days() >= 0 && work.days() <= MOST_DAYS_OF_ONE, at + "/days", DAYS_IMPLAUSIBLE)
                    .that(team.knows(work.assignee()), at + "/assignee", ASSIGNEE_NOT_IN_TEAM)
                    .that(codes.containsAll(work.after()), at + "/after", CODE_UNKNOWN);
        }
        return checks.failed() == null ? checkNetwork(checks, schedule) : checks;
    }

    private static Checks checkNetwork(Checks checks, Schedule schedule) {
        var circular = Network.circular(schedule);
        return checks.that(
                        circular.isEmpty(),
                        "/schedule/packages",
                        DEPENDENCY_CIRCULAR,
                        "a circle leads to " + circular.stream().sorted().collect(Collectors.joining(", ")))
                .that(Network.of(schedule).length() <= ProjectPlan.MOST_DAYS, "/schedule/packages", DAYS_IMPLAUSIBLE);
    }
}
