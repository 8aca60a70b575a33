package io.milepost.platform.webhook;

import static io.milepost.platform.decision.Usual.REASON_MISSING;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;
import static io.milepost.platform.webhook.Webhook.No.*;
import static io.milepost.platform.webhook.WebhookCatalogue.WEBHOOK;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.testkit.CatalogueWalk;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.webhook.Webhook.*;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who is sent what, as operators say it. */
class WebhookTest {
    private static final String URL = "https://hooks.example.com/milepost?to=erp";
    private static final ReachedRefusals REACHED = ReachedRefusals.of(WEBHOOK);
    private static final Scenario<Webhook, Command, Event> NOTHING = Scenario.of(
                    WebhookCatalogue.of(List.of(ParcelMessages.CATALOGUE), false))
            .recording(REACHED);
    private static final WebhookRegistered REGISTERED =
            new WebhookRegistered("ERP", URL, List.of("parcel"), null, Access.ALL);
    private static final Scenario<Webhook, Command, Event> ACTIVE = NOTHING.given(REGISTERED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    void is_declared_and_well_named() {
        CatalogueWalk.check(List.of(WEBHOOK));
    }

    @Test
    void laws_of_the_webhook() {
        Laws.of(WEBHOOK)
                .suggesting("url", URL, "http://10.0.0.1/")
                .suggesting("events", List.of(), List.of("parcel"))
                .suggesting("reason", "alpha", "GONE")
                .suggesting("fromPosition", 1L, 7L)
                .suggesting("toPosition", 7L, 9L)
                .suggesting("position", 7L)
                .suggesting("secret", 1, 2, 3)
                .repeating(ReplayEvents.class)
                .repeating(Redeliver.class)
                .terminal("REMOVED")
                .check();
    }

    @Test
    void a_receiver_is_registered_for_everything_or_for_what_a_member_sees() {
        NOTHING.when(new RegisterWebhook("ERP", URL, List.of("parcel"), null, null))
                .then(REGISTERED);
        NOTHING.when(new RegisterWebhook("ERP", URL, null, " kap", null))
                .then(new WebhookRegistered("ERP", URL, List.of(), "KAP", Access.OWN));
        NOTHING.when(new RegisterWebhook("ERP", URL, null, "kap", Access.SUBTREE))
                .then(new WebhookRegistered("ERP", URL, List.of(), "KAP", Access.SUBTREE));
        NOTHING.when(new RegisterWebhook("ERP", URL, null, null, Access.TEAM)).thenRefused(MEMBER_MISSING, "/member");
        NOTHING.when(new RegisterWebhook("ERP", URL, null, " ", null)).thenRefused(TEXT_MISSING, "/member");
        NOTHING.when(new RegisterWebhook(" ", URL, null, null, null)).thenRefused(TEXT_MISSING, "/name");
    }

    @Test
    void an_address_is_one_that_can_be_called_and_tells_nobody_a_password() {
        for (var nonsense : List.of(
                "",
                " ",
                "hooks.example.com",
                "/hooks",
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "https:///hooks",
                "https://ann:secret@hooks.example.com/",
                "https://hooks.example.com/#here",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:65536/",
                "https://hooks.example.com/a b",
                "https://hooks.example.com/\r\nHost: other")) {
            NOTHING.when(new RegisterWebhook("ERP", nonsense, null, null, null)).thenRefused(URL_UNUSABLE, "/url");
            ACTIVE.when(new ReviseWebhook(nonsense, null)).thenRefused(URL_UNUSABLE, "/url");
        }
        Scenario.of(WebhookCatalogue.of(List.of(), true))
                .when(new RegisterWebhook("ERP", "http://127.0.0.1:8080/", null, null, null))
                .then(new WebhookRegistered("ERP", "http://127.0.0.1:8080/", List.of(), null, Access.ALL));
    }

    @Test
    void events_are_asked_for_by_names_that_there_are() {
        var names = List.of("parcel", "parcel.posted", "parcel.weighed.v1");
        NOTHING.when(new RegisterWebhook("ERP", URL, names, null, null))
                .then(new WebhookRegistered("ERP", URL, names, null, Access.ALL));
        NOTHING.when(new RegisterWebhook("ERP", URL, List.of("parcel#grams", "parcel.weighed#colour"), null, null))
                .thenRefused(EVENT_UNKNOWN, "/events/1");
        NOTHING.when(new RegisterWebhook("ERP", URL, List.of("parcel", "parcel.postet"), null, null))
                .thenRefused(EVENT_UNKNOWN, "/events/1");
        NOTHING.when(new RegisterWebhook("ERP", URL, List.of("parcel", "parcel"), null, null))
                .thenRefused(EVENT_REPEATED, "/events/1");
        ACTIVE.when(new ReviseWebhook(URL, List.of("parcel.posted")))
                .then(new WebhookRevised(URL, List.of("parcel.posted")));
        ACTIVE.when(new ReviseWebhook(URL, List.of("parcel"))).thenNothing();
    }

    @Test
    void a_new_secret_signs_beside_the_former_one_for_a_day() {
        ACTIVE.when(new ReplaceWebhookSecret(1))
                .then(new WebhookSecretReplaced(2, Scenario.NOW.plus(Webhook.OVERLAP)))
                .when(new ReplaceWebhookSecret(1))
                .thenNothing()
                .when(new ReplaceWebhookSecret(2))
                .then(new WebhookSecretReplaced(3, Scenario.NOW.plus(Webhook.OVERLAP)))
                .when(new ReplaceWebhookSecret(1))
                .thenRefused(SECRET_OUTDATED, "/secret");
        assertThat(ACTIVE.state().secret()).isEqualTo(1);
    }

    @Test
    void it_is_disabled_and_enabled_and_removed_for_good() {
        ACTIVE.when(new EnableWebhook()).thenNothing();
        ACTIVE.when(new DisableWebhook(" ")).thenRefused(REASON_MISSING, "/reason");
        var disabled = NOTHING.given(REGISTERED, new WebhookDisabled("moved"));
        ACTIVE.when(new DisableWebhook("moved")).then(new WebhookDisabled("moved"));
        disabled.when(new DisableWebhook("moved")).thenNothing();
        disabled.when(new SuspendWebhook(Cause.GONE)).thenNothing();
        disabled.when(new EnableWebhook()).then(new WebhookEnabled(Scenario.NOW));
        ACTIVE.when(new SuspendWebhook(Cause.GONE)).then(new WebhookSuspended(Cause.GONE));
        assertThat(WEBHOOK.view()
                        .apply(NOTHING.given(REGISTERED, new WebhookSuspended(Cause.UNREACHABLE))
                                .state()))
                .hasToString(
                        "View[status=DISABLED, name=ERP, url=" + URL + ", events=[parcel], member=null, access=ALL,"
                                + " reason=UNREACHABLE, secret=1, formerUntil=null]");

        ACTIVE.when(new RemoveWebhook(" ")).thenRefused(REASON_MISSING, "/reason");
        disabled.when(new RemoveWebhook("moved")).then(new WebhookRemoved("moved"));
        var removed = NOTHING.given(REGISTERED, new WebhookRemoved("moved"));
        removed.when(new RemoveWebhook("moved")).thenNothing();
        removed.when(new RemoveWebhook("other")).thenRefused(WEBHOOK_REMOVED);
        removed.when(new EnableWebhook()).thenRefused(WEBHOOK_REMOVED);
        removed.when(new SuspendWebhook(Cause.GONE)).thenRefused(WEBHOOK_REMOVED);
    }

    @Test
    void a_range_or_one_event_is_sent_once_more() {
        ACTIVE.when(new ReplayEvents(1, null)).then(new WebhookReplayRequested(1, null));
        ACTIVE.when(new ReplayEvents(4, 4L)).then(new WebhookReplayRequested(4, 4L));
        ACTIVE.when(new Redeliver(4)).then(new WebhookReplayRequested(4, 4L));
        ACTIVE.when(new ReplayEvents(0, null)).thenRefused(RANGE_IMPOSSIBLE, "/fromPosition");
        ACTIVE.when(new ReplayEvents(4, 3L)).thenRefused(RANGE_IMPOSSIBLE, "/toPosition");
        ACTIVE.when(new Redeliver(0)).thenRefused(RANGE_IMPOSSIBLE, "/position");
        NOTHING.given(REGISTERED, new WebhookDisabled("moved"))
                .when(new Redeliver(4))
                .thenRefused(WEBHOOK_DISABLED);
    }
}
