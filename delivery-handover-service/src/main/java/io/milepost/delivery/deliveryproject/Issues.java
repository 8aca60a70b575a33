package io.milepost.delivery.deliveryproject;

import static io.milepost.delivery.deliveryproject.DeliveryProject.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.platform.decision.Decision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Issues during delivery, each raised once and resolved once. */
final class Issues {
    private Issues() {}

    static Decision<Event> raise(DeliveryProject project, RaiseIssue raise) {
        var id = Objects.requireNonNullElseGet(raise.issueId(), () -> nextId(project));
        return issue(project, id)
                .<Decision<Event>>map(
                        issue -> issue.title().equals(raise.title()) && issue.severity() == raise.severity()
                                ? unchanged()
                                : refusedAt("/issueId", ISSUE_ALREADY_RAISED))
                .orElseGet(() -> check().text("/title", raise.title(), TITLE_MISSING)
                        .accept(() -> new IssueRaised(id, raise.title(), raise.severity())));
    }

    static Decision<Event> resolve(DeliveryProject project, ResolveIssue resolve) {
        return issue(project, resolve.issueId())
                .map(issue -> resolve(issue, resolve.resolution()))
                .orElseGet(() -> refusedAt("/issueId", ISSUE_UNKNOWN));
    }

    private static Decision<Event> resolve(Issue issue, String resolution) {
        if (issue.resolution() != null) {
            return issue.resolution().equals(resolution) ? unchanged() : refused(ISSUE_ALREADY_RESOLVED);
        }
        return check().text("/resolution", resolution, RESOLUTION_MISSING)
                .accept(() -> new IssueResolved(issue.issueId(), resolution));
    }

    static List<Issue> with(List<Issue> issues, IssueRaised raised) {
        var issue = new Issue(raised.issueId(), raised.title(), raised.severity(), null);
        return Stream.concat(issues.stream(), Stream.of(issue)).toList();
    }

    static List<Issue> with(List<Issue> issues, IssueResolved resolved) {
        return issues.stream()
                .map(issue -> issue.issueId().equals(resolved.issueId())
                        ? new Issue(issue.issueId(), issue.title(), issue.severity(), resolved.resolution())
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
