package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.lead.Leads.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.kernel.Channel;
import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gate G02: what is captured, and what gets into the register. */
class RegistrationTest {
    static final List<Refusal> REFUSALS =
            List.of(PHONE_INVALID, EMAIL_INVALID, FINDING_MISSING, LEAD_INCOMPLETE, DUPLICATE_CONTACT);
    private static final ReachedRefusals REACHED = ReachedRefusals.of(REFUSALS);
    private static final Scenario<Lead, LeadCommand, LeadEvent> NOBODY = Scenario.of(LEAD);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R-021, R-023, R-042: a lead is captured from any channel and keeps it, a finding with its reference")
    void is_captured_from_any_channel(Channel channel) {
        boolean found = channel == Channel.SOLUTION_OWNER || channel == Channel.AFTER_SALES;
        NOBODY.when(capture(channel, "note 7")).digest("phone", "p-1").then(captured(channel, "note 7"));
        var unsaid = NOBODY.when(capture(channel, null)).digest("phone", "p-1");
        if (found) {
            NOBODY.recording(REACHED)
                    .when(capture(channel, null))
                    .digest("phone", "p-1")
                    .thenRefused(FINDING_MISSING, "/finding");
            NOBODY.when(capture(channel, " ")).digest("phone", "p-1").thenRefused(FINDING_MISSING, "/finding");
        } else {
            unsaid.then(captured(channel, null));
        }
    }

    @Test
    @DisplayName("R-028: contact keys are known as hashes in each spelling, the company number in one")
    void keeps_contact_keys_as_hashes() {
        NOBODY.when(CAPTURE)
                .digest("email", "e-1")
                .digest("line", "l-1")
                .digest("phone.home", "p-3")
                .digest("phone.stated", "p-1")
                .digest("phone", "p-1")
                .then(new LeadCaptured(
                        Channel.EXHIBITION,
                        "spring fair",
                        "Acme",
                        "HRB12345",
                        ACCOUNT,
                        "Ann",
                        "+1 201 555 0100",
                        "ann@acme.example",
                        "two presses",
                        List.of("p-1", "p-3", "l-1", "e-1"),
                        null,
                        "East",
                        null,
                        null,
                        null));
        aCapturedLead().when(CAPTURE).thenTaken();
    }

    @Test
    @DisplayName("R-022: what is no number and no address is no contact, and is refused where it is said")
    void refuses_what_is_no_contact() {
        NOBODY.recording(REACHED).when(CAPTURE).digest("email", "e-1").thenRefused(PHONE_INVALID, "/phone");
        NOBODY.recording(REACHED).when(CAPTURE).digest("phone", "p-1").thenRefused(EMAIL_INVALID, "/email");
        NOBODY.recording(REACHED).when(CAPTURE).digest("line", "l-1").thenRefused(EMAIL_INVALID, "/email");
        for (var field : List.of("campaign", "companyName", "contactName", "region", "finding")) {
            NOBODY.when(blank(field)).thenRefused(TEXT_MISSING, "/" + field);
        }
    }

    @Test
    @DisplayName("R-027, G02: first registration and registrar, the member where the token names one, never change")
    void is_registered_by_whoever_came_first() {
        var at = Instant.parse("2026-04-01T10:00:00Z");
        var registered = aCapturedLead()
                .when(new RegisterLead())
                .at(at)
                .byMember("KAP")
                .then(new LeadRegistered(
                        at,
                        "KAP",
                        List.of("p-1", "e-1"),
                        "HRB12345",
                        null,
                        null,
                        "KAP",
                        LocalDate.parse("2026-04-03")));
        registered.when(new RegisterLead()).by("somebody else").thenNothing();
        assertThat(shown(registered.given(ASSIGNED, CALLED)).registeredBy()).isEqualTo("KAP");
        assertThat(shown(registered.given(ASSIGNED, CALLED)).registeredAt()).isEqualTo(at);
        aCapturedLead()
                .when(new RegisterLead())
                .by("import")
                .then(new LeadRegistered(
                        Scenario.NOW, "import", List.of("p-1", "e-1"), "HRB12345", null, null, null, SOON));
    }

    @Test
    @DisplayName("R-022, G02: without contact and need nobody is registered, and that is on record once")
    void refuses_an_incomplete_registration_on_record() {
        NOBODY.recording(REACHED)
                .given(NEEDLESS)
                .when(new RegisterLead())
                .thenRefusedOnRecord(LEAD_INCOMPLETE, new LeadRegistrationRejected(List.of("contact", "need")))
                .when(new RegisterLead())
                .thenRefused(LEAD_INCOMPLETE);
    }

    @Test
    @DisplayName("R-022: a blank need is none, and the refusal says what is missing")
    void does_not_take_a_blank_for_a_need() {
        var blank = new CaptureLead(
                Channel.WALK_IN, null, null, null, null, null, "+1 201 555 0100", null, "  ", null, null, null, null);
        var decision = NOBODY.when(blank)
                .digest("phone", "p-1")
                .then(new LeadCaptured(
                        Channel.WALK_IN,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "+1 201 555 0100",
                        null,
                        null,
                        List.of("p-1"),
                        null,
                        null,
                        null,
                        null,
                        null))
                .when(new RegisterLead())
                .decision();
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.detail()).isEqualTo("missing: need"));
    }

    @Test
    @DisplayName("R-028, G02: phone or e-mail of another registered lead keeps one out, on record")
    void refuses_a_duplicate_on_record() {
        for (var held : List.of("contact=p-1", "contact=e-1")) {
            aCapturedLead()
                    .recording(REACHED)
                    .when(new RegisterLead())
                    .holding(held, OTHER)
                    .thenRefusedOnRecord(DUPLICATE_CONTACT, new DuplicateLeadDetected(OTHER))
                    .when(new RegisterLead())
                    .holding(held, OTHER)
                    .thenRefused(DUPLICATE_CONTACT)
                    .when(new RegisterLead())
                    .holding(held, ACCOUNT)
                    .thenRefusedOnRecord(DUPLICATE_CONTACT, new DuplicateLeadDetected(ACCOUNT));
        }
        aCapturedLead().when(new RegisterLead()).holding("contact=p-2", OTHER).then(REGISTERED);
        assertThat(shown(aDuplicate()).holder()).isEqualTo(OTHER);
        aDuplicate().when(new RegisterLead()).then(REGISTERED);
    }

    @Test
    @DisplayName("R-028: another lead of the same company is shown, and keeps nobody out")
    void shows_another_lead_of_the_company() {
        var colleague = aCapturedLead()
                .when(new RegisterLead())
                .holding("regno=HRB12345", OTHER)
                .then(new LeadRegistered(
                        Scenario.NOW, "someone", List.of("p-1", "e-1"), null, OTHER, null, null, SOON));
        assertThat(shown(colleague).sameCompanyAs()).isEqualTo(OTHER);
        assertThat(shown(aRegisteredLead()).sameCompanyAs()).isNull();
    }

    private static CaptureLead capture(Channel channel, @Nullable String finding) {
        return new CaptureLead(
                channel, null, null, null, null, null, "+1 201 555 0100", null, "presses", null, null, finding, null);
    }

    private static LeadCaptured captured(Channel channel, @Nullable String finding) {
        return new LeadCaptured(
                channel,
                null,
                null,
                null,
                null,
                null,
                "+1 201 555 0100",
                null,
                "presses",
                List.of("p-1"),
                null,
                null,
                finding,
                null,
                null);
    }

    private static CaptureLead blank(String field) {
        return new CaptureLead(
                Channel.WEB,
                field.equals("campaign") ? " " : null,
                field.equals("companyName") ? " " : null,
                null,
                null,
                field.equals("contactName") ? " " : null,
                null,
                null,
                null,
                null,
                field.equals("region") ? " " : null,
                field.equals("finding") ? " " : null,
                null);
    }
}
