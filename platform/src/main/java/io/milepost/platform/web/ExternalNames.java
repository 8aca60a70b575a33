package io.milepost.platform.web;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.externalid.ExternalId;
import io.milepost.platform.externalid.ExternalIds;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command and, beside its own fields, what other systems call the entity that it makes.
 *
 * @param sent with the command's own fields alone
 * @param externalIds in one order, each once, however they were sent
 * @param asked all of it, as a repeat says it again
 */
record ExternalNames(CommandRequest sent, List<ExternalId> externalIds, ObjectNode asked) {
    ExternalNames {
        externalIds = List.copyOf(externalIds);
    }

    private record Given(@Limit(ExternalIds.MOST) List<ExternalId> externalIds) {}

    static ExternalNames of(CommandRequest sent) {
        var given = sent.body().get(ExternalIds.FIELD);
        if (given == null
                || !sent.route().row().creates()
                || !ExternalIds.has(sent.route().catalogue())) {
            return new ExternalNames(sent, List.of(), sent.body());
        }
        var rest = sent.body().deepCopy();
        rest.remove(ExternalIds.FIELD);
        if (given.isNull()) {
            return new ExternalNames(sent.with(rest), List.of(), rest);
        }
        var frame = rest.objectNode();
        frame.set(ExternalIds.FIELD, given);
        var ids = RecordReader.read(frame, Given.class, sent.base()).externalIds().stream()
                .distinct()
                .sorted()
                .toList();
        var asked = rest.deepCopy();
        if (!ids.isEmpty()) {
            var array = asked.putArray(ExternalIds.FIELD);
            ids.forEach(id -> array.add(id.toString()));
        }
        return new ExternalNames(sent.with(rest), ids, asked);
    }

    /** The same, said of an entity by its id. */
    ExternalNames of(UUID id) {
        return new ExternalNames(sent.with(id), externalIds, asked);
    }
}
