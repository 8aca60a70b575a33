package io.milepost.platform.webhook;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.Entities;
import io.milepost.platform.web.ShownOnce;
import java.util.Map;
import java.util.UUID;

/** A secret stands in the answer to the command that made it, and in no other one but the repeats of that very request. */
final class NewSecrets implements ShownOnce {
    private final Catalogue<Webhook, ?, ?> webhooks;
    private final Entities entities;
    private final Secrets secrets;

    NewSecrets(Catalogue<Webhook, ?, ?> webhooks, Entities entities, Secrets secrets) {
        this.webhooks = webhooks;
        this.entities = entities;
        this.secrets = secrets;
    }

    @Override
    public boolean isIn(String eventType) {
        return eventType.equals("webhook.registered.v1") || eventType.equals("webhook.secret-replaced.v1");
    }

    /** The first secret is number 1, and each that replaces one is one more. */
    @Override
    public Map<String, String> shown(UUID webhook, long position) {
        var number = entities.history(webhooks, webhook).join().stream()
                .filter(event -> event.position() <= position && isIn(event.wireType()))
                .count();
        return Map.of("secret", secrets.text(webhook, Math.toIntExact(number)));
    }
}
