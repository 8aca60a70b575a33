package io.milepost.leads.lead;

import static io.milepost.leads.lead.LeadCatalogue.LEAD;

import io.milepost.leads.kernel.Channel;
import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leads as tests need them: a phone whose key is "p-1", an e-mail whose key is "e-1", a company number. Today is 2 March 2026. */
final class Leads {
    static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-000000000002");
    static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000ff");
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    /** By when somebody has to have what is registered today. */
    static final LocalDate SOON = LocalDate.parse("2026-03-04");

    static final LocalDate NEXT = LocalDate.parse("2026-03-09");

    /** The member who has the code that a test names. */
    static final UUID MEMBER = UUID.fromString("01900000-0000-7000-8000-00000000000b");

    static final CaptureLead CAPTURE = new CaptureLead(
            Channel.EXHIBITION,
            "spring fair",
            "Acme",
            "hrb 12-345",
            ACCOUNT,
            "Ann",
            "+1 201 555 0100",
            "ann@acme.example",
            "two presses",
            null,
            "East",
            null,
            null);

    static final LeadCaptured CAPTURED = new LeadCaptured(
            Channel.EXHIBITION,
            "spring fair",
            "Acme",
            "HRB12345",
            ACCOUNT,
            "sealed name",
            "sealed phone",
            "sealed e-mail",
            "sealed need",
            List.of("p-1", "e-1"),
            null,
            "East",
            "note 7",
            null,
            null);

    /** As events were before there was more to say. */
    static final LeadCaptured NEEDLESS = new LeadCaptured(
            Channel.WALK_IN,
            null,
            null,
            null,
            null,
            "sealed",
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null);

    static final LeadRegistered REGISTERED =
            new LeadRegistered(Scenario.NOW, "someone", List.of("p-1", "e-1"), "HRB12345", null, null, null, SOON);

    static final LeadAssigned ASSIGNED = new LeadAssigned("kim", null, NEXT, null);

    static final ActivityLogged CALLED =
            new ActivityLogged(ActivityKind.CALL, TODAY, "sealed outcome", null, NEXT, "kim", "said-0");

    static final Money VALUE = Money.of("100.00", "USD");
    static final ConvertLead CONVERT = new ConvertLead(OPPORTUNITY, VALUE, "GTX Pro", null);
    static final LeadConverted CONVERTED = new LeadConverted(
            OPPORTUNITY,
            ACCOUNT,
            "kim",
            "Acme",
            "sealed need",
            Channel.EXHIBITION,
            "spring fair",
            "GTX Pro",
            VALUE,
            "note 7",
            null);

    private Leads() {}

    static Scenario<Lead, LeadCommand, LeadEvent> aCapturedLead() {
        return Scenario.of(LEAD).given(CAPTURED);
    }

    static Scenario<Lead, LeadCommand, LeadEvent> aDuplicate() {
        return aCapturedLead().given(new DuplicateLeadDetected(OTHER));
    }

    static Scenario<Lead, LeadCommand, LeadEvent> aRegisteredLead() {
        return aCapturedLead().given(REGISTERED);
    }

    static Scenario<Lead, LeadCommand, LeadEvent> anAssignedLead() {
        return aRegisteredLead().given(ASSIGNED);
    }

    static Scenario<Lead, LeadCommand, LeadEvent> aLeadOfATeam() {
        return aRegisteredLead().given(new LeadAssignedToTeam("North", null, null, NEXT, null));
    }

    static Scenario<Lead, LeadCommand, LeadEvent> aFollowedLead() {
        return anAssignedLead().given(CALLED);
    }

    static Scenario<Lead, LeadCommand, LeadEvent> aDormantLead() {
        return aFollowedLead().given(new LeadMarkedDormant("no answer"));
    }

    static Scenario<Lead, LeadCommand, LeadEvent> aQualifiedLead() {
        return anAssignedLead().given(new LeadQualified());
    }

    static Scenario<Lead, LeadCommand, LeadEvent> aConvertedLead() {
        return aQualifiedLead().given(CONVERTED);
    }

    /** One in each status, by that. */
    static Map<String, Scenario<Lead, LeadCommand, LeadEvent>> inEachStatus() {
        var all = new LinkedHashMap<String, Scenario<Lead, LeadCommand, LeadEvent>>();
        all.put("CAPTURED", aCapturedLead());
        all.put("REFUSED", Scenario.of(LEAD).given(NEEDLESS, new LeadRegistrationRejected(List.of("contact", "need"))));
        all.put("DUPLICATE", aDuplicate());
        all.put("DISCARDED", aCapturedLead().given(new LeadDiscarded("a joke")));
        all.put("MERGED", anAssignedLead().given(new LeadMerged(OTHER, "the same", "boss")));
        all.put("REGISTERED", aRegisteredLead());
        all.put("ASSIGNED", anAssignedLead());
        all.put("FOLLOWING_UP", aFollowedLead());
        all.put("DORMANT", aDormantLead());
        all.put("QUALIFIED", aQualifiedLead());
        all.put("DISQUALIFIED", anAssignedLead().given(new LeadDisqualified("no budget")));
        all.put("CONVERTED", aConvertedLead());
        return all;
    }

    static LeadView shown(Scenario<Lead, LeadCommand, LeadEvent> lead) {
        return LeadView.of(lead.state());
    }

    static LogActivity call(String outcome, @Nullable LocalDate nextActionOn) {
        return new LogActivity(ActivityKind.CALL, null, outcome, "send a quotation", nextActionOn);
    }
}
