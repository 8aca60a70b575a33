package io.milepost.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.webhook.Delivery.Attempt;
import io.milepost.platform.webhook.Delivery.Status;
import io.milepost.platform.webhook.Mailbox.Letter;
import io.milepost.platform.webhook.Webhook.EnableWebhook;
import io.milepost.platform.webhook.Webhook.ReplayEvents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of events on their way to a real receiver that falls, lies or says nothing. */
class DeliveryFailureTest {
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
    void the_events_of_one_entity_come_in_their_order_and_hold_up_no_other_one() {
        var stuck = scene.desk().post("ann.0");
        scene.box.answering(letter -> letter.subject().equals(stuck.toString()) ? 500 : 200);
        var webhook = scene.desk().register(scene.box.url());
        for (int grams = 1; grams <= 5; grams++) {
            scene.desk().send(stuck, new WeighParcel(grams));
            scene.desk().send(scene.desk().post("ann." + grams), new WeighParcel(grams));
        }
        scene.desk().work();
        assertThat(scene.box.taken()).hasSize(10);
        assertThat(positionsOf(stuck)).as("only the first one is tried").hasSize(1);
        assertThat(scene.desk().deliveries(webhook, Status.PENDING)).hasSize(5);

        scene.box.answering(_ -> 200);
        scene.clock.move(Duration.ofSeconds(10));
        scene.desk().work();
        assertThat(positionsOf(stuck).stream().skip(1).toList()).hasSize(5).isSorted();
        assertThat(scene.desk().deliveries(webhook, Status.PENDING)).isEmpty();
    }

    @Test
    @DisplayName(
            "An event is tried for three days; then it is given up, and the webhook with it if nothing else was taken")
    void it_is_tried_for_three_days() {
        scene.box.answering(_ -> 503);
        var webhook = scene.desk().register(scene.box.url());
        scene.desk().post("ann.1");
        scene.desk().work();
        var begun = scene.clock.instant();
        while (scene.desk().deliveries(webhook, Status.GIVEN_UP).isEmpty()) {
            scene.clock.move(Duration.ofMinutes(10));
            scene.desk().work();
            assertThat(scene.clock.instant()).isBefore(begun.plus(Duration.ofDays(4)));
        }
        assertThat(scene.clock.instant()).isAfter(begun.plus(Duration.ofDays(3)));
        assertThat(scene.box.all()).hasSize(10);
        assertThat(scene.box.all())
                .extracting(Letter::id)
                .containsOnly(scene.box.all().getFirst().id());
        assertThat(scene.desk().deliveries(webhook, null).getFirst().attempts())
                .hasSize(10)
                .extracting(Attempt::status)
                .containsOnly(503);
        assertThat(scene.lastOf("webhook.suspended")).contains("UNREACHABLE");
    }

    @Test
    void one_event_that_a_receiver_never_takes_does_not_end_the_others() {
        var poison = scene.desk().post("ann.0");
        scene.box.answering(letter -> letter.subject().equals(poison.toString()) ? 400 : 200);
        var webhook = scene.desk().register(scene.box.url());
        scene.desk().send(poison, new WeighParcel(1));
        scene.desk().work();
        int others = 0;
        while (scene.desk().deliveries(webhook, Status.GIVEN_UP).isEmpty()) {
            scene.clock.move(Duration.ofHours(2));
            scene.desk().post("ann." + ++others);
            scene.desk().work();
            assertThat(others).isLessThan(60);
        }
        assertThat(scene.box.taken()).hasSize(others);
        assertThat(scene.desk().log()).extracting(StoredEvent::name).doesNotContain("webhook.suspended");
    }

    @Test
    void whoever_answers_410_is_sent_nothing_more_until_it_is_enabled() {
        scene.box.answering(_ -> 410);
        var webhook = scene.desk().register(scene.box.url());
        scene.desk().post("ann.1");
        scene.desk().work();
        assertThat(scene.lastOf("webhook.suspended")).contains("GONE");
        scene.desk().post("ann.2");
        scene.clock.move(Duration.ofDays(1));
        scene.desk().work();
        assertThat(scene.box.all()).hasSize(1);

        scene.box.answering(_ -> 200);
        scene.desk().send(webhook, new EnableWebhook());
        scene.desk().work();
        assertThat(scene.box.taken()).as("what waited").hasSize(1);
        scene.desk().send(webhook, new ReplayEvents(1, null));
        scene.desk().work();
        assertThat(scene.box.taken()).hasSize(3);
        assertThat(scene.box.taken().stream().map(Letter::id).distinct())
                .as("the first one twice")
                .hasSize(2);
    }

    @Test
    void a_redirect_is_a_refusal_and_a_receiver_that_is_busy_is_left_alone_for_as_long_as_it_says() {
        scene.box.answering(_ -> 307).saying("Location", scene.box.url() + "/elsewhere");
        var webhook = scene.desk().register(scene.box.url());
        scene.desk().post("ann.1");
        scene.desk().work();
        assertThat(scene.box.all()).extracting(Letter::path).containsExactly("/hooks");

        scene.box.answering(_ -> 429).saying("Retry-After", "3600");
        scene.clock.move(Duration.ofSeconds(10));
        scene.desk().work();
        scene.clock.move(Duration.ofMinutes(59));
        scene.desk().work();
        assertThat(scene.box.all()).hasSize(2);
        scene.box.answering(_ -> 200);
        scene.clock.move(Duration.ofMinutes(2));
        scene.desk().work();
        assertThat(scene.box.all()).hasSize(3);
        assertThat(scene.desk().deliveries(webhook, null).getFirst().attempts())
                .extracting(Attempt::status)
                .containsExactly(307, 429, 200);
    }

    @Test
    void a_receiver_that_says_nothing_counts_as_one_that_failed() {
        scene.box.answering(_ -> Mailbox.DIES);
        var webhook = scene.desk().register(scene.box.url());
        scene.desk().post("ann.1");
        scene.desk().work();
        assertThat(scene.desk().deliveries(webhook, Status.PENDING).getFirst().attempts())
                .singleElement()
                .satisfies(attempt -> {
                    assertThat(attempt.status()).isNull();
                    assertThat(attempt.error()).isNotBlank();
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("Whoever dies, receiver or sender, every event comes at least once, and doubles have one id")
    void nothing_is_lost(long seed) {
        var random = new Random(seed);
        scene.box.answering(_ -> switch (random.nextInt(4)) {
            case 0 -> Mailbox.DIES;
            case 1 -> 500;
            default -> 200;
        });
        var webhook = scene.desk().register(scene.box.url());
        var parcels = new ArrayList<UUID>();
        for (int i = 0; i < 60; i++) {
            if (parcels.isEmpty() || random.nextInt(3) == 0) {
                parcels.add(scene.desk().post("ann." + i));
            } else {
                scene.desk().send(parcels.get(random.nextInt(parcels.size())), new WeighParcel(i + 1));
            }
            switch (random.nextInt(6)) {
                case 0 -> {
                    scene.restart();
                }
                case 1 -> scene.clock.move(Duration.ofHours(1));
                default -> scene.desk().glance();
            }
        }
        scene.box.answering(_ -> 200);
        for (int i = 0; i < 5; i++) {
            scene.clock.move(Duration.ofDays(1));
            scene.desk().work();
        }
        var stored = scene.desk().log().stream()
                .filter(event -> event.name().startsWith("parcel."))
                .collect(Collectors.toMap(event -> event.id().toString(), StoredEvent::position));
        var taken = scene.box.taken().stream()
                .collect(Collectors.groupingBy(Letter::id, Collectors.mapping(Letter::position, Collectors.toSet())));
        assertThat(taken.keySet()).isEqualTo(stored.keySet());
        taken.forEach((id, positions) -> assertThat(positions).containsExactly(stored.get(id)));
        assertThat(scene.desk().deliveries(webhook, Status.PENDING)).isEmpty();
        assertInOrder();
    }

    /** Each entity's events, by when each of them was taken first. */
    private void assertInOrder() {
        var seen = new HashSet<String>();
        var last = new HashMap<String, Long>();
        for (var letter : scene.box.taken()) {
            if (seen.add(letter.id())) {
                var before = last.put(letter.subject(), letter.position());
                assertThat(before == null ? 0 : before).isLessThan(letter.position());
            }
        }
    }

    private List<Long> positionsOf(UUID subject) {
        return scene.box.all().stream()
                .filter(letter -> letter.subject().equals(subject.toString()))
                .map(Letter::position)
                .toList();
    }
}
