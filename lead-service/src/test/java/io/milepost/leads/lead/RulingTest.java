package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.lead.Leads.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.leads.lead.Ruling.OtherLead;
import io.milepost.platform.catalogue.Read;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RulingTest {
    static final List<Refusal> REFUSALS = List.of(
            LEAD_NOT_DUPLICATE,
            CUSTOMER_CLAIMED,
            LEAD_MERGED,
            OTHER_LEAD_UNFIT,
            DISPUTE_OPEN,
            DISPUTE_MISSING,
            RULING_UNFIT,
            RULED_BY_DISPUTER);
    private static final ReachedRefusals REACHED = ReachedRefusals.of(REFUSALS);
    private static final OtherLead REGISTERED_ONE = new OtherLead(true, false);
    private static final OtherLead TURNED_AWAY = new OtherLead(false, false);
    private static final LeadAttributionDisputed DISPUTED = new LeadAttributionDisputed(OTHER, "mine", "lee");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-028, G02: by the manager's ruling a duplicate is somebody else; the contact stays the other's")
    void is_somebody_else_by_ruling() {
        aDuplicate().when(new RuleDistinct(" ")).thenRefused(REASON_MISSING, "/reason");
        var distinct = aDuplicate()
                .when(new RuleDistinct("a brother"))
                .byMember("BOSS")
                .then(new LeadRuledDistinct(OTHER, "a brother", "BOSS"));
        distinct.recording(REACHED).when(new RuleDistinct("a brother")).thenRefused(LEAD_NOT_DUPLICATE);
        distinct.when(new RegisterLead())
                .holding("contact=p-1", OTHER)
                .then(new LeadRegistered(Scenario.NOW, "someone", List.of("e-1"), "HRB12345", null, null, null, SOON));
        distinct.when(new CompleteLead(null, null, null, null, null, null, "more presses", null, null, null))
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
                .when(new RegisterLead())
                .holding("contact=p-1", OTHER)
                .then(new LeadRegistered(Scenario.NOW, "someone", List.of("e-1"), "HRB12345", null, null, null, SOON));
        distinct.when(new RegisterLead())
                .holding("contact=p-1", OTHER)
                .holding("contact=e-1", ACCOUNT)
                .thenRefusedOnRecord(DUPLICATE_CONTACT, new DuplicateLeadDetected(ACCOUNT));
    }

    @Test
    @DisplayName("R-028: the manager merges a lead into another one that is in the register")
    void is_merged_into_another() {
        for (var lead : List.of(aDuplicate(), aFollowedLead())) {
            var merged = lead.recording(REACHED)
                    .when(new MergeLead(OTHER, "the same"))
                    .byMember("BOSS")
                    .reading(REGISTERED_ONE)
                    .then(new LeadMerged(OTHER, "the same", "BOSS"));
            assertThat(shown(merged).mergedInto()).isEqualTo(OTHER);
            assertThat(shown(merged).reason()).isEqualTo("the same");
            merged.when(new MergeLead(OTHER, "the same")).thenNothing();
            merged.when(new MergeLead(OTHER, "another reason")).thenRefused(LEAD_MERGED);
            merged.when(new MergeLead(ACCOUNT, "the same")).thenRefused(LEAD_MERGED);
        }
        assertThat(shown(aFollowedLead().given(new LeadMerged(OTHER, "x", "y"))).owner())
                .as("who had it may still know of it")
                .isEqualTo("kim");
        assertThat(aDuplicate().given(new LeadMerged(OTHER, "x", "y")).state().owner())
                .isNull();
    }

    @Test
    @DisplayName("R-028: nothing is merged into itself, into what is not there, not registered or at its end")
    void is_not_merged_into_what_is_not_there() {
        var lead = aFollowedLead().recording(REACHED);
        lead.when(new MergeLead(Scenario.ID, "x")).reading(REGISTERED_ONE).thenRefused(OTHER_LEAD_UNFIT, "/into");
        lead.when(new MergeLead(OTHER, "x")).thenRefused(OTHER_LEAD_UNFIT, "/into");
        lead.when(new MergeLead(OTHER, "x")).reading(TURNED_AWAY).thenRefused(OTHER_LEAD_UNFIT);
        lead.when(new MergeLead(OTHER, "x")).reading(new OtherLead(true, true)).thenRefused(OTHER_LEAD_UNFIT);
        aFollowedLead().when(new MergeLead(OTHER, " ")).reading(REGISTERED_ONE).thenRefused(REASON_MISSING, "/reason");
    }

    @Test
    @DisplayName("R-028: an attribution is disputed by whoever claims the customer, one dispute at a time")
    void is_disputed() {
        var disputed = aFollowedLead()
                .when(new DisputeAttribution(OTHER, "mine"))
                .byMember("lee")
                .reading(TURNED_AWAY)
                .then(DISPUTED);
        assertThat(shown(disputed).dispute()).isEqualTo(new LeadView.Dispute(OTHER, "mine", "lee"));
        disputed.when(new DisputeAttribution(OTHER, "mine")).thenNothing();
        disputed.recording(REACHED)
                .when(new DisputeAttribution(OTHER, "really mine"))
                .thenRefused(DISPUTE_OPEN);
        disputed.when(new DisputeAttribution(ACCOUNT, "mine")).thenRefused(DISPUTE_OPEN);
        aFollowedLead()
                .when(new DisputeAttribution(OTHER, ""))
                .reading(TURNED_AWAY)
                .thenRefused(REASON_MISSING, "/reason");
        for (var unfit : List.of(OTHER, Scenario.ID)) {
            aFollowedLead()
                    .when(new DisputeAttribution(unfit, "mine"))
                    .reading(new OtherLead(false, unfit.equals(OTHER)))
                    .thenRefused(OTHER_LEAD_UNFIT, "/claimant");
        }
    }

    @Test
    @DisplayName(
            "R-028: whoever was turned away claims the customer with a reason, and the other lead is disputed by that")
    void is_claimed_by_whoever_was_turned_away() {
        aDuplicate().when(new ClaimCustomer(" ")).thenRefused(REASON_MISSING, "/reason");
        var claimed = aDuplicate()
                .when(new ClaimCustomer("mine"))
                .byMember("lee")
                .then(new CustomerClaimed(OTHER, "mine", "lee"));
        assertThat(shown(claimed).holder()).isEqualTo(OTHER);
        claimed.when(new ClaimCustomer("mine")).thenNothing();
        claimed.recording(REACHED).when(new ClaimCustomer("really mine")).thenRefused(CUSTOMER_CLAIMED);
        claimed.when(new RegisterLead()).holding("contact=p-1", OTHER).thenRefused(DUPLICATE_CONTACT);
        claimed.when(new RegisterLead()).then(REGISTERED);

        var note = new NoteClaim(OTHER, "mine", "lee");
        var disputed = aFollowedLead().when(note).unbound().then(DISPUTED);
        disputed.when(note).unbound().thenNothing();
        disputed.when(new NoteClaim(OTHER, "mine", "another")).unbound().thenRefused(DISPUTE_OPEN);
    }

    @Test
    @DisplayName("R-028, G02: the manager rules for the lead that has the customer, and the dispute is over")
    void is_ruled_for_the_holder() {
        var ruled = aFollowedLead()
                .given(DISPUTED)
                .when(new RuleAttribution(Scenario.ID, "first"))
                .byMember("BOSS")
                .then(new LeadAttributionRuled(OTHER, Scenario.ID, "first", "BOSS"));
        assertThat(shown(ruled).status()).isEqualTo("FOLLOWING_UP");
        assertThat(shown(ruled).dispute()).isNull();
        ruled.recording(REACHED).when(new RuleAttribution(Scenario.ID, "first")).thenRefused(DISPUTE_MISSING);
    }

    @Test
    @DisplayName(
            "R-028, G02: where the manager rules for the claimant, the other one frees its contact and is merged into it")
    void is_ruled_for_the_claimant() {
        var ruled = aFollowedLead()
                .given(DISPUTED)
                .when(new RuleAttribution(OTHER, "she came first"))
                .byMember("BOSS")
                .reading(TURNED_AWAY)
                .then(new LeadAttributionRuled(OTHER, OTHER, "she came first", "BOSS"));
        assertThat(shown(ruled).status()).isEqualTo("MERGED");
        assertThat(shown(ruled).mergedInto()).isEqualTo(OTHER);
        assertThat(shown(ruled).reason()).isEqualTo("she came first");
        assertThat(LEAD.isHeld("contact", "p-1", ruled.state())).isFalse();
        assertThat(LEAD.isHeld("contact", "p-1", aFollowedLead().state())).isTrue();
    }

    @Test
    @DisplayName("R-028: a ruling is for one of the two, with a reason, and by nobody who disputes")
    void refuses_a_ruling_that_is_none() {
        var lead = aFollowedLead().given(DISPUTED).recording(REACHED);
        lead.when(new RuleAttribution(ACCOUNT, "x")).reading(TURNED_AWAY).thenRefused(RULING_UNFIT, "/attributedTo");
        lead.when(new RuleAttribution(Scenario.ID, "x")).byMember("LEE").thenRefused(RULED_BY_DISPUTER);
        lead.when(new RuleAttribution(OTHER, "x"))
                .reading(new OtherLead(true, true))
                .thenRefused(OTHER_LEAD_UNFIT, "/attributedTo");
        aFollowedLead()
                .given(DISPUTED)
                .when(new RuleAttribution(Scenario.ID, " "))
                .thenRefused(REASON_MISSING, "/reason");
        assertThat(RULED_BY_DISPUTER.reason().ofSender())
                .as("which is on record")
                .isTrue();
    }

    @Test
    void rules_look_at_the_other_lead() {
        assertThat(seen(aDuplicate())).isEqualTo(TURNED_AWAY);
        assertThat(seen(aFollowedLead())).isEqualTo(REGISTERED_ONE);
        assertThat(seen(aConvertedLead())).isEqualTo(new OtherLead(true, true));
        assertThat(seen(aCapturedLead().given(new LeadDiscarded("x")))).isEqualTo(new OtherLead(false, true));
        var looked = List.of(
                LEAD.command(MergeLead.class).reads().getFirst().id().of(Scenario.ID, null, new MergeLead(OTHER, "x")),
                LEAD.command(DisputeAttribution.class)
                        .reads()
                        .getFirst()
                        .id()
                        .of(Scenario.ID, null, new DisputeAttribution(OTHER, "x")),
                LEAD.command(RuleAttribution.class)
                        .reads()
                        .getFirst()
                        .id()
                        .of(Scenario.ID, null, new RuleAttribution(OTHER, "x")));
        assertThat(looked).containsOnly(OTHER);
    }

    @SuppressWarnings("unchecked")
    private static Object seen(Scenario<Lead, LeadCommand, LeadEvent> lead) {
        var read = (Read<Lead, Lead, OtherLead>)
                LEAD.command(MergeLead.class).reads().getFirst();
        return read.as().apply(lead.state());
    }
}
