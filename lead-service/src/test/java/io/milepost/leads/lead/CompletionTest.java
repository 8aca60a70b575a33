package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.lead.Leads.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.kernel.Channel;
import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A lead that is not in the register is completed or thrown away. */
class CompletionTest {
    static final List<Refusal> REFUSALS = List.of(NOTHING_STATED, LEAD_REGISTERED, LEAD_DISCARDED);
    private static final ReachedRefusals REACHED = ReachedRefusals.of(REFUSALS);
    private static final CompleteLead NOTHING =
            new CompleteLead(null, null, null, null, null, null, null, null, null, null);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-022: who was refused is no dead end: completed, the lead is registered")
    void is_completed_and_registered() {
        var completed = Scenario.of(LEAD)
                .given(NEEDLESS, new LeadRegistrationRejected(List.of("contact", "need")))
                .when(new CompleteLead(
                        "Acme",
                        "hrb 1",
                        ACCOUNT,
                        "Ann",
                        null,
                        "a@x.example",
                        "presses",
                        PhoneKind.COMPANY,
                        "East",
                        null))
                .digest("said", "s-1")
                .digest("email", "e-2")
                .then(new LeadCompleted(
                        "Acme",
                        "HRB1",
                        ACCOUNT,
                        "Ann",
                        null,
                        "a@x.example",
                        "presses",
                        List.of("e-2"),
                        PhoneKind.COMPANY,
                        "East",
                        "s-1",
                        null,
                        null));
        assertThat(shown(completed).status()).isEqualTo("CAPTURED");
        assertThat(shown(completed).channel()).isEqualTo(Channel.WALK_IN);
        completed
                .when(new RegisterLead())
                .then(new LeadRegistered(Scenario.NOW, "someone", List.of("e-2"), "HRB1", null, null, null, SOON));
    }

    @Test
    @DisplayName("R-022: what a completion does not say stays; phone and e-mail are replaced together")
    void keeps_what_is_not_said() {
        var need = new CompleteLead(null, null, null, null, null, null, "more presses", null, null, null);
        aDuplicate()
                .when(need)
                .digest("said", "s-1")
                .then(new LeadCompleted(
                        "Acme",
                        "HRB12345",
                        ACCOUNT,
                        "sealed name",
                        "sealed phone",
                        "sealed e-mail",
                        "more presses",
                        List.of("p-1", "e-1"),
                        null,
                        "East",
                        "s-1",
                        null,
                        null))
                .when(need)
                .digest("said", "s-1")
                .thenNothing();
        for (var kind : new @Nullable PhoneKind[] {PhoneKind.PERSONAL, null}) {
            aCapturedLead()
                    .when(new CompleteLead(null, null, null, null, "+1 201 555 0199", null, null, kind, null, null))
                    .digest("said", "s-1")
                    .digest("phone", "p-9")
                    .then(new LeadCompleted(
                            "Acme",
                            "HRB12345",
                            ACCOUNT,
                            "sealed name",
                            "+1 201 555 0199",
                            null,
                            "sealed need",
                            List.of("p-9"),
                            kind,
                            "East",
                            "s-1",
                            null,
                            null));
        }
    }

    @Test
    void a_completion_says_something_that_is_right() {
        var lead = aCapturedLead();
        lead.recording(REACHED).when(NOTHING).thenRefused(NOTHING_STATED);
        lead.when(new CompleteLead(null, null, null, null, "7", null, null, null, null, null))
                .digest("said", "s")
                .thenRefused(PHONE_INVALID, "/phone");
        lead.when(new CompleteLead(null, null, null, null, null, "no", null, null, null, null))
                .digest("said", "s")
                .thenRefused(EMAIL_INVALID, "/email");
        for (var blank : Map.of(
                        "/companyName", new CompleteLead(" ", null, null, null, null, null, null, null, null, null),
                        "/contactName", new CompleteLead(null, null, null, " ", null, null, null, null, null, null),
                        "/need", new CompleteLead(null, null, null, null, null, null, " ", null, null, null),
                        "/region", new CompleteLead(null, null, null, null, null, null, null, null, " ", null))
                .entrySet()) {
            aCapturedLead().when(blank.getValue()).digest("said", "s").thenRefused(TEXT_MISSING, blank.getKey());
        }
        aRegisteredLead().recording(REACHED).when(NOTHING).digest("said", "s").thenRefused(LEAD_REGISTERED);
    }

    @Test
    @DisplayName("R-022: what is worth nothing is thrown away with a reason")
    void is_discarded_with_a_reason() {
        aCapturedLead().when(new DiscardLead(" ")).thenRefused(REASON_MISSING, "/reason");
        var discarded = aCapturedLead().when(new DiscardLead("a joke")).then(new LeadDiscarded("a joke"));
        discarded.when(new DiscardLead("a joke")).thenNothing();
        discarded.recording(REACHED).when(new DiscardLead("another")).thenRefused(LEAD_DISCARDED);
        assertThat(shown(discarded).reason()).isEqualTo("a joke");
    }
}
