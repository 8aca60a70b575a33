package io.milepost.opportunities.salesproject;

import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ATI decision rests on. A charter counts once the sponsor has approved it as it stands (decision 6). */
public record Preparation(
        @Nullable CharterDrafted charter,
        @Nullable CharterApproved approval,
        @Nullable CharterRejected rejection,
        @Nullable FeasibilityAssessed feasibility,
        @Nullable TeamAppointmentDrafted appointment) {

    static final Preparation NONE = new Preparation(null, null, null, null, null);

    Preparation after(PreparationEvent event) {
        return switch (event) {
            case CharterDrafted drafted -> new Preparation(drafted, null, null, feasibility, appointment);
            case CharterApproved approved -> new Preparation(charter, approved, null, feasibility, appointment);
            case CharterRejected rejected -> new Preparation(charter, null, rejected, feasibility, appointment);
            case FeasibilityAssessed assessed -> new Preparation(charter, approval, rejection, assessed, appointment);
            case TeamAppointmentDrafted drafted -> new Preparation(charter, approval, rejection, feasibility, drafted);
        };
    }

    /** The codes of what the checkpoint still asks for. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        if (approval == null) {
            missing.add("CHARTER_APPROVED");
        }
        if (feasibility == null) {
            missing.add("FEASIBILITY_ASSESSED");
        }
        if (appointment == null) {
            missing.add("TEAM_APPOINTMENT_DRAFTED");
        }
        return missing;
    }
}
