package io.milepost.reporting.read.mart.delivery;

import static io.milepost.reporting.inbound.delivery.CourseFacts.ALL_ACCEPTED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.DELIVERY_ACCEPTED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.DELIVERY_CLOSED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.FAILED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.ISSUE_RAISED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.ISSUE_RESOLVED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.REQUESTED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.RESUMED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.SINGLE_ACCEPTED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.SUSPENDED;
import static io.milepost.reporting.inbound.delivery.HandoverFacts.INITIATED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.delivery.CourseFacts;
import io.milepost.reporting.inbound.delivery.HandoverFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.delivery.Course.Issue;
import io.milepost.reporting.read.mart.delivery.Course.Point;
import io.milepost.reporting.read.mart.delivery.Course.Rest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events of acceptance and delivery project, both of which have the id of their contract, to the course of its delivery; the handover, whose
 * id that is too, says who sold it.
 *
 * @param zone in which a time is of a day
 */
record CourseFold(ZoneId zone) implements Fold<Course> {
    @Override
    public String source() {
        return CourseFacts.SOURCE;
    }

    @Override
    public Class<Course> view() {
        return Course.class;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                INITIATED,
                REQUESTED,
                SINGLE_ACCEPTED,
                ALL_ACCEPTED,
                FAILED,
                SUSPENDED,
                RESUMED,
                DELIVERY_ACCEPTED,
                DELIVERY_CLOSED,
                ISSUE_RAISED,
                ISSUE_RESOLVED);
    }

    @Override
    public LocalDate day(Course view) {
        return view.day();
    }

    @Override
    public Course apply(@Nullable Course before, Inbound event) {
        var day = LocalDate.ofInstant(event.effectiveAt(), zone);
        var course = before == null ? Course.of(event.subject().toString(), day) : before;
        return switch (event.type()) {
            case INITIATED ->
                course.ownedBy(event.as(HandoverFacts.Initiated.class).owner(), day);
            case REQUESTED -> {
                var requested = event.as(CourseFacts.Requested.class);
                yield course.with(new Point(requested.point().toString(), requested.kind(), day, 0, null), day);
            }
            case SINGLE_ACCEPTED, ALL_ACCEPTED -> {
                var accepted = event.as(CourseFacts.Accepted.class);
                var on = accepted.acceptedOn();
                yield course.point(accepted.point().toString(), point -> point.accepted(on), on);
            }
            case FAILED ->
                course.point(event.as(CourseFacts.Failed.class).point().toString(), Point::failed, day);
            case SUSPENDED -> {
                var suspended = event.as(CourseFacts.Suspended.class);
                yield course.with(new Rest(suspended.cause(), suspended.on(), null), suspended.on());
            }
            case RESUMED -> course.goesOn(event.as(CourseFacts.Resumed.class).on());
            case DELIVERY_ACCEPTED ->
                course.goesOn(event.as(CourseFacts.DeliveryAccepted.class).acceptedOn());
            case DELIVERY_CLOSED ->
                course.goesOn(event.as(CourseFacts.DeliveryClosed.class).closedOn());
            case ISSUE_RAISED -> {
                var raised = event.as(CourseFacts.IssueRaised.class);
                yield course.with(new Issue(raised.issueId().toString(), raised.severity(), day, null), day);
            }
            case ISSUE_RESOLVED ->
                course.issue(
                        event.as(CourseFacts.IssueResolved.class).issueId().toString(),
                        issue -> issue.resolved(day),
                        day);
            default -> throw new IllegalArgumentException("not of a delivery: " + event.type());
        };
    }
}
