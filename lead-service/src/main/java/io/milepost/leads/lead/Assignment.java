package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.lead.Lead.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import org.jspecify.annotations.Nullable;

/** Who answers for a lead: one of the own sales staff, who is registered. An owner of before that was asked stays. */
final class Assignment {

    private Assignment() {}

    static Decision<Event> assign(Lead lead, String owner, Occasion occasion) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Registered _ -> assign(owner, null, occasion);
            case Assigned before -> assign(owner, before.owner(), occasion);
            case Qualified before -> assign(owner, before.owner(), occasion);
            case Disqualified _ -> refused(LEAD_DISQUALIFIED);
            case Converted _ -> refused(LEAD_ALREADY_CONVERTED);
        };
    }

    private static Decision<Event> assign(String owner, @Nullable String previous, Occasion occasion) {
        return Codes.same(owner, previous)
                ? unchanged()
                : check().owner("/owner", owner)
                        .that(MemberCode.holderOf(owner, occasion).isPresent(), "/owner", OWNER_UNKNOWN)
                        .accept(() -> new LeadAssigned(owner, previous));
    }
}
