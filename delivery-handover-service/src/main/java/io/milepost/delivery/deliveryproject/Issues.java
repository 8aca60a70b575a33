package io.milepost.delivery.deliveryproject;

import static io.milepost.delivery.deliveryproject.DeliveryRefusal.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Issues during delivery, each raised once and resolved once. */
final class Issues {
    private Issues() {}

    static Decision<DeliveryEvent> raise(DeliveryProject project, RaiseIssue raise) {
        var id = Objects.requireNonNullElseGet(raise.issueId(), () -> nextId(project));
        return issue(project, id)
                .<Decision<DeliveryEvent>>map(
                        issue -> issue.title().equals(raise.title()) && issue.severity() == raise.severity()
                                ? unchanged()
                                : refusedAt("/issueId", ISSUE_ALREADY_RAISED))
                .orElseGet(() -> check().text("/title", raise.title(), TITLE_MISSING)
                        .accept(() -> new IssueRaised(id, raise.title(), raise.severity())));
    }

    static Decision<DeliveryEvent> resolve(DeliveryProject project, ResolveIssue resolve) {
        return issue(project, resolve.issueId())
                .map(issue -> resolve(issue, resolve.resolution()))
                .orElseGet(() -> refusedAt("/issueId", ISSUE_UNKNOWN));
    }

    private static Decision<DeliveryEvent> resolve(Issue issue, String resolution) {
        if (issue.resolution() != null) {
            return issue.resolution().equals(resolution) ? unchanged() : refused(ISSUE_ALREADY_RESOLVED);
        }
        return check().text("/resolution", resolution, RESOLUTION_MISSING)
                .that(issue.severity() != Severity.HIGH || issue.informedOn() != null, CUSTOMER_NOT_INFORMED)
                .accept(() -> new IssueResolved(issue.issueId(), resolution));
    }

    static Decision<DeliveryEvent> inform(DeliveryProject project, InformCustomer inform, Occasion occasion) {
        var today = occasion.today();
        var on = Objects.requireNonNullElse(inform.on(), today);
        return check().that(issue(project, inform.issueId()).isPresent(), "/issueId", ISSUE_UNKNOWN)
                .notAfter("/on", on, today)
                .within(NEAR, "/on", on, today)
                .text("/message", inform.message())
                .accept(() -> new CustomerInformed(
                        inform.issueId(), on, inform.message(), occasion.who().name()));
    }

    static List<Issue> with(List<Issue> issues, CustomerInformed informed) {
        return issues.stream()
                .map(issue -> issue.issueId().equals(informed.issueId())
                        ? new Issue(issue.issueId(), issue.title(), issue.severity(), issue.resolution(), informed.on())
                        : issue)
                .toList();
    }

    static List<Issue> with(List<Issue> issues, IssueRaised raised) {
        var issue = new Issue(raised.issueId(), raised.title(), raised.severity(), null, null);
        return Stream.concat(issues.stream(), Stream.of(issue)).toList();
    }

    static List<Issue> with(List<Issue> issues, IssueResolved resolved) {
        return issues.stream()
                .map(issue -> issue.issueId().equals(resolved.issueId())
                        ? new Issue(
                                issue.issueId(),
                                issue.title(),
                                issue.severity(),
                                resolved.resolution(),
                                issue.informedOn())
                        : issue)
                .toList();
    }

    /** How many are not resolved. */
    static int open(DeliveryProject project) {
        return (int) project.issues().stream()
                .filter(issue -> issue.resolution() == null)
                .count();
    }

    private static Optional<Issue> issue(DeliveryProject project, UUID id) {
        return project.issues().stream()
                .filter(issue -> issue.issueId().equals(id))
                .findFirst();
    }

    /** The same project with as many issues gives the same id, so that deciding again answers the same. */
    private static UUID nextId(DeliveryProject project) {
        return UUID.nameUUIDFromBytes("issue %d of %s"
                .formatted(project.issues().size() + 1, project.created().contractId())
                .getBytes(UTF_8));
    }
}
