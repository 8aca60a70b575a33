package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.lead.Leads.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.kernel.Channel;
import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One person is found by the number of an identity card or a passport. Its key is "i-1". */
class IdentityTest {
    static final List<Refusal> REFUSALS = List.of(IDENTITY_INVALID);
    private static final ReachedRefusals REACHED = ReachedRefusals.of(REFUSALS);
    private static final String PASSPORT = "p 1234-567";
    private static final Scenario<Lead, LeadCommand, LeadEvent> CAPTURED =
            Scenario.of(LEAD).given(captured(List.of("p-1")));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-028: an identity number is taken where it is one, and kept with its keyed hash")
    void is_taken_where_it_is_one() {
        var captured = Scenario.of(LEAD)
                .when(capture())
                .digest("phone", "p-1")
                .digest("identity", "i-1")
                .then(captured(List.of("p-1")));
        assertThat(shown(captured).identityNumber()).isEqualTo(PASSPORT);
        Scenario.of(LEAD)
                .recording(REACHED)
                .when(capture())
                .digest("phone", "p-1")
                .thenRefused(IDENTITY_INVALID, "/identityNumber");
        aCapturedLead()
                .recording(REACHED)
                .when(complete())
                .digest("said", "s-1")
                .thenRefused(IDENTITY_INVALID, "/identityNumber");
    }

    @Test
    @DisplayName("R-022, R-028: an identity number is no way to be reached")
    void is_no_contact() {
        Scenario.of(LEAD)
                .given(captured(List.of()))
                .when(new RegisterLead())
                .thenRefusedOnRecord(LEAD_INCOMPLETE, new LeadRegistrationRejected(List.of("contact")));
        CAPTURED.when(new RegisterLead()).then(registered(List.of("p-1"), "i-1"));
    }

    @Test
    @DisplayName("R-028, G02: whoever has the identity number of another registered lead is a duplicate, on record")
    void keeps_the_same_person_out() {
        CAPTURED.when(new RegisterLead())
                .holding("identity=i-1", OTHER)
                .thenRefusedOnRecord(DUPLICATE_CONTACT, new DuplicateLeadDetected(OTHER))
                .when(new RegisterLead())
                .holding("identity=i-1", OTHER)
                .thenRefused(DUPLICATE_CONTACT);
        CAPTURED.when(new RegisterLead()).holding("identity=i-2", OTHER).then(registered(List.of("p-1"), "i-1"));
        // A phone number with the same digits is no identity.
        CAPTURED.when(new RegisterLead()).holding("contact=i-1", OTHER).then(registered(List.of("p-1"), "i-1"));
    }

    @Test
    @DisplayName(
            "R-028: the number keeps others out until its lead has ended, and is asked for by whom it would keep out")
    void is_held_until_the_end() {
        var registered = CAPTURED.given(registered(List.of("p-1"), "i-1"));
        assertThat(LEAD.isHeld("identity", "i-1", registered.state())).isTrue();
        assertThat(LEAD.isHeld("identity", "i-1", CAPTURED.state())).isFalse();
        assertThat(LEAD.isHeld(
                        "identity",
                        "i-1",
                        registered.given(new LeadDisqualified("no budget")).state()))
                .isFalse();
        assertThat(Held.identitiesWanted(CAPTURED.state())).containsExactly("i-1");
        assertThat(Held.identitiesWanted(registered.state())).isEmpty();
    }

    @Test
    @DisplayName(
            "R-028, G02: the manager rules that a duplicate by identity is somebody else; the number stays the other's")
    void the_manager_rules() {
        var distinct = CAPTURED.given(new DuplicateLeadDetected(OTHER))
                .when(new RuleDistinct("a typing error"))
                .byMember("BOSS")
                .then(new LeadRuledDistinct(OTHER, "a typing error", "BOSS"));
        distinct.when(new RegisterLead()).holding("identity=i-1", OTHER).then(registered(List.of("p-1"), null));
    }

    @Test
    @DisplayName(
            "R-028, G02: who has the phone of one and the identity of another is ruled distinct from both, in turn")
    void is_ruled_distinct_from_several() {
        var first = CAPTURED.given(new DuplicateLeadDetected(OTHER), new LeadRuledDistinct(OTHER, "x", "BOSS"));
        var second = first.when(new RegisterLead())
                .holding("contact=p-1", OTHER)
                .holding("identity=i-1", ACCOUNT)
                .thenRefusedOnRecord(DUPLICATE_CONTACT, new DuplicateLeadDetected(ACCOUNT))
                .given(new LeadRuledDistinct(ACCOUNT, "y", "BOSS"));
        second.when(new RegisterLead())
                .holding("contact=p-1", OTHER)
                .holding("identity=i-1", ACCOUNT)
                .then(registered(List.of(), null));
        // What was ruled holds after a completion.
        second.given(new LeadCompleted(
                        null,
                        null,
                        null,
                        "Ann",
                        "sealed",
                        null,
                        "presses",
                        List.of("p-1"),
                        null,
                        null,
                        "s",
                        null,
                        "i-1"))
                .when(new RegisterLead())
                .holding("contact=p-1", OTHER)
                .holding("identity=i-1", ACCOUNT)
                .then(registered(List.of(), null));
    }

    @Test
    @DisplayName("R-028: a completion adds or corrects the number, and leaves it where it says nothing of it")
    void is_completed() {
        aCapturedLead()
                .when(complete())
                .digest("said", "s-1")
                .digest("identity", "i-1")
                .then(completed(List.of("p-1", "e-1"), "sealed need", "s-1", PASSPORT, "i-1"));
        aCapturedLead()
                .given(completed(List.of("p-1", "e-1"), "sealed need", "s-1", "sealed", "i-1"))
                .when(new CompleteLead(null, null, null, null, null, null, "more", null, null, null))
                .digest("said", "s-2")
                .then(completed(List.of("p-1", "e-1"), "more", "s-2", "sealed", "i-1"));
    }

    @Test
    @DisplayName("R-028: what was said without a number has the hash that it had before there were any")
    void keeps_the_hash_of_what_was_said_before() {
        var need = new CompleteLead(null, null, null, null, null, null, "more", null, null, null);
        var absent = "\u0001\u0000";
        assertThat(Said.by(need)).isEqualTo(absent.repeat(6) + "more\u0000" + absent + "\u0001");
        assertThat(Said.by(complete())).endsWith("\u0000" + PASSPORT).isNotEqualTo(Said.by(need));
    }

    private static CaptureLead capture() {
        return new CaptureLead(
                Channel.WALK_IN,
                null,
                null,
                null,
                null,
                "Ann",
                "+1 201 555 0100",
                null,
                "presses",
                null,
                null,
                null,
                PASSPORT);
    }

    private static CompleteLead complete() {
        return new CompleteLead(null, null, null, null, null, null, null, null, null, PASSPORT);
    }

    private static LeadCaptured captured(List<String> contactKeys) {
        return new LeadCaptured(
                Channel.WALK_IN,
                null,
                null,
                null,
                null,
                "Ann",
                "+1 201 555 0100",
                null,
                "presses",
                contactKeys,
                null,
                null,
                null,
                PASSPORT,
                "i-1");
    }

    private static LeadCompleted completed(
            List<String> contactKeys, String need, String said, String number, String key) {
        return new LeadCompleted(
                "Acme",
                "HRB12345",
                ACCOUNT,
                "sealed name",
                "sealed phone",
                "sealed e-mail",
                need,
                contactKeys,
                null,
                "East",
                said,
                number,
                key);
    }

    private static LeadRegistered registered(List<String> contactKeys, @Nullable String identityKey) {
        return new LeadRegistered(Scenario.NOW, "someone", contactKeys, null, null, identityKey, null, SOON);
    }
}
