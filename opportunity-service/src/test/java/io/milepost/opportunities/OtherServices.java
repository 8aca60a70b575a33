package io.milepost.opportunities;

import java.util.UUID;

/** What other services say of an opportunity, as it comes off their topics. */
final class OtherServices {

    private OtherServices() {}

    static String converted(UUID opportunity) {
        return "{\"opportunityId\": \"%s\", \"owner\": \"kim\", \"channel\": \"WEB\"}".formatted(opportunity);
    }

    static String signed(UUID opportunity) {
        return """
            {"opportunityId": "%s", "value": {"amount": "4514.00", "currency": "USD"}, "signedOn": "2026-03-01"}
            """.formatted(opportunity);
    }

    static String closed(UUID opportunity, String outcome) {
        return "{\"opportunityId\": \"%s\", \"outcome\": \"%s\", \"closedOn\": \"2026-03-09\"}"
                .formatted(opportunity, outcome);
    }

    static String released(UUID opportunity, String member) {
        return "{\"opportunityId\": \"%s\", \"members\": [\"%s\"], \"on\": \"2026-03-09\"}"
                .formatted(opportunity, member);
    }

    static String sent(UUID opportunity) {
        return "{\"opportunityId\": \"%s\", \"sentOn\": \"2026-03-01\"}".formatted(opportunity);
    }

    static String declined(UUID opportunity) {
        return "{\"opportunityId\": \"%s\", \"party\": \"CUSTOMER\", \"reason\": \"no budget any more\"}"
                .formatted(opportunity);
    }
}
