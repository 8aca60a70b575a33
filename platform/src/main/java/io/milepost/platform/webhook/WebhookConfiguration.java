package io.milepost.platform.webhook;

import com.mongodb.reactivestreams.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.access.Access;
import io.milepost.platform.access.Sight;
import io.milepost.platform.axon.Commands;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.command.Entities;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.feed.StructuredEvents;
import io.milepost.platform.inbox.TopicTail;
import io.milepost.platform.privacy.Receivers;
import io.milepost.platform.relay.Envelope;
import io.milepost.platform.relay.EventTopic;
import io.milepost.platform.relay.Lease;
import io.milepost.platform.sealing.Sealer;
import io.milepost.platform.start.LiveBundle;
import io.milepost.platform.value.Codes;
import io.milepost.platform.vital.VitalConfiguration;
import io.milepost.platform.vital.VitalThreads;
import io.milepost.platform.web.AnswerTypes;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.ShownOnce;
import io.milepost.platform.web.Sights;
import io.milepost.platform.webhook.Webhook.Cause;
import io.milepost.platform.webhook.Webhook.SuspendWebhook;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.Disposable;

/** Brings the events of this service to its webhooks, and shows what became of them under {@code /v1/webhooks/{id}/deliveries}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
@Import(VitalConfiguration.class)
public class WebhookConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookConfiguration.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    @Bean
    Outbox webhookOutbox(MongoClient client, MilepostProperties milepost) {
        return new Outbox(client.getDatabase(milepost.service()));
    }

    @Bean(destroyMethod = "close")
    HttpReceiver webhookReceiver(WebhookProperties settings, ObjectProvider<SslBundles> bundles) {
        var bundle = settings.bundle();
        return bundle == null || bundle.isBlank()
                ? new HttpReceiver(settings)
                : new HttpReceiver(
                        settings, LiveBundle.of(bundles.getObject(), bundle).context(), InetAddress::getAllByName);
    }

    @Bean
    Registry webhookRegistry(
            Catalogues catalogues, Entities entities, Sights sights, MongoClient client, MilepostProperties milepost) {
        return new Registry(
                catalogues,
                entities,
                webhook -> sightOf(webhook, sights),
                new Bookmarks(client.getDatabase(milepost.service())));
    }

    @Bean
    WebhookMeters webhookMeters(Registry registry, Outbox outbox, Clock clock, MeterRegistry meters) {
        return new WebhookMeters(registry, outbox, clock, meters);
    }

    @Bean(destroyMethod = "dispose")
    Disposable webhookLooks(Webhooks webhooks, WebhookMeters meters, VitalThreads threads) {
        return threads.every(
                BETWEEN_LOOKS,
                "webhook-meters",
                () -> VitalThreads.attempt("count what waits for webhooks", () -> meters.look(webhooks.isSending())));
    }

    @Bean
    Webhooks webhooks(
            EventLog log,
            Registry registry,
            WebhookMeters meters,
            Sealer sealer,
            Commands commands,
            TopicTail directoryTail,
            MongoClient client,
            MilepostProperties milepost,
            WebhookProperties settings,
            Outbox outbox,
            HttpReceiver receiver,
            Clock clock,
            VitalThreads threads) {
        var database = client.getDatabase(milepost.service());
        var bookmarks = new Bookmarks(database);
        var courier = new Courier(
                log,
                registry,
                outbox,
                receiver,
                new Secrets(sealer),
                new StructuredEvents(new Envelope(new EventTopic(milepost.service()), log.epoch())),
                (webhook, cause) -> suspend(webhook, cause, commands),
                meters,
                clock,
                settings.atOnce());
        var posting = new Posting(log, registry, bookmarks, outbox, courier, clock, settings.keep());
        var lease = new Lease(
                database.getCollection("webhook_lease"),
                "webhooks",
                UUID.randomUUID().toString(),
                settings.lease(),
                clock);
        return new Webhooks(log, posting, courier, registry, lease, () -> directoryTail.lag() == 0, threads);
    }

    @Bean
    Receivers webhookReceivers(
            Registry registry,
            Catalogues catalogues,
            Outbox outbox,
            MongoClient client,
            MilepostProperties milepost,
            WebhookProperties settings,
            Clock clock) {
        var bookmarks = new Bookmarks(client.getDatabase(milepost.service()));
        return new SentEvents(registry, catalogueIn(catalogues), outbox, bookmarks::position, clock, settings.keep());
    }

    @Bean
    ShownOnce webhookSecrets(Catalogues catalogues, Entities entities, Sealer sealer) {
        return new NewSecrets(catalogueIn(catalogues), entities, new Secrets(sealer));
    }

    @Bean
    RouterFunction<ServerResponse> webhookRoutes(
            Catalogues catalogues, Entities entities, Outbox outbox, Blocking blocking) {
        var reads = new DeliveryReads(catalogueIn(catalogues), entities, outbox, blocking);
        return RouterFunctions.route()
                .GET("/v1/webhooks/{id}/deliveries", reads::page)
                .filter(AnswerTypes.JSON::only)
                .build();
    }

    @SuppressWarnings("unchecked") // the aggregate of that name is this package's
    static Catalogue<Webhook, Webhook.Command, Webhook.Event> catalogueIn(Catalogues catalogues) {
        return (Catalogue<Webhook, Webhook.Command, Webhook.Event>) catalogues.all().stream()
                .filter(catalogue -> catalogue.aggregate().equals(WebhookCatalogue.AGGREGATE))
                .findFirst()
                .orElseThrow();
    }

    /** Of the member, as it is today. */
    private static Sight sightOf(Webhook webhook, Sights sights) {
        var member = webhook.member();
        var sight = sights.of(member, Access.valueOf(webhook.access().name()));
        return member == null ? sight : sight.with(Set.of(Codes.canonical(member)));
    }

    private static void suspend(UUID webhook, Cause cause, Commands commands) {
        var once = "webhook/" + UUID.randomUUID();
        var outcome = commands.dispatch(new Request(
                        webhook,
                        new SuspendWebhook(cause),
                        once,
                        once.getBytes(StandardCharsets.UTF_8),
                        null,
                        Request.Timing.PRESENT,
                        Who.unbound("webhooks"),
                        Sight.ALL,
                        null,
                        false,
                        Map.of(Metadata.AUTH_TYPE, Metadata.SYSTEM)))
                .join();
        switch (outcome) {
            case Outcome.Committed _ -> LOG.warn("Webhook {} is disabled: {}", webhook, cause);
            case Outcome.Unchanged _, Outcome.Refused _ -> LOG.debug("Webhook {} is disabled already", webhook);
            default ->
                throw new IllegalStateException("the end of webhook %s was answered %s".formatted(webhook, outcome));
        }
    }
}
