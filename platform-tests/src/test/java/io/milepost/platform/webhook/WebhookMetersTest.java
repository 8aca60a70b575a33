package io.milepost.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.webhook.Webhook.DisableWebhook;
import io.milepost.platform.webhook.Webhook.EnableWebhook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators see of webhooks without asking for each. */
class WebhookMetersTest {
    private Scene scene;

    @BeforeEach
    void open(@TempDir Path folder) {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    @DisplayName("What a receiver takes, fails to take and is given up for is counted, and what waits has an age")
    void deliveries_are_counted_by_what_became_of_them() {
        var desk = scene.desk();
        desk.register(scene.box.url());
        desk.post("ann.1");
        desk.work();
        assertThat(desk.count("delivered")).isEqualTo(1);
        assertThat(desk.figure("waiting")).isZero();
        assertThat(desk.figure("oldest.seconds")).isZero();

        scene.box.answering(_ -> 500);
        desk.post("ann.2");
        desk.work();
        assertThat(desk.count("failed")).isEqualTo(1);
        assertThat(desk.figure("waiting")).isEqualTo(1);
        scene.clock.move(Duration.ofMinutes(3));
        desk.post("ann.3");
        desk.work();
        assertThat(desk.figure("waiting")).isEqualTo(2);
        assertThat(desk.figure("oldest.seconds")).isEqualTo(180);

        for (int attempt = 0; attempt < 10; attempt++) {
            scene.clock.move(Duration.ofHours(30));
            desk.work();
        }
        assertThat(desk.count("given_up")).isEqualTo(2);
        assertThat(desk.count("delivered")).isEqualTo(1);
        assertThat(desk.figure("disabled", "by", "failure"))
                .as("it has taken nothing for days")
                .isEqualTo(1);
        assertThat(desk.figure("disabled", "by", "operator")).isZero();
    }

    @Test
    void what_waits_for_a_webhook_that_is_disabled_is_no_delay_but_the_webhook_is_told_of() {
        var desk = scene.desk();
        var webhook = desk.register(scene.box.url());
        scene.box.answering(_ -> 500);
        desk.post("ann.1");
        desk.work();
        assertThat(desk.figure("waiting")).isEqualTo(1);
        assertThat(desk.figure("disabled", "by", "operator")).isZero();

        desk.send(webhook, new DisableWebhook("moved"));
        desk.work();
        assertThat(desk.figure("waiting")).isZero();
        assertThat(desk.figure("disabled", "by", "operator")).isEqualTo(1);
        assertThat(desk.figure("disabled", "by", "failure")).isZero();

        scene.box.answering(_ -> 200);
        desk.send(webhook, new EnableWebhook());
        desk.work();
        assertThat(desk.figure("disabled", "by", "operator")).isZero();
        assertThat(desk.count("delivered")).isEqualTo(1);
    }

    @Test
    void an_instance_that_does_not_send_tells_of_nothing_that_waits() {
        var desk = scene.desk();
        desk.register(scene.box.url());
        desk.work();
        assertThat(desk.figure("waiting")).isZero();
        for (var name : List.of("waiting", "oldest.seconds", "disabled")) {
            assertThat(desk.figureOfStandby(name)).as(name).isNaN();
        }
    }
}
