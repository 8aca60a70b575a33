package io.milepost.platform.webhook;

import static io.milepost.platform.webhook.Scene.signatures;
import static io.milepost.platform.webhook.Scene.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.webhook.Delivery.Status;
import io.milepost.platform.webhook.Mailbox.Letter;
import io.milepost.platform.webhook.Webhook.*;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes to a real receiver that stands. */
class DeliveryTest {
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
    @DisplayName("An event comes as it stands on Kafka, signed by a secret that the receiver knows")
    void an_event_is_brought() throws GeneralSecurityException {
        var webhook = scene.desk().register(scene.box.url());
        var parcel = scene.desk().post("ann.1");
        scene.desk().work();

        assertThat(scene.box.all()).singleElement().satisfies(letter -> {
            assertThat(letter.path()).isEqualTo("/hooks");
            assertThat(letter.header("Content-Type")).startsWith("application/cloudevents+json");
            assertThat(letter.subject()).isEqualTo(parcel.toString());
            assertThat(letter.event().path("type").asString()).isEqualTo("parcel.posted.v1");
            assertThat(letter.event().path("data").path("label").asString()).isEqualTo("ann.1");
            assertThat(letter.id()).isEqualTo(letter.event().path("id").asString());
            assertThat(signatures(letter))
                    .containsExactly(signed(letter, scene.desk().secret(webhook, 1)));
        });
        assertThat(scene.desk().deliveries(webhook, null))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.status()).isEqualTo(Status.DELIVERED));
    }

    @Test
    void what_was_before_the_registration_comes_only_if_it_is_asked_for() {
        scene.desk().post("ann.0");
        var webhook = scene.desk().register(scene.box.url());
        scene.desk().work();
        assertThat(scene.box.all()).isEmpty();

        var replay = scene.desk().send(webhook, new ReplayEvents(1, null));
        scene.desk().work();
        assertThat(scene.box.all()).extracting(Letter::position).containsExactly(1L);
        assertThat(replay).isGreaterThan(1);
    }

    @Test
    void a_receiver_has_the_events_that_it_asked_for_and_no_others() {
        scene.desk().register(scene.box.url(), "parcel.weighed");
        scene.desk().send(scene.desk().post("ann.1"), new WeighParcel(7));
        scene.desk().work();
        assertThat(scene.box.all())
                .extracting(letter -> letter.event().path("type").asString())
                .containsExactly("parcel.weighed.v1");
    }

    @Test
    void a_receiver_has_the_events_that_say_a_field_which_it_asked_for() {
        scene.desk().register(scene.box.url(), "parcel#grams");
        scene.desk().send(scene.desk().post("ann.1"), new WeighParcel(7));
        scene.desk().work();
        assertThat(scene.box.all())
                .extracting(letter -> letter.event().path("type").asString())
                .containsExactly("parcel.weighed.v1");
    }

    @Test
    @DisplayName("R-189: a webhook hears of what the member whose sight it has may know of")
    void the_sight_of_the_member_rules() {
        var webhook = scene.desk().register(new RegisterWebhook("Ann's", scene.box.url(), null, "ann", null));
        scene.desk().post("bob.1");
        var seen = scene.desk().post("ann.1");
        scene.desk().work();
        assertThat(scene.box.all()).extracting(Letter::subject).containsExactly(seen.toString());
        scene.desk().send(webhook, new ReplayEvents(1, null));
        scene.desk().work();
        assertThat(scene.box.all()).extracting(Letter::subject).containsOnly(seen.toString());
    }

    @Test
    void two_secrets_sign_for_a_day_after_one_is_replaced() throws GeneralSecurityException {
        var webhook = scene.desk().register(scene.box.url());
        scene.desk().send(webhook, new ReplaceWebhookSecret(1));
        scene.desk().post("ann.1");
        scene.desk().work();
        // The command was sent by the clock of the machine, which is months ahead of the one that is set.
        var letter = scene.box.all().getLast();
        assertThat(signatures(letter))
                .containsExactly(
                        signed(letter, scene.desk().secret(webhook, 2)),
                        signed(letter, scene.desk().secret(webhook, 1)));

        scene.clock.move(Duration.ofDays(400_000));
        scene.desk().post("ann.2");
        scene.desk().work();
        assertThat(signatures(scene.box.all().getLast()))
                .containsExactly(signed(scene.box.all().getLast(), scene.desk().secret(webhook, 2)));
    }

    @Test
    void an_event_is_redelivered_under_the_same_id() {
        var webhook = scene.desk().register(scene.box.url());
        scene.desk().post("ann.1");
        scene.desk().work();
        var first = scene.box.all().getFirst();
        scene.desk().send(webhook, new Redeliver(first.position()));
        scene.desk().work();
        assertThat(scene.box.all()).extracting(Letter::id).containsExactly(first.id(), first.id());
        assertThat(scene.desk().deliveries(webhook, null))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.attempts()).hasSize(2));
    }

    @Test
    void what_waits_for_a_webhook_that_is_removed_is_cancelled() {
        scene.box.answering(_ -> 500);
        var webhook = scene.desk().register(scene.box.url());
        scene.desk().post("ann.1");
        scene.desk().work();
        scene.desk().send(webhook, new RemoveWebhook("over"));
        scene.clock.move(Duration.ofDays(1));
        scene.desk().work();
        assertThat(scene.box.all()).hasSize(1);
        assertThat(scene.desk().deliveries(webhook, Status.CANCELLED)).hasSize(1);
    }
}
