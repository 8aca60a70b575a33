package io.milepost.platform.webhook;

import static io.milepost.platform.webhook.Scene.signatures;
import static io.milepost.platform.webhook.Scene.signed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.testkit.Certificates;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.webhook.Delivery.Status;
import io.milepost.platform.webhook.HttpReceiver.Answer;
import io.milepost.platform.webhook.HttpReceiver.Resolver;
import io.milepost.platform.webhook.Mailbox.Letter;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that speak TLS and show a certificate of an authority of their own. */
class SecuredReceiverTest {
    private static final Resolver LOOPBACK = _ -> new InetAddress[] {InetAddress.getLoopbackAddress()};

    @TempDir
    private static Path folder;

    private static SSLContext own;
    private static SSLContext ofAnother;

    @BeforeAll
    static void make() {
        own = Certificates.make(folder, "own", "dns:hooks.example,ip:127.0.0.1").shown();
        ofAnother = Certificates.make(folder, "another", "dns:other.example").shown();
    }

    @Test
    void a_receiver_is_spoken_to_where_its_authority_is_believed_and_its_name_is_right() {
        assertThat(posted(own, own, LOOPBACK).isTaken()).isTrue();
        assertThat(posted(own, null, LOOPBACK).error())
                .as("an authority that nobody knows")
                .contains("SSL");
        assertThat(posted(own, ofAnother, LOOPBACK).error())
                .as("another authority")
                .contains("SSL");
        assertThat(posted(ofAnother, ofAnother, LOOPBACK).error())
                .as("another name")
                .contains("SSL");
    }

    @Test
    void a_name_that_leads_inside_is_not_spoken_to_though_it_leads_outside_too() throws Exception {
        var outside = InetAddress.getByName("1.1.1.1");
        var inside = InetAddress.getByName("10.0.0.1");
        for (var found : new InetAddress[][] {{inside}, {outside, inside}}) {
            var receiver = new HttpReceiver(settings(false, Duration.ofSeconds(2)), own, _ -> found);
            assertThat(receiver.post(URI.create("https://hooks.example/"), Map.of(), new byte[0])
                            .error())
                    .isEqualTo("ADDRESS_NOT_PUBLIC");
            receiver.close();
        }
    }

    @Test
    @DisplayName("A name is looked up once for an event, so what it leads to a moment later is not spoken to")
    void a_name_is_looked_up_once() {
        var asked = new AtomicInteger();
        Resolver changing = _ -> {
            var first = asked.getAndIncrement() == 0;
            return new InetAddress[] {first ? InetAddress.getLoopbackAddress() : InetAddress.getByName("192.0.2.1")};
        };
        assertThat(posted(own, own, changing).isTaken()).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_redirect_is_not_followed_and_a_receiver_that_is_too_slow_counts_as_one_that_failed() {
        var stays = new CountDownLatch(1);
        try (var box = new Mailbox(own)) {
            box.answering(_ -> 308).saying("Location", "https://hooks.example:%d/elsewhere".formatted(box.port()));
            assertThat(posted(box, own, LOOPBACK).status()).isEqualTo(308);
            assertThat(box.all()).extracting(Letter::path).containsExactly("/hooks");

            box.answering(_ -> {
                awaitOpen(stays);
                return 200;
            });
            var answer = posted(box, own, LOOPBACK);
            stays.countDown();
            assertThat(answer.isTaken()).isFalse();
            assertThat(answer.error()).contains("Timeout");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    @DisplayName(
            "A receiver that is killed at random ends with every event, signed, in order, and tells doubles by their"
                    + " id")
    void nothing_is_lost(long seed, @TempDir Path files) throws GeneralSecurityException {
        var random = new Random(seed);
        try (var scene = new Scene(files, own)) {
            scene.box.answering(_ -> random.nextInt(4) == 0 ? Mailbox.DIES : 204);
            var webhook = scene.desk().register(scene.box.url());
            var parcels = new ArrayList<UUID>();
            boolean up = true;
            for (int i = 0; i < 40; i++) {
                if (parcels.isEmpty() || random.nextInt(3) == 0) {
                    parcels.add(scene.desk().post("ann." + i));
                } else {
                    scene.desk().send(parcels.get(random.nextInt(parcels.size())), new WeighParcel(i + 1));
                }
                switch (random.nextInt(8)) {
                    case 0 -> scene.restart();
                    case 1 -> scene.clock.move(Duration.ofHours(1));
                    case 2, 3 -> {
                        if (up) {
                            scene.box.fall();
                        } else {
                            scene.box.rise();
                        }
                        up = !up;
                    }
                    default -> scene.desk().glance();
                }
            }
            if (!up) {
                scene.box.rise();
            }
            scene.box.answering(_ -> 204);
            for (int i = 0; i < 5; i++) {
                scene.clock.move(Duration.ofDays(1));
                scene.desk().work();
            }
            var stored = scene.desk().log().stream()
                    .filter(event -> event.name().startsWith("parcel."))
                    .collect(Collectors.toMap(event -> event.id().toString(), StoredEvent::position));
            assertThat(scene.box.taken().stream()
                            .collect(Collectors.toMap(Letter::id, Letter::position, (one, _) -> one)))
                    .as("seed %d", seed)
                    .isEqualTo(stored);
            assertThat(scene.desk().deliveries(webhook, Status.PENDING)).isEmpty();
            var last = scene.box.taken().getLast();
            assertThat(signatures(last))
                    .containsExactly(signed(last, scene.desk().secret(webhook, 1)));
            assertInOrder(scene.box);
        }
    }

    /** Each entity's events, by when each of them was taken first. */
    private static void assertInOrder(Mailbox box) {
        var seen = new HashSet<String>();
        var last = new HashMap<String, Long>();
        for (var letter : box.taken()) {
            if (seen.add(letter.id())) {
                var before = last.put(letter.subject(), letter.position());
                assertThat(before == null ? 0 : before).isLessThan(letter.position());
            }
        }
    }

    private static Answer posted(SSLContext shown, @Nullable SSLContext believed, Resolver names) {
        try (var box = new Mailbox(shown)) {
            return posted(box, believed, names);
        }
    }

    private static Answer posted(Mailbox box, @Nullable SSLContext believed, Resolver names) {
        var receiver = new HttpReceiver(settings(true, Duration.ofMillis(500)), believed, names);
        try {
            return receiver.post(
                    URI.create("https://hooks.example:%d/hooks".formatted(box.port())), Map.of(), "{}".getBytes(UTF_8));
        } finally {
            receiver.close();
        }
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static WebhookProperties settings(boolean allowPrivate, Duration timeout) {
        return new WebhookProperties(allowPrivate, timeout, 8, Duration.ofDays(30), null, Duration.ofSeconds(10));
    }
}
