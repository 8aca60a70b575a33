package io.milepost.delivery.deliveryproject.domain;

import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.ISSUE_ALREADY_RAISED;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.ISSUE_ALREADY_RESOLVED;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.ISSUE_UNKNOWN;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.RESOLUTION_MISSING;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.TITLE_MISSING;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.delivery.deliveryproject.domain.DeliveryProject.Known;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.RaiseIssue;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.ResolveIssue;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.IssueRaised;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.IssueResolved;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Issues during delivery, each raised once and resolved once. */
final class Troubles {

    private Troubles() {}

    static Decision<DeliveryProjectEvent> raise(Known project, RaiseIssue raise) {
        var id = Objects.requireNonNullElseGet(raise.issueId(), () -> nextId(project));
        var known = issue(project, id);
        if (known.isPresent()) {
            var same = known.get().title().equals(raise.title()) && known.get().severity() == raise.severity();
            return same ? unchanged() : refused(ISSUE_ALREADY_RAISED).at("/issueId");
        }
        return raise.title().isBlank()
                ? refused(TITLE_MISSING).at("/title")
                : accepted(new IssueRaised(id, raise.title(), raise.severity()));
    }

    static Decision<DeliveryProjectEvent> resolve(Known project, ResolveIssue resolve) {
        var known = issue(project, resolve.issueId());
        if (known.isEmpty()) {
            return refused(ISSUE_UNKNOWN).at("/issueId");
        }
        if (!known.get().isOpen()) {
            return resolve.resolution().equals(known.get().resolution())
                    ? unchanged()
                    : refused(ISSUE_ALREADY_RESOLVED);
        }
        return resolve.resolution().isBlank()
                ? refused(RESOLUTION_MISSING).at("/resolution")
                : accepted(new IssueResolved(resolve.issueId(), resolve.resolution()));
    }

    static List<Issue> with(List<Issue> issues, IssueRaised raised) {
        var more = new ArrayList<>(issues);
        more.add(new Issue(raised.issueId(), raised.title(), raised.severity(), null));
        return more;
    }

    static List<Issue> with(List<Issue> issues, IssueResolved resolved) {
        return issues.stream()
                .map(issue ->
                        issue.issueId().equals(resolved.issueId()) ? issue.resolved(resolved.resolution()) : issue)
                .toList();
    }

    private static Optional<Issue> issue(Known project, UUID id) {
        return project.issues().stream()
                .filter(issue -> issue.issueId().equals(id))
                .findFirst();
    }

    /** The same project with as many issues gives the same id, so that deciding again answers the same. */
    private static UUID nextId(Known project) {
        return UUID.nameUUIDFromBytes("issue %d of %s"
                .formatted(project.issues().size() + 1, project.created().contractId())
                .getBytes(UTF_8));
    }

    private static Refused<DeliveryProjectEvent> refused(DeliveryProjectRefusal reason) {
        return Decision.refused(reason);
    }
}
