package io.milepost.leads.lead;

import static io.milepost.leads.lead.LeadCatalogue.LEAD;

import io.milepost.leads.lead.Lead.*;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;

/** Leads as tests need them: a phone whose key is "p-1", an e-mail whose key is "e-1", a company number. */
final class Leads {
    static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-000000000002");
    static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-00000000000a");

    /** The member who has the code that a test names. */
    static final UUID MEMBER = UUID.fromString("01900000-0000-7000-8000-00000000000b");

    static final CaptureLead CAPTURE = new CaptureLead(
            Channel.EXHIBITION,
            "spring fair",
            "Acme",
            "hrb 12-345",
            ACCOUNT,
            "Ann",
            "+1 555 0100",
            "ann@acme.example",
            "two presses");

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
            List.of("p-1", "e-1"));

    static final LeadRegistered REGISTERED =
            new LeadRegistered(Scenario.NOW, "someone", List.of("p-1", "e-1"), "HRB12345");

    private Leads() {}

    static Scenario<Lead, Command, Event> aCapturedLead() {
        return Scenario.of(LEAD).given(CAPTURED);
    }

    static Scenario<Lead, Command, Event> aRegisteredLead() {
        return aCapturedLead().given(REGISTERED);
    }

    static Scenario<Lead, Command, Event> anAssignedLead() {
        return aRegisteredLead().given(new LeadAssigned("kim", null));
    }

    static Scenario<Lead, Command, Event> aQualifiedLead() {
        return anAssignedLead().given(new LeadQualified());
    }
}
