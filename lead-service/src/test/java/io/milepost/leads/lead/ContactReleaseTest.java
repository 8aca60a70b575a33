package io.milepost.leads.lead;

import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.lead.Leads.OTHER;
import static io.milepost.leads.lead.Leads.REGISTERED;
import static io.milepost.leads.lead.Leads.aCapturedLead;
import static io.milepost.leads.lead.Leads.aQualifiedLead;
import static io.milepost.leads.lead.Leads.aRegisteredLead;
import static io.milepost.leads.lead.Leads.anAssignedLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.lead.Lead.*;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How long a lead keeps others with its contact out of the register. */
class ContactReleaseTest {
    private static final LeadConverted CONVERTED = new LeadConverted(
            new UUID(1, 2), null, "kim", "Acme", "sealed need", Channel.EXHIBITION, "spring fair", null, null);

    @Test
    @DisplayName("R-028, R-040: a disqualified lead frees its contact and company number, and nothing else does")
    void holds_its_contact_until_it_is_disqualified() {
        var row = LEAD.command(RegisterLead.class);
        var keys = List.of("contact=e-1", "contact=p-1", "regno=HRB12345");
        var duplicate = aCapturedLead().given(new DuplicateLeadDetected(OTHER));
        for (var lead : List.of(aCapturedLead(), duplicate)) {
            assertThat(row.claimed(Scenario.ID, lead.state(), new RegisterLead()))
                    .extracting(Tag::toString)
                    .containsExactlyInAnyOrderElementsOf(keys);
            assertThat(held(lead)).isEmpty();
        }
        for (var lead : List.of(
                aRegisteredLead(),
                anAssignedLead(),
                aQualifiedLead(),
                aQualifiedLead().given(CONVERTED))) {
            assertThat(held(lead)).containsExactlyElementsOf(keys);
        }
        assertThat(held(aQualifiedLead().given(new LeadDisqualified("no budget"))))
                .isEmpty();
        duplicate.when(new RegisterLead()).then(REGISTERED);
    }

    private static List<String> held(Scenario<Lead, Command, Event> lead) {
        return LEAD.event(LeadRegistered.class).tags().apply(REGISTERED).stream()
                .filter(tag -> LEAD.isHeld(tag.key(), tag.value(), lead.state()))
                .map(Tag::toString)
                .sorted()
                .toList();
    }
}
