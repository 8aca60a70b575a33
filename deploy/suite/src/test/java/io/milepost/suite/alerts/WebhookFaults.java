package io.milepost.suite.alerts;

import io.milepost.suite.Part;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Receivers of webhooks that do not take what they are sent. */
final class WebhookFaults {
    private final Scene scene;
    private final Pages pages;
    private boolean mayReachThisMachine;
    private UUID webhook = UUID.randomUUID();

    WebhookFaults(Scene scene, Pages pages) {
        this.scene = scene;
        this.pages = pages;
    }

    List<Fault> all() {
        return List.of(
                Fault.of("a receiver of webhooks that answers 500", "MilepostWebhooksBehind")
                        .begins(() -> receive(500))
                        .ends(this::remove),
                Fault.of("a receiver of webhooks that answers 410", "MilepostWebhookDisabled")
                        .begins(() -> receive(410))
                        .ends(this::remove));
    }

    private void receive(int status) throws IOException {
        if (!mayReachThisMachine) {
            scene.suite().equip(Part.CONTRACT, List.of(), List.of("--milepost.webhooks.allow-private=true"));
            scene.suite().restart(Part.CONTRACT);
            mayReachThisMachine = true;
        }
        int port = pages.serve(exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        webhook = UUID.randomUUID();
        scene.command(
                Part.CONTRACT,
                Scene.OPERATOR,
                "/v1/webhooks",
                Map.of("id", webhook, "name", "Receiver " + status, "url", "http://127.0.0.1:%d/".formatted(port)));
    }

    private void remove() {
        scene.command(
                Part.CONTRACT,
                Scene.OPERATOR,
                "/v1/webhooks/%s/remove".formatted(webhook),
                Map.of("reason", "it was for a test"));
    }
}
