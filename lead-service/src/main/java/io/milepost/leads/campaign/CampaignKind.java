package io.milepost.leads.campaign;

import java.util.List;

/** What sort of sales activity a campaign is. */
public enum CampaignKind {
    EXHIBITION,
    PROMOTION,
    VISIT_DRIVE,
    ON_SITE_EVENT;

    /** What has to be there before it opens; what has no site of its own needs neither stand nor show unit. */
    List<ReadinessItem> needs() {
        return switch (this) {
            case EXHIBITION, ON_SITE_EVENT -> List.of(ReadinessItem.values());
            case PROMOTION, VISIT_DRIVE ->
                List.of(ReadinessItem.MATERIALS, ReadinessItem.TIME_AND_PLACE, ReadinessItem.STAFF);
        };
    }
}
