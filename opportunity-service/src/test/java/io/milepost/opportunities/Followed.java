package io.milepost.opportunities;

import static org.awaitility.Awaitility.await;

import io.milepost.platform.testkit.RunningService;
import java.util.Set;

/** What follows by itself, a moment later, from what people do in situations of a walk. */
final class Followed {
    /** Such as the agreed terms of a deal from an accepted quotation. */
    private static final Set<String> CAUSES = Set.of(
            "quotation.accepted",
            "sales-project.kickoff-completed",
            "project-plan.baselined",
            "requirement.baselined",
            "bid.shortlisted");

    private Followed() {}

    /** Of the log, once what follows from its last event has happened. */
    static long head(RunningService service) {
        if (CAUSES.contains(service.lastEvent())) {
            await().until(() -> !CAUSES.contains(service.lastEvent()));
        }
        return service.head();
    }
}
