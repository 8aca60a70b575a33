package io.milepost.platform.webhook;

import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;
import static io.milepost.platform.webhook.Webhook.No.*;

import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A receiver outside of the suite to which events are sent.
 *
 * @param events which ones it wants: names of aggregates or of events, with or without version and {@code #field}; empty wants all
 * @param member whose sight it has; null for one that sees everything
 * @param access of which entities it hears, beginning with the member's own
 * @param reason why it is not active
 * @param secret number of the secret that signs what it is sent
 * @param formerUntil until when the secret before that one signs too; null where there is none
 */
public record Webhook(
        String name,
        String url,
        List<String> events,
        @Nullable String member,
        Access access,
        Status status,
        @Nullable String reason,
        int secret,
        @Nullable Instant formerUntil) {
    /** For so long a former secret signs beside the new one. */
    static final Duration OVERLAP = Duration.ofHours(24);

    private static final int LONGEST_URL = 2_000;

    public Webhook {
        events = List.copyOf(events);
    }

    /** What becomes of a webhook. */
    public enum Status {
        ACTIVE,
        DISABLED,
        REMOVED
    }

    /** Whose entities a webhook hears of, from the narrowest on; as the claim {@code access} of a token. */
    public enum Access {
        OWN,
        TEAM,
        SUBTREE,
        ALL
    }

    /** Why the service itself sends nothing more: 410 was answered, or an event was tried for three days and nothing else was taken. */
    public enum Cause {
        GONE,
        UNREACHABLE
    }

    /**
     * What a service accepts.
     *
     * @param names of its aggregates and events; null for any, where a document or a law looks at the aggregate alone
     * @param plain whether a receiver may be spoken to without TLS
     */
    public record Terms(@Nullable Set<String> names, boolean plain) {
        public Terms {
            names = names == null ? null : Set.copyOf(names);
        }
    }

    /**
     * Has events sent to a receiver from now on. The secret by which it knows them stands in the answer, once.
     *
     * @param name of the receiver, as a list shows it
     * @param url where it takes events, by POST
     * @param events names of aggregates or of events, with or without version; with {@code #field} those that say it; all when absent
     * @param member whose sight it has
     * @param access OWN where it is absent and a member is named, ALL where neither is
     */
    public record RegisterWebhook(
            String name,
            @Limit(LONGEST_URL) String url,
            @Nullable List<String> events,
            @Nullable String member,
            @Nullable Access access) {}

    public sealed interface Command {}

    /** Another address, or other events from now on. */
    public record ReviseWebhook(
            @Limit(LONGEST_URL) String url, @Nullable List<String> events) implements Command {}

    /**
     * A new secret, which stands in the answer, once; the former one signs beside it for 24 hours.
     *
     * @param secret number of the one that is replaced, as a read shows it
     */
    public record ReplaceWebhookSecret(int secret) implements Command {}

    /** Nothing is sent until it is enabled again; what happens meanwhile can be replayed. */
    public record DisableWebhook(@Limit(Limit.NOTE) String reason) implements Command {}

    public record EnableWebhook() implements Command {}

    /** For good. */
    public record RemoveWebhook(@Limit(Limit.NOTE) String reason) implements Command {}

    /**
     * Sends once more what it wants of a range of the log.
     *
     * @param fromPosition the first, 1 for everything there is
     * @param toPosition the last; up to now when absent
     */
    public record ReplayEvents(long fromPosition, @Nullable Long toPosition) implements Command {}

    /** Sends one event once more. */
    public record Redeliver(long position) implements Command {}

    /** What the service says itself when a receiver takes nothing more. */
    public record SuspendWebhook(Cause cause) implements Command {}

    public sealed interface Event {}

    public record WebhookRegistered(
            String name,
            String url,
            List<String> events,
            @Nullable String member,
            Access access) implements Event {
        public WebhookRegistered {
            events = List.copyOf(events);
        }
    }

    public record WebhookRevised(String url, List<String> events) implements Event {
        public WebhookRevised {
            events = List.copyOf(events);
        }
    }

    /**
     * Another secret signs. The secret itself is in no event.
     *
     * @param number of the new one
     */
    public record WebhookSecretReplaced(int number, Instant formerUntil) implements Event {}

    public record WebhookDisabled(String reason) implements Event {}

    public record WebhookSuspended(Cause cause) implements Event {}

    public record WebhookEnabled(Instant at) implements Event {}

    public record WebhookRemoved(String reason) implements Event {}

    /**
     * A range is sent once more.
     *
     * @param to null for all that came before this
     */
    public record WebhookReplayRequested(
            long from, @Nullable Long to) implements Event {}

    public enum No implements Refusal {
        WEBHOOK_REMOVED(state("the webhook is removed")),
        WEBHOOK_DISABLED(state("the webhook is disabled, enable it first")),
        SECRET_OUTDATED(state("another secret signs by now, read which one")),
        URL_UNUSABLE(rule("an address is an absolute https URL with a host and without user and fragment")),
        EVENT_UNKNOWN(rule("no aggregate and no event of this service has that name")),
        EVENT_REPEATED(rule("a name is listed once")),
        MEMBER_MISSING(rule("a webhook that does not hear of everything must name the member whose sight it has")),
        RANGE_IMPOSSIBLE(rule("positions begin with 1, and a range ends where it begins or later"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    static Decision<Event> register(RegisterWebhook register, Terms terms) {
        var member = register.member();
        var usual = member == null ? Access.ALL : Access.OWN;
        var access = register.access() == null ? usual : register.access();
        var events = register.events() == null ? List.<String>of() : register.events();
        return Addressing.checked(check().text("/name", register.name()), register.url(), events, terms)
                .text("/member", member)
                .that(member != null || access == Access.ALL, "/member", MEMBER_MISSING)
                .accept(() -> new WebhookRegistered(
                        register.name(),
                        register.url(),
                        events,
                        member == null ? null : Codes.canonical(member),
                        access));
    }

    static Decision<Event> decide(Webhook webhook, Command command, Occasion occasion, Terms terms) {
        if (webhook.status() == Status.REMOVED) {
            return command.equals(new RemoveWebhook(String.valueOf(webhook.reason())))
                    ? unchanged()
                    : refused(WEBHOOK_REMOVED);
        }
        return switch (command) {
            case ReviseWebhook revise -> webhook.revise(revise, terms);
            case ReplaceWebhookSecret(var number) -> webhook.replace(number, occasion.effectiveAt());
            case DisableWebhook(var reason) ->
                check().reason("/reason", reason)
                        .then(() ->
                                reason.equals(webhook.reason()) ? unchanged() : accepted(new WebhookDisabled(reason)));
            case EnableWebhook _ ->
                webhook.status() == Status.ACTIVE ? unchanged() : accepted(new WebhookEnabled(occasion.effectiveAt()));
            case RemoveWebhook(var reason) ->
                check().reason("/reason", reason).accept(() -> new WebhookRemoved(reason));
            case ReplayEvents(var from, var to) ->
                webhook.replay(new WebhookReplayRequested(from, to), "/fromPosition");
            case Redeliver(var position) -> webhook.replay(new WebhookReplayRequested(position, position), "/position");
            case SuspendWebhook(var cause) ->
                webhook.status() == Status.DISABLED ? unchanged() : accepted(new WebhookSuspended(cause));
        };
    }

    static Webhook begin(Event first) {
        var registered = (WebhookRegistered) first;
        return new Webhook(
                registered.name(),
                registered.url(),
                registered.events(),
                registered.member(),
                registered.access(),
                Status.ACTIVE,
                null,
                1,
                null);
    }

    static Webhook evolve(Webhook webhook, Event event) {
        return switch (event) {
            case WebhookRegistered _, WebhookReplayRequested _ -> webhook;
            case WebhookRevised(var url, var events) -> webhook.at(url, events);
            case WebhookSecretReplaced(var number, var formerUntil) -> webhook.signing(number, formerUntil);
            case WebhookDisabled(var reason) -> webhook.in(Status.DISABLED, reason);
            case WebhookSuspended(var cause) -> webhook.in(Status.DISABLED, cause.name());
            case WebhookEnabled _ -> webhook.in(Status.ACTIVE, null);
            case WebhookRemoved(var reason) -> webhook.in(Status.REMOVED, reason);
        };
    }

    private Decision<Event> revise(ReviseWebhook revise, Terms terms) {
        var wanted = revise.events() == null ? List.<String>of() : revise.events();
        return Addressing.checked(check(), revise.url(), wanted, terms)
                .then(() -> revise.url().equals(url) && wanted.equals(events)
                        ? unchanged()
                        : accepted(new WebhookRevised(revise.url(), wanted)));
    }

    /** Two who replace one secret at the same time replace it once. */
    private Decision<Event> replace(int number, Instant now) {
        if (number == secret) {
            return accepted(new WebhookSecretReplaced(secret + 1, now.plus(OVERLAP)));
        }
        return number == secret - 1 ? unchanged() : refusedAt("/secret", SECRET_OUTDATED);
    }

    private Decision<Event> replay(WebhookReplayRequested asked, String pointer) {
        var to = asked.to();
        return check().that(asked.from() >= 1, pointer, RANGE_IMPOSSIBLE)
                .that(to == null || to >= asked.from(), "/toPosition", RANGE_IMPOSSIBLE)
                .that(status == Status.ACTIVE, WEBHOOK_DISABLED)
                .accept(() -> asked);
    }

    private Webhook at(String address, List<String> wanted) {
        return new Webhook(name, address, wanted, member, access, status, reason, secret, formerUntil);
    }

    private Webhook signing(int number, Instant until) {
        return new Webhook(name, url, events, member, access, status, reason, number, until);
    }

    private Webhook in(Status other, @Nullable String why) {
        return new Webhook(name, url, events, member, access, other, why, secret, formerUntil);
    }
}
