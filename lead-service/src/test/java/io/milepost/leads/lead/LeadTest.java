package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.lead.Leads.ACCOUNT;
import static io.milepost.leads.lead.Leads.CAPTURE;
import static io.milepost.leads.lead.Leads.MEMBER;
import static io.milepost.leads.lead.Leads.OTHER;
import static io.milepost.leads.lead.Leads.REGISTERED;
import static io.milepost.leads.lead.Leads.aCapturedLead;
import static io.milepost.leads.lead.Leads.aQualifiedLead;
import static io.milepost.leads.lead.Leads.aRegisteredLead;
import static io.milepost.leads.lead.Leads.anAssignedLead;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.lead.Lead.*;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeadTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(LEAD);
    private static final Scenario<Lead, Command, Event> NOBODY = Scenario.of(LEAD);
    private static final Money VALUE = Money.of("100.00", "USD");
    private static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000ff");
    private static final ConvertLead CONVERT = new ConvertLead(OPPORTUNITY, VALUE, "GTX Pro", null);
    private static final LeadConverted CONVERTED = new LeadConverted(
            OPPORTUNITY, ACCOUNT, "kim", "Acme", "sealed need", Channel.EXHIBITION, "spring fair", "GTX Pro", VALUE);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R-021, R-023: a lead is captured from any channel and keeps it")
    void is_captured_from_any_channel(Channel channel) {
        var capture = new CaptureLead(channel, null, null, null, null, null, "+1 555 0100", null, "two presses");
        NOBODY.when(capture)
                .digest("phone", "p-1")
                .then(new LeadCaptured(
                        channel, null, null, null, null, null, "+1 555 0100", null, "two presses", List.of("p-1")));
    }

    @Test
    @DisplayName("R-028: contact keys are known as hashes, the company number in one spelling")
    void keeps_contact_keys_as_hashes() {
        NOBODY.when(CAPTURE)
                .digest("phone", "p-1")
                .digest("email", "e-1")
                .then(new LeadCaptured(
                        Channel.EXHIBITION,
                        "spring fair",
                        "Acme",
                        "HRB12345",
                        ACCOUNT,
                        "Ann",
                        "+1 555 0100",
                        "ann@acme.example",
                        "two presses",
                        List.of("p-1", "e-1")));
    }

    @Test
    void is_captured_once() {
        aCapturedLead().recording(REACHED).when(CAPTURE).thenTaken();
    }

    @Test
    @DisplayName("R-027, G02: first registration and registrar are facts of the registration")
    void is_registered_by_whoever_came_first() {
        var at = Instant.parse("2026-04-01T10:00:00Z");
        aCapturedLead()
                .when(new RegisterLead())
                .at(at)
                .by("robin")
                .then(new LeadRegistered(at, "robin", List.of("p-1", "e-1"), "HRB12345"))
                .when(new RegisterLead())
                .by("somebody else")
                .thenNothing();
    }

    @Test
    @DisplayName("R-022, G02: without contact and need nobody is registered, and that is on record")
    void refuses_an_incomplete_registration_on_record() {
        var empty = new LeadCaptured(Channel.WALK_IN, null, null, null, null, "sealed", null, null, null, List.of());
        NOBODY.recording(REACHED)
                .given(empty)
                .when(new RegisterLead())
                .thenRefusedOnRecord(LEAD_INCOMPLETE, new LeadRegistrationRejected(List.of("contact", "need")))
                .when(new RegisterLead())
                .thenRefused(LEAD_INCOMPLETE);
    }

    @Test
    @DisplayName("R-022: a phone that is no number and a blank need are neither contact nor need")
    void does_not_take_blanks_for_contact_or_need() {
        var blank = new CaptureLead(Channel.WALK_IN, null, null, null, null, null, "n/a", null, "  ");
        var decision = NOBODY.when(blank)
                .then(new LeadCaptured(Channel.WALK_IN, null, null, null, null, null, "n/a", null, null, List.of()))
                .when(new RegisterLead())
                .decision();
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.detail()).isEqualTo("missing: contact, need"));
    }

    @Test
    @DisplayName("R-028, G02: phone, e-mail or company number of another registered lead, on record")
    void refuses_a_duplicate_on_record() {
        for (var held : List.of("contact=p-1", "contact=e-1", "regno=HRB12345")) {
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
    }

    @Test
    @DisplayName("R-033: a lead is given to a member and to another")
    void is_assigned_and_reassigned() {
        aRegisteredLead()
                .when(new AssignLead("kim"))
                .holding("code=KIM", MEMBER)
                .then(new LeadAssigned("kim", null))
                .when(new AssignLead("kim"))
                .thenNothing()
                .when(new AssignLead("KIM"))
                .thenNothing()
                .when(new AssignLead("lee"))
                .holding("code=LEE", MEMBER)
                .then(new LeadAssigned("lee", "kim"))
                .when(new QualifyLead())
                .then(new LeadQualified())
                .when(new AssignLead("kim"))
                .holding("code=KIM", MEMBER)
                .then(new LeadAssigned("kim", "lee"))
                .when(new QualifyLead())
                .thenNothing();
    }

    @Test
    @DisplayName("R-033: the owner is a member of the own staff, in whatever spelling the code was registered")
    void an_owner_is_a_member() {
        for (var lead : List.of(aRegisteredLead(), anAssignedLead(), aQualifiedLead())) {
            lead.recording(REACHED).when(new AssignLead("nobody")).thenRefused(OWNER_UNKNOWN, "/owner");
            lead.when(new AssignLead("nobody")).holding("code=LEE", MEMBER).thenRefused(OWNER_UNKNOWN);
        }
        aRegisteredLead()
                .when(new AssignLead(" lee"))
                .holding("code= lee", MEMBER)
                .then(new LeadAssigned(" lee", null));
        assertThat(LEAD.command(AssignLead.class)
                        .claimed(Scenario.ID, aRegisteredLead().state(), new AssignLead(" lee")))
                .containsExactlyInAnyOrder(new Tag("code", "LEE"), new Tag("code", " lee"));
    }

    @Test
    void an_owner_has_a_name() {
        aRegisteredLead().recording(REACHED).when(new AssignLead(" ")).thenRefused(OWNER_MISSING, "/owner");
    }

    @Test
    void goes_no_step_too_early() {
        var captured = aCapturedLead().recording(REACHED);
        captured.when(new AssignLead("kim")).thenRefused(LEAD_NOT_REGISTERED);
        captured.when(new QualifyLead()).thenRefused(LEAD_NOT_REGISTERED);
        captured.when(new DisqualifyLead("spam")).thenRefused(LEAD_NOT_REGISTERED);
        captured.when(CONVERT).thenRefused(LEAD_NOT_REGISTERED);
        aRegisteredLead().recording(REACHED).when(new QualifyLead()).thenRefused(LEAD_NOT_ASSIGNED);
        aRegisteredLead().recording(REACHED).when(CONVERT).thenRefused(LEAD_NOT_QUALIFIED);
        anAssignedLead().recording(REACHED).when(CONVERT).thenRefused(LEAD_NOT_QUALIFIED);
    }

    @Test
    @DisplayName("R-040: disqualified with a reason, for good")
    void is_disqualified_with_a_reason() {
        for (var lead : List.of(aRegisteredLead(), anAssignedLead(), aQualifiedLead())) {
            var disqualified = lead.recording(REACHED)
                    .when(new DisqualifyLead("no budget"))
                    .then(new LeadDisqualified("no budget"));
            disqualified.when(new DisqualifyLead("no budget")).thenNothing();
            disqualified.when(new DisqualifyLead("another")).thenRefused(LEAD_DISQUALIFIED);
            disqualified.when(new AssignLead("lee")).thenRefused(LEAD_DISQUALIFIED);
            disqualified.when(new QualifyLead()).thenRefused(LEAD_DISQUALIFIED);
            disqualified.when(CONVERT).thenRefused(LEAD_DISQUALIFIED);
        }
        anAssignedLead().recording(REACHED).when(new DisqualifyLead("")).thenRefused(REASON_MISSING, "/reason");
    }

    @Test
    @DisplayName("R-041: converted once only, carrying account, need, source and owner")
    void is_converted_once() {
        var converted = aQualifiedLead().recording(REACHED).when(CONVERT).then(CONVERTED);
        converted.when(CONVERT).thenRefused(LEAD_ALREADY_CONVERTED);
        converted.when(new AssignLead("lee")).thenRefused(LEAD_ALREADY_CONVERTED);
        converted.when(new QualifyLead()).thenRefused(LEAD_ALREADY_CONVERTED);
        converted.when(new DisqualifyLead("late")).thenRefused(LEAD_ALREADY_CONVERTED);
    }

    @Test
    @DisplayName("R-041: the opportunity's id is derived from the lead's when nobody states one")
    void pre_allocates_the_opportunity_id() {
        var unstated = new ConvertLead(null, null, null, OTHER);
        var first = opportunityOf(Scenario.ID, unstated);
        assertThat(opportunityOf(Scenario.ID, unstated)).isEqualTo(first);
        assertThat(opportunityOf(OTHER, unstated)).isNotEqualTo(first);
    }

    @Test
    @DisplayName("R-041: one opportunity is of one lead, whether its id was stated or derived")
    void an_opportunity_is_of_one_lead() {
        var row = LEAD.command(ConvertLead.class);
        var derived = new ConvertLead(null, null, null, null);
        assertThat(row.claimed(Scenario.ID, aQualifiedLead().state(), CONVERT))
                .containsExactly(new Tag("opportunity", OPPORTUNITY.toString()));
        assertThat(row.claimed(Scenario.ID, aQualifiedLead().state(), derived))
                .containsExactly(new Tag(
                        "opportunity", opportunityOf(Scenario.ID, derived).toString()));
        assertThat(LEAD.event(LeadConverted.class).tags().apply(CONVERTED))
                .containsExactly(new Tag("opportunity", OPPORTUNITY.toString()));
        aQualifiedLead()
                .recording(REACHED)
                .when(CONVERT)
                .holding("opportunity=" + OPPORTUNITY, OTHER)
                .thenRefused(OPPORTUNITY_TAKEN, "/opportunityId");
        aQualifiedLead().when(CONVERT).holding("opportunity=" + OTHER, OTHER).then(CONVERTED);
    }

    @Test
    void an_expected_value_is_not_negative() {
        var negative = new ConvertLead(null, Money.of("-1.00", "USD"), null, null);
        aQualifiedLead().recording(REACHED).when(negative).thenRefused(VALUE_NEGATIVE, "/expectedValue");
    }

    @Test
    void nothing_happens_to_a_lead_that_nobody_captured() {
        var nobody = NOBODY.recording(REACHED);
        for (var command : List.of(
                new RegisterLead(), new AssignLead("kim"), new QualifyLead(), new DisqualifyLead("x"), CONVERT)) {
            nobody.when(command).thenUnknown();
        }
    }

    @Test
    void shows_its_status_in_the_words_of_the_domain() {
        assertThat(status(aCapturedLead())).isEqualTo("CAPTURED");
        assertThat(status(aCapturedLead().given(new LeadRegistrationRejected(List.of("need")))))
                .isEqualTo("REFUSED");
        assertThat(status(aCapturedLead().given(new DuplicateLeadDetected(OTHER))))
                .isEqualTo("DUPLICATE");
        assertThat(status(aRegisteredLead())).isEqualTo("REGISTERED");
        assertThat(status(anAssignedLead())).isEqualTo("ASSIGNED");
        assertThat(status(aQualifiedLead())).isEqualTo("QUALIFIED");
        assertThat(status(aQualifiedLead().given(new LeadDisqualified("x")))).isEqualTo("DISQUALIFIED");
        assertThat(status(aQualifiedLead().given(CONVERTED))).isEqualTo("CONVERTED");
    }

    private static String status(Scenario<Lead, Command, Event> lead) {
        return LeadView.of(lead.state()).status();
    }

    private static UUID opportunityOf(UUID lead, ConvertLead convert) {
        var decision = aQualifiedLead().when(convert).to(lead).decision();
        return ((LeadConverted) decision.events().getFirst()).opportunityId();
    }
}
