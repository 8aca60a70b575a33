package io.milepost.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.privacy.Erasure.Receiver;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.webhook.Delivery.Attempt;
import io.milepost.platform.webhook.Webhook.DisableWebhook;
import io.milepost.platform.webhook.Webhook.RegisterWebhook;
import io.milepost.platform.webhook.Webhook.RemoveWebhook;
import io.milepost.platform.webhook.Webhook.ReplayEvents;
import io.milepost.platform.webhook.Webhook.ReviseWebhook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which receivers are named where a person is erased. */
@DisplayName("R-187: the receivers of a person's events are named")
class SentEventsTest {
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
    void whoever_was_sent_an_event_is_named_with_its_position_and_nobody_else() {
        var webhook = scene.desk().register(scene.box.url());
        scene.desk().register(scene.box.url(), "parcel.weighed");
        scene.desk().register(new RegisterWebhook("Bob's", scene.box.url(), null, "bob", null));
        var parcel = scene.desk().post("ann.1");
        scene.desk().send(parcel, new WeighParcel(7));
        scene.desk().work();

        assertThat(found()).singleElement().satisfies(receiver -> {
            assertThat(receiver.webhook()).isEqualTo(webhook);
            assertThat(receiver.name()).isEqualTo("receiver");
            assertThat(receiver.urls()).containsExactly(scene.box.url());
            assertThat(receiver.sent()).containsExactly(positionOf("parcel.posted"));
            assertThat(receiver.perhaps()).isEmpty();
        });
        assertThat(scene.desk().receivers(event -> event.name().equals("parcel.weighed")))
                .as("control: the one that asked for the other event")
                .hasSize(2);
    }

    @Test
    void who_did_not_take_it_may_have_it_and_what_waits_may_still_be_sent() {
        scene.box.answering(_ -> 500);
        scene.desk().register(scene.box.url());
        scene.desk().post("ann.1");
        scene.desk().work();
        assertThat(found())
                .singleElement()
                .satisfies(receiver -> assertThat(receiver.sent()).hasSize(1));

        scene.desk().post("ann.2");
        assertThat(found()).singleElement().satisfies(receiver -> {
            assertThat(receiver.sent()).hasSize(1);
            assertThat(receiver.perhaps()).as("not read for webhooks yet").hasSize(1);
        });
    }

    @Test
    void an_event_has_left_where_somebody_was_connected_to() {
        var now = scene.clock.instant();
        assertThat(new Attempt(now, 1, null, "HOST_UNKNOWN").hasLeft()).isFalse();
        assertThat(new Attempt(now, 1, null, "ADDRESS_NOT_PUBLIC").hasLeft()).isFalse();
        assertThat(new Attempt(now, 1, null, "ReadTimeoutException").hasLeft()).isTrue();
        assertThat(new Attempt(now, 1, 500, null).hasLeft()).isTrue();
    }

    @Test
    void a_webhook_that_moved_or_is_removed_is_named_with_all_its_addresses() {
        var webhook = scene.desk().register(scene.box.url());
        scene.desk().post("ann.1");
        scene.desk().work();
        scene.desk().send(webhook, new ReviseWebhook(scene.box.url() + "/new", null));
        scene.desk().send(webhook, new RemoveWebhook("over"));
        scene.desk().post("ann.2");
        scene.desk().work();
        assertThat(found()).singleElement().satisfies(receiver -> {
            assertThat(receiver.urls()).containsExactly(scene.box.url(), scene.box.url() + "/new");
            assertThat(receiver.sent()).as("the one before it was removed").hasSize(1);
        });
    }

    @Test
    void what_came_before_the_registration_counts_where_it_was_replayed_and_not_otherwise() {
        scene.desk().post("ann.1");
        var webhook = scene.desk().register(scene.box.url());
        scene.desk().work();
        assertThat(found()).isEmpty();
        scene.desk().send(webhook, new ReplayEvents(1, null));
        scene.desk().work();
        assertThat(found()).extracting(Receiver::sent).containsExactly(List.of(1L));
    }

    @Test
    void what_nothing_tells_of_any_more_was_perhaps_sent() {
        var webhook = scene.desk().register(scene.box.url());
        scene.desk().post("ann.1");
        scene.desk().work();
        var disabled = scene.desk().send(webhook, new DisableWebhook("moves"));
        scene.desk().post("ann.2");
        scene.desk().work();
        assertThat(found()).extracting(Receiver::sent).containsExactly(List.of(disabled - 1));

        scene.clock.move(Duration.ofDays(4_000));
        scene.restart();
        scene.desk().work();
        assertThat(scene.desk().deliveries(webhook, null)).as("purged").isEmpty();
        assertThat(found()).singleElement().satisfies(receiver -> {
            assertThat(receiver.sent()).isEmpty();
            assertThat(receiver.perhaps())
                    .as("not what came while it was disabled")
                    .containsExactly(disabled - 1);
        });
    }

    private List<Receiver> found() {
        return scene.desk().receivers(event -> event.name().equals("parcel.posted"));
    }

    private long positionOf(String name) {
        return scene.desk().log().stream()
                .filter(event -> event.name().equals(name))
                .mapToLong(StoredEvent::position)
                .findFirst()
                .orElseThrow();
    }
}
