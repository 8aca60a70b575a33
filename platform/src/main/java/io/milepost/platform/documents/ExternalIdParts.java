package io.milepost.platform.documents;

import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.externalid.ChangeExternalIds;
import io.milepost.platform.externalid.ExternalId;
import io.milepost.platform.externalid.ExternalIds;
import tools.jackson.databind.node.ObjectNode;

/** External ids in what callers send and are shown, the same for every aggregate that has them. */
final class ExternalIdParts {
    private ExternalIdParts() {}

    /** The command that changes them has one schema for all aggregates. */
    static String schemaOf(CommandRow<?, ?> row) {
        return row.type().equals(ChangeExternalIds.class) ? ChangeExternalIds.class.getSimpleName() : row.name();
    }

    static void stated(Schemas schemas, String name) {
        schemas.add(
                name,
                ExternalIds.FIELD,
                ApiParts.arrayOf(schemas.part(ExternalId.class, Schemas.Reader.SUITE))
                        .put("maxItems", ExternalIds.MOST)
                        .put(
                                "description",
                                "What other systems call it. Where an entity of this kind is called so and was made by"
                                        + " the same request, that one is the answer; by another request, it is refused."
                                        + " They stand open for ever: no personal data."));
    }

    static void shown(Schemas schemas, String name) {
        // Named as callers send it; as it is shown it has a name made of that.
        schemas.part(ExternalId.class, Schemas.Reader.SUITE);
        schemas.add(
                name,
                ExternalIds.FIELD,
                ApiParts.arrayOf(schemas.part(ExternalId.class, Schemas.Reader.OTHERS))
                        .put("description", "What other systems call it; absent where none does."));
    }

    static ObjectNode example(ObjectNode body, Samples samples) {
        body.putArray(ExternalIds.FIELD).add(samples.full(ExternalId.class));
        return body;
    }
}
