package io.milepost.leads.lead;

import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.lead.Leads.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How long a lead keeps others with its contact out of the register. */
class ContactReleaseTest {
    @Test
    @DisplayName(
            "R-028, R-040, R-041: a lead that has ended frees its contact and company number, and nothing else does")
    void holds_its_contact_until_it_ends() {
        var row = LEAD.command(RegisterLead.class);
        var keys = List.of("contact=e-1", "contact=p-1", "regno=HRB12345");
        var duplicate = aDuplicate();
        for (var lead : List.of(aCapturedLead(), duplicate)) {
            assertThat(row.claimed(Scenario.ID, lead.state(), new RegisterLead()))
                    .extracting(Tag::toString)
                    .containsExactlyInAnyOrderElementsOf(keys);
            assertThat(held(lead)).isEmpty();
        }
        for (var lead :
                List.of(aRegisteredLead(), anAssignedLead(), aFollowedLead(), aDormantLead(), aQualifiedLead())) {
            assertThat(held(lead)).containsExactlyElementsOf(keys);
        }
        for (var end :
                List.of(new LeadDisqualified("no budget"), CONVERTED, new LeadMerged(OTHER, "the same", "boss"))) {
            assertThat(held(aQualifiedLead().given(end))).isEmpty();
        }
        assertThat(held(aDuplicate().given(new LeadDiscarded("x")))).isEmpty();
        duplicate.when(new RegisterLead()).then(REGISTERED);
    }

    private static List<String> held(Scenario<Lead, LeadCommand, LeadEvent> lead) {
        return LEAD.event(LeadRegistered.class).tags().apply(REGISTERED).stream()
                .filter(tag -> LEAD.isHeld(tag.key(), tag.value(), lead.state()))
                .map(Tag::toString)
                .sorted()
                .toList();
    }
}
