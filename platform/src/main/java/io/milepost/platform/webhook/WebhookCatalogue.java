package io.milepost.platform.webhook;

import static io.milepost.platform.catalogue.Role.OPERATOR;
import static io.milepost.platform.decision.Usual.REASON_MISSING;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.EventRow;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.externalid.ExternalIds;
import io.milepost.platform.webhook.Webhook.*;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The webhook's commands and events, the same in every service that decides. Operators have them: whoever chooses where events go chooses who reads them. */
public final class WebhookCatalogue {
    public static final String AGGREGATE = "webhook";

    /** As documents and tests know it, for events of any name. */
    public static final Catalogue<Webhook, Command, Event> WEBHOOK = of(new Terms(null, true));

    private WebhookCatalogue() {}

    /**
     * That of a service with these aggregates.
     *
     * @param plain whether receivers may be spoken to without TLS
     */
    public static Catalogue<Webhook, Command, Event> of(List<? extends Catalogue<?, ?, ?>> catalogues, boolean plain) {
        var names = Stream.concat(
                catalogues.stream().flatMap(WebhookCatalogue::names),
                catalogues.stream().anyMatch(ExternalIds::has)
                        ? namesOf(ExternalIds.ROW).flatMap(name -> withFields(name, ExternalIds.ROW))
                        : Stream.of());
        return of(new Terms(names.collect(Collectors.toSet()), plain));
    }

    static Catalogue<Webhook, Command, Event> of(Terms terms) {
        return Catalogue.of(
                        AGGREGATE,
                        "webhooks",
                        new Decider<>(
                                (Webhook webhook, Command command, Occasion occasion) ->
                                        Webhook.decide(webhook, command, occasion, terms),
                                Webhook::begin,
                                Webhook::evolve))
                .creates(RegisterWebhook.class, (register, _) -> Webhook.register(register, terms), OPERATOR)
                .command(ReviseWebhook.class, OPERATOR)
                .command(ReplaceWebhookSecret.class, OPERATOR)
                .command(DisableWebhook.class, OPERATOR)
                .command(EnableWebhook.class, OPERATOR)
                .command(RemoveWebhook.class, OPERATOR)
                .command(ReplayEvents.class, OPERATOR)
                .command(Redeliver.class, OPERATOR)
                .command(SuspendWebhook.class)
                .event(WebhookRegistered.class, "webhook.registered", 1)
                .event(WebhookRevised.class, "webhook.revised", 1)
                .event(WebhookSecretReplaced.class, "webhook.secret-replaced", 1)
                .event(WebhookDisabled.class, "webhook.disabled", 1)
                .event(WebhookSuspended.class, "webhook.suspended", 1)
                .event(WebhookEnabled.class, "webhook.enabled", 1)
                .event(WebhookRemoved.class, "webhook.removed", 1)
                .event(WebhookReplayRequested.class, "webhook.replay-requested", 1)
                .openTo(OPERATOR)
                .refusals(No.class, TEXT_MISSING, REASON_MISSING)
                .view(View.class, View::of);
    }

    /** By which events of an aggregate can be asked for. */
    private static Stream<String> names(Catalogue<?, ?, ?> catalogue) {
        return catalogue.events().stream()
                .flatMap(row -> Stream.concat(Stream.of(catalogue.aggregate()), namesOf(row))
                        .flatMap(name -> withFields(name, row)));
    }

    private static Stream<String> namesOf(EventRow<?> row) {
        return Stream.of(row.name(), row.wireType());
    }

    /** The name, and with each field of its events. */
    private static Stream<String> withFields(String name, EventRow<?> row) {
        return Stream.concat(
                Stream.of(name),
                Arrays.stream(row.type().getRecordComponents()).map(field -> name + Registry.FIELD + field.getName()));
    }

    /**
     * What a read shows.
     *
     * @param status ACTIVE, DISABLED or REMOVED
     * @param events names of aggregates or events; none for all
     * @param reason why it is not active; GONE or UNREACHABLE where the service says so
     * @param secret number of the secret that signs
     * @param formerUntil until when the secret before that one signs too
     */
    public record View(
            String status,
            String name,
            String url,
            List<String> events,
            @Nullable String member,
            Access access,
            @Nullable String reason,
            int secret,
            @Nullable Instant formerUntil) {
        public View {
            events = List.copyOf(events);
        }

        static View of(Webhook webhook) {
            return new View(
                    webhook.status().name(),
                    webhook.name(),
                    webhook.url(),
                    webhook.events(),
                    webhook.member(),
                    webhook.access(),
                    webhook.reason(),
                    webhook.secret(),
                    webhook.formerUntil());
        }
    }
}
