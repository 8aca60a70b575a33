package io.milepost.platform.documents;

import tools.jackson.databind.node.ObjectNode;

/** An event as the history of its entity shows it. */
final class HistoryParts {
    private HistoryParts() {}

    static ObjectNode event() {
        var event = ApiParts.object();
        ApiParts.property(event, "id", ApiParts.uuid());
        ApiParts.property(event, "type", ApiParts.text());
        ApiParts.property(event, "position", ApiParts.position());
        ApiParts.property(event, "effectiveAt", ApiParts.instant());
        ApiParts.property(event, "recordedAt", ApiParts.instant());
        ApiParts.property(event, "actor", ApiParts.text());
        ApiParts.property(
                event, "member", ApiParts.text().put("description", "Who acted, where the token named a member."));
        ApiParts.property(event, "command", ApiParts.text());
        ApiParts.property(event, "data", ApiParts.object());
        ApiParts.property(
                event,
                "dataBase64",
                ApiParts.text()
                        .put("contentEncoding", "base64")
                        .put("description", "Instead of data where what is stored is not JSON."));
        return event;
    }
}
