package io.milepost.reporting.read.mart.delivery;

import io.milepost.reporting.read.mart.declare.Periods;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the delivery of one contract goes, as reports know it.
 *
 * @param contract its id
 * @param owner who sold it
 * @param points what the customer is asked to accept
 * @param rests when it was suspended
 * @param issues what went wrong
 */
record Course(String contract, String owner, List<Point> points, List<Rest> rests, List<Issue> issues, LocalDate day) {

    /**
     * One item, or the whole of the contract.
     *
     * @param failures how often the customer did not accept it
     * @param acceptedOn null as long as they have not
     */
    record Point(
            String id,
            String kind,
            LocalDate requestedOn,
            long failures,
            @Nullable LocalDate acceptedOn) {
        private static final String WHOLE = "COMPREHENSIVE";

        Point failed() {
            return new Point(id, kind, requestedOn, failures + 1, acceptedOn);
        }

        Point accepted(LocalDate on) {
            return new Point(id, kind, requestedOn, failures, on);
        }

        boolean isAccepted() {
            return acceptedOn != null;
        }

        boolean isWhole() {
            return kind.equals(WHOLE);
        }
    }

    /** {@code until} is null as long as it rests. */
    record Rest(String cause, LocalDate since, @Nullable LocalDate until) {
        Rest ended(LocalDate on) {
            return until == null ? new Rest(cause, since, on) : this;
        }

        boolean stands() {
            return until == null;
        }

        long days() {
            return until == null ? 0 : ChronoUnit.DAYS.between(since, until);
        }
    }

    /** {@code resolvedOn} is null as long as it is open. */
    record Issue(
            String id,
            String severity,
            LocalDate raisedOn,
            @Nullable LocalDate resolvedOn) {
        Issue resolved(LocalDate on) {
            return new Issue(id, severity, raisedOn, on);
        }
    }

    Course {
        points = List.copyOf(points);
        rests = List.copyOf(rests);
        issues = List.copyOf(issues);
    }

    /** Of a contract whose seller has not been named yet. */
    static Course of(String contract, LocalDate day) {
        return new Course(contract, "(unknown)", List.of(), List.of(), List.of(), day);
    }

    Course ownedBy(String name, LocalDate on) {
        return new Course(contract, name, points, rests, issues, notBefore(on));
    }

    Course with(Point point, LocalDate on) {
        return new Course(contract, owner, and(points, point), rests, issues, notBefore(on));
    }

    Course with(Rest rest, LocalDate on) {
        return new Course(contract, owner, points, and(rests, rest), issues, notBefore(on));
    }

    Course with(Issue issue, LocalDate on) {
        return new Course(contract, owner, points, rests, and(issues, issue), notBefore(on));
    }

    Course point(String id, UnaryOperator<Point> change, LocalDate on) {
        var changed = points.stream()
                .map(point -> point.id().equals(id) ? change.apply(point) : point)
                .toList();
        return new Course(contract, owner, changed, rests, issues, notBefore(on));
    }

    Course issue(String id, UnaryOperator<Issue> change, LocalDate on) {
        var changed = issues.stream()
                .map(issue -> issue.id().equals(id) ? change.apply(issue) : issue)
                .toList();
        return new Course(contract, owner, points, rests, changed, notBefore(on));
    }

    /** It goes on, or there is nothing left to rest. */
    Course goesOn(LocalDate on) {
        var ended = rests.stream().map(rest -> rest.ended(on)).toList();
        return new Course(contract, owner, points, ended, issues, notBefore(on));
    }

    /** No point of it failed, as far as is known. */
    boolean neverFailed() {
        return points.stream().allMatch(point -> point.failures() == 0);
    }

    private LocalDate notBefore(LocalDate stated) {
        return stated.isBefore(day) ? day : stated;
    }

    private static <T> List<T> and(List<T> some, T another) {
        return Stream.concat(some.stream(), Stream.of(another)).toList();
    }

    /** A point and the delivery that it is of. */
    record PointRow(Course course, Point point) {
        String owner() {
            return course.owner();
        }

        String contractId() {
            return course.contract();
        }

        String kind() {
            return point.kind();
        }

        LocalDate requestedOn() {
            return point.requestedOn();
        }

        @Nullable
        LocalDate acceptedOn() {
            return point.acceptedOn();
        }

        long failures() {
            return point.failures();
        }

        boolean requested() {
            return true;
        }

        boolean accepted() {
            return point.isAccepted();
        }

        boolean firstPass() {
            return accepted() && point.failures() == 0;
        }

        boolean open() {
            return !accepted();
        }

        boolean wholeAccepted() {
            return point.isWhole() && accepted();
        }

        boolean wholeFirstPass() {
            return wholeAccepted() && course.neverFailed();
        }

        @Nullable
        String forMonth() {
            return Periods.month(acceptedOn());
        }

        @Nullable
        String forQuarter() {
            return Periods.quarter(acceptedOn());
        }

        @Nullable
        String forYear() {
            return Periods.year(acceptedOn());
        }
    }

    /** A suspension and the delivery that it is of. */
    record RestRow(Course course, Rest rest) {
        String owner() {
            return course.owner();
        }

        String contractId() {
            return course.contract();
        }

        String cause() {
            return rest.cause();
        }

        LocalDate since() {
            return rest.since();
        }

        @Nullable
        LocalDate until() {
            return rest.until();
        }

        boolean known() {
            return true;
        }

        boolean stands() {
            return rest.stands();
        }

        long days() {
            return rest.days();
        }

        @Nullable
        LocalDate standsSince() {
            return stands() ? since() : null;
        }

        @Nullable
        String forMonth() {
            return Periods.month(since());
        }

        @Nullable
        String forQuarter() {
            return Periods.quarter(since());
        }

        @Nullable
        String forYear() {
            return Periods.year(since());
        }
    }

    /** An issue and the delivery that it is of. */
    record IssueRow(Course course, Issue issue) {
        String owner() {
            return course.owner();
        }

        String contractId() {
            return course.contract();
        }

        String severity() {
            return issue.severity();
        }

        LocalDate raisedOn() {
            return issue.raisedOn();
        }

        @Nullable
        LocalDate resolvedOn() {
            return issue.resolvedOn();
        }

        boolean known() {
            return true;
        }

        boolean open() {
            return resolvedOn() == null;
        }

        @Nullable
        LocalDate openSince() {
            return open() ? raisedOn() : null;
        }
    }
}
