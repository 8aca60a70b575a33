package io.milepost.platform.webhook;

import static io.milepost.platform.webhook.WebhookCatalogue.WEBHOOK;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.feed.StructuredEvents;
import io.milepost.platform.privacy.Erasure.Receiver;
import io.milepost.platform.relay.Envelope;
import io.milepost.platform.relay.EventTopic;
import io.milepost.platform.sealing.KeyFile;
import io.milepost.platform.sealing.PersonKeys;
import io.milepost.platform.sealing.Sealer;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import io.milepost.platform.webhook.Webhook.RegisterWebhook;
import io.milepost.platform.webhook.Webhook.SuspendWebhook;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** An instance that sends the events of a parcel office, step by step and by a clock that is set. */
final class Desk implements AutoCloseable {
    private static final Duration KEEP = Duration.ofDays(30);

    private final ParcelOffice office;
    private final Outbox outbox;
    private final Bookmarks bookmarks;
    private final HttpReceiver receiver;
    private final Courier courier;
    private final Posting posting;
    private final Secrets secrets;
    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final WebhookMeters meters;
    private final SentEvents sent;

    /** @param believed by it receivers are believed; null where none speaks TLS */
    Desk(
            ParcelOffice office,
            Path folder,
            Clock clock,
            List<Catalogue<?, ?, ?>> catalogues,
            Function<Webhook, Sight> sights,
            @Nullable SSLContext believed) {
        this.office = office;
        var keyFile = KeyFile.open(folder.resolve("webhooks.keys"));
        secrets = new Secrets(new Sealer(new PersonKeys(office.database(), keyFile, clock), keyFile));
        outbox = new Outbox(office.database());
        bookmarks = new Bookmarks(office.database());
        receiver = new HttpReceiver(
                new WebhookProperties(true, Duration.ofSeconds(2), 4, KEEP, null, Duration.ofSeconds(10)),
                believed,
                InetAddress::getAllByName);
        var registry = new Registry(new Catalogues(catalogues), office.entities(), sights, bookmarks);
        meters = new WebhookMeters(registry, outbox, clock, figures);
        courier = new Courier(
                office.log(),
                registry,
                outbox,
                receiver,
                secrets,
                new StructuredEvents(
                        new Envelope(new EventTopic("post"), office.log().epoch())),
                (webhook, cause) -> office.send(webhook, new SuspendWebhook(cause)),
                meters,
                clock,
                4);
        posting = new Posting(office.log(), registry, bookmarks, outbox, courier, clock, KEEP);
        sent = new SentEvents(registry, WEBHOOK, outbox, posting::position, clock, KEEP);
        posting.load();
        courier.begin();
    }

    /** Stands still until it is set. */
    static final class SetClock extends Clock {
        private volatile Instant now = Instant.parse("2026-03-02T10:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    UUID register(String url, String... events) {
        return register(new RegisterWebhook("receiver", url, List.of(events), null, null));
    }

    UUID register(RegisterWebhook register) {
        var id = UUID.randomUUID();
        send(id, register);
        return id;
    }

    long send(UUID id, Record command) {
        var outcome = office.send(id, command);
        if (!(outcome instanceof Outcome.Committed done)) {
            throw new AssertionError("%s was answered %s".formatted(command, outcome));
        }
        return done.position();
    }

    UUID post(String label) {
        var id = UUID.randomUUID();
        send(id, ParcelOffice.post(label, null, "1.00"));
        return id;
    }

    /** Whatever there is to read and to send now. */
    void work() {
        for (var more = true; more; ) {
            var commits = office.log().read(posting.position(), 100).join();
            more = posting.take(commits) || !commits.isEmpty();
        }
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(() -> {
            posting.take(office.log().read(posting.position(), 100).join());
            return courier.isIdle();
        });
    }

    /** Only what one look brings about, and nothing is waited for. */
    void glance() {
        posting.take(office.log().read(posting.position(), 3).join());
    }

    List<Delivery> deliveries(UUID webhook, Delivery.@Nullable Status status) {
        return outbox.page(webhook, status, null, 1_000);
    }

    /** Where these events have gone, as somebody finds who reads the log through. */
    List<Receiver> receivers(Predicate<StoredEvent> concerned) {
        var reading = sent.begin();
        log().forEach(event -> reading.take(event, concerned.test(event)));
        return reading.found();
    }

    /** What this instance tells of its webhooks. */
    double figure(String name, String... tags) {
        meters.look(true);
        return figures.get("milepost.webhook." + name).tags(tags).gauge().value();
    }

    /** The same of one that leaves the sending to another. */
    double figureOfStandby(String name) {
        meters.look(false);
        return figures.get("milepost.webhook." + name).gauge().value();
    }

    double count(String outcome) {
        return figures.get("milepost.webhook.deliveries")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    String secret(UUID webhook, int number) {
        return secrets.text(webhook, number);
    }

    List<StoredEvent> log() {
        return office.log().read(0, 10_000).join().stream()
                .flatMap(commit -> commit.events().stream())
                .toList();
    }

    @Override
    public void close() {
        courier.end();
        receiver.close();
    }
}
