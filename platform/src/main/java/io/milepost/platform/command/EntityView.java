package io.milepost.platform.command;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.externalid.ExternalIds;
import io.milepost.platform.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What is shown of an entity, the same for reads and lists; personal values stay sealed. */
public final class EntityView {

    private EntityView() {}

    /**
     * The view as JSON, its id first and what others call it last; null when the state is not one that is shown.
     *
     * @throws EventUnreadableException when the state cannot be shown; it names the entity's last event
     */
    public static <S> @Nullable ObjectNode of(Catalogue<S, ?, ?> catalogue, Entity<S> entity) {
        if (!entity.exists()) {
            return null;
        }
        try {
            var view = catalogue.view().apply(entity.known());
            if (view == null) {
                return null;
            }
            var shown = Json.events().createObjectNode().put("id", entity.id().toString());
            shown.setAll((ObjectNode) Json.events().valueToTree(view));
            if (!entity.externalIds().isEmpty()) {
                shown.set(ExternalIds.FIELD, Json.events().valueToTree(entity.externalIds()));
            }
            return shown;
        } catch (RuntimeException fault) {
            throw new EventUnreadableException(entity.id(), catalogue.aggregate(), entity.position(), fault);
        }
    }
}
