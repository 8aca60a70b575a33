package io.milepost.reporting.read.trace;

import io.milepost.platform.inbox.Inbound;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as a trace reads it: a step of its aggregate, and the ids that it names. Types are not listed: an event that is new tomorrow
 * is a step too.
 *
 * @param own what its subject is
 * @param ties what else of the deal it names
 */
record Mention(Step step, Link own, Set<Link> ties) {
    /** Fields that tie an event to the rest of its deal. An account or a person is part of many deals and ties none. */
    private static final Map<String, String> TIES = Map.of(
            "leadId", "lead",
            "opportunityId", "opportunity",
            "quotationId", "quotation",
            "contractId", "contract",
            "point", "acceptance-point");

    /** Aggregates that are no part of one deal. */
    private static final Set<String> SHARED = Set.of("account", "team-member", "price-list");

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Whether an event is of a deal. */
    static boolean isOfDeal(Inbound event) {
        return !SHARED.contains(Step.aggregate(event));
    }

    static Mention of(Inbound event) {
        var payload = event.as(JsonNode.class);
        Set<Link> ties = new LinkedHashSet<>();
        TIES.forEach((field, role) -> {
            var id = id(payload.path(field));
            if (id != null) {
                ties.add(new Link(role, id));
            }
        });
        var step = Step.of(event, payload);
        return new Mention(step, new Link(step.aggregate().replace('\0', '\uFFFD'), step.id()), ties);
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static @Nullable UUID id(JsonNode value) {
        return value.isString() && isId(value.stringValue()) ? UUID.fromString(value.stringValue()) : null;
    }
}
