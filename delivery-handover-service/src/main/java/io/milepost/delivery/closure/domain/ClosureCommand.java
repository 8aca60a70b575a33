package io.milepost.delivery.closure.domain;

import java.util.UUID;

/** What may be asked of a closure. */
public sealed interface ClosureCommand {

    record OpenClosure(UUID opportunityId, UUID accountId) implements ClosureCommand {}

    /** Ticks off what happened elsewhere. */
    record CompleteItem(ClosureItem item) implements ClosureCommand {}

    /** Lets an open item go, for a reason that stays on record with whoever gave it. */
    record WaiveItem(ClosureItem item, String reason) implements ClosureCommand {}

    record CloseProject() implements ClosureCommand {}
}
