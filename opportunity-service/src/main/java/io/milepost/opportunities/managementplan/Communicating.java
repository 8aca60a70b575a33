package io.milepost.opportunities.managementplan;

import static io.milepost.opportunities.managementplan.ManagementPlan.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.managementplan.ManagementPlan.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is told what and when, and whether they were. */
final class Communicating {

    private Communicating() {}

    /**
     * How far a communication is.
     *
     * @param nextOn the day by which it is to be done next; null where nothing is due any more
     * @param last null before the first time
     */
    record Course(
            Communication plan,
            @Nullable LocalDate nextOn,
            @Nullable CommunicationExecuted last,
            int done,
            int missed) {
        private Course due(@Nullable LocalDate next) {
            return new Course(plan, next, last, done, missed);
        }

        /** What is told in a period counts for the day on which the period ends; what was told in an earlier one counts for nothing. */
        @Nullable
        LocalDate settledBy(LocalDate toldOn) {
            if (nextOn == null) {
                return null;
            }
            var before = previous(plan, nextOn);
            return before == null || toldOn.isAfter(before) ? nextOn : null;
        }
    }

    static Decision<Event> plan(
            ManagementPlan plan, List<Communication> communications, ProjectTeam team, Occasion occasion) {
        var checks = check().that(!communications.isEmpty(), "/communications", NOBODY_PLANNED);
        var codes = new HashSet<String>();
        var today = occasion.today();
        for (int i = 0; i < communications.size(); i++) {
            var one = communications.get(i);
            var pointer = "/communications/" + i;
            boolean stands = stands(plan, one);
            checks = checks.text(pointer + "/code", one.code())
                    .that(codes.add(Keeping.key(one.code())), pointer + "/code", CODE_REPEATED)
                    .text(pointer + "/audience", one.audience())
                    .text(pointer + "/content", one.content())
                    .text(pointer + "/channel", one.channel())
                    .that(stands || team.knows(one.responsible()), pointer + "/responsible", RESPONSIBLE_UNKNOWN)
                    .that(
                            stands
                                    || one.frequency() != Frequency.ONCE
                                    || !one.firstOn().isBefore(today),
                            pointer + "/firstOn",
                            COMMUNICATION_OVER);
            if (!stands) {
                checks = checks.within(NEAR, pointer + "/firstOn", one.firstOn(), today);
            }
        }
        var planned = new CommunicationPlanned(
                plan.salesProject(), communications, today, occasion.who().name());
        var before = plan.communications().values().stream().map(Course::plan).toList();
        return checks.then(() -> communications.equals(before) && !plan.ended() ? unchanged() : accepted(planned));
    }

    private static boolean stands(ManagementPlan plan, Communication one) {
        var before = plan.communications().get(Keeping.key(one.code()));
        return before != null && before.plan().equals(one);
    }

    static Decision<Event> execute(ManagementPlan plan, RecordCommunication told, ProjectTeam team, Occasion occasion) {
        var course = plan.communications().get(Keeping.key(told.code()));
        if (course == null) {
            return refusedAt("/code", CODE_UNKNOWN);
        }
        Set<String> members = new HashSet<>(team.holders(Set.of(Responsible.PD)));
        members.add(course.plan().responsible());
        if (!occasion.who().mayActFor(members)) {
            return refused(COMMUNICATION_NOT_YOURS);
        }
        var on = Objects.requireNonNullElse(told.toldOn(), occasion.today());
        var last = course.last();
        if (last != null && last.toldOn().equals(on) && Objects.equals(last.note(), told.note())) {
            return unchanged();
        }
        return check().notAfter("/toldOn", on, occasion.today())
                .within(NEAR, "/toldOn", on, occasion.today())
                .text("/note", told.note())
                .accept(() -> new CommunicationExecuted(
                        plan.salesProject(),
                        course.plan().code(),
                        course.settledBy(on),
                        on,
                        told.note(),
                        occasion.who().name()));
    }

    static Decision<Event> miss(ManagementPlan plan, MissCommunication miss, boolean projectEnded, Occasion occasion) {
        if (plan.ended()) {
            return unchanged();
        }
        var course = plan.communications().get(Keeping.key(miss.code()));
        if (course == null || !miss.dueOn().equals(course.nextOn())) {
            return refused(COMMUNICATION_NOT_DUE);
        }
        return accepted(
                projectEnded
                        ? new ManagementPlanEnded(plan.salesProject(), occasion.today())
                        : new CommunicationMissed(
                                plan.salesProject(),
                                course.plan().code(),
                                course.plan().responsible(),
                                miss.dueOn()));
    }

    /**
     * What is planned as it was goes on where it is; what changed is due from that day on, and keeps its record. So does what recurs
     * in a plan that had ended: of the time between nothing is missed.
     */
    static Map<String, Course> after(ManagementPlan plan, CommunicationPlanned planned) {
        var before = plan.communications();
        var courses = new LinkedHashMap<String, Course>();
        for (var one : planned.communications()) {
            var known = before.get(Keeping.key(one.code()));
            var next = first(one, planned.plannedOn());
            courses.put(
                    Keeping.key(one.code()),
                    known == null
                            ? new Course(one, next, null, 0, 0)
                            : known.plan().equals(one) && (!plan.ended() || one.frequency() == Frequency.ONCE)
                                    ? known
                                    : new Course(one, next, known.last(), known.done(), known.missed()));
        }
        return courses;
    }

    static Map<String, Course> after(Map<String, Course> before, CommunicationExecuted done) {
        var courses = new LinkedHashMap<>(before);
        courses.computeIfPresent(Keeping.key(done.code()), (_, course) -> {
            var told = new Course(course.plan(), course.nextOn(), done, course.done() + 1, course.missed());
            return done.dueOn() == null ? told : told.due(next(course.plan(), done.dueOn()));
        });
        return courses;
    }

    static Map<String, Course> after(Map<String, Course> before, CommunicationMissed missed) {
        var courses = new LinkedHashMap<>(before);
        courses.computeIfPresent(
                Keeping.key(missed.code()),
                (_, course) -> new Course(
                        course.plan(),
                        next(course.plan(), missed.dueOn()),
                        course.last(),
                        course.done(),
                        course.missed() + 1));
        return courses;
    }

    /** The first of its days that is not before this one; what was planned for once stays on its day. */
    private static LocalDate first(Communication plan, LocalDate from) {
        return days(plan).filter(day -> !day.isBefore(from)).findFirst().orElse(plan.firstOn());
    }

    private static @Nullable LocalDate next(Communication plan, LocalDate day) {
        return days(plan).filter(other -> other.isAfter(day)).findFirst().orElse(null);
    }

    private static @Nullable LocalDate previous(Communication plan, LocalDate day) {
        return days(plan)
                .takeWhile(other -> other.isBefore(day))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /** Counted from the first one, so that the last day of a month comes again after a shorter month. */
    private static Stream<LocalDate> days(Communication plan) {
        var first = plan.firstOn();
        return plan.frequency() == Frequency.ONCE
                ? Stream.of(first)
                : Stream.iterate(0, count -> count + 1).map(count -> switch (plan.frequency()) {
                    case ONCE -> first;
                    case WEEKLY -> first.plusWeeks(count);
                    case EVERY_TWO_WEEKS -> first.plusWeeks(2L * count);
                    case MONTHLY -> first.plusMonths(count);
                    case QUARTERLY -> first.plusMonths(3L * count);
                });
    }
}
