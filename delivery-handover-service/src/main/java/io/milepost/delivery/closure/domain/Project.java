package io.milepost.delivery.closure.domain;

import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemsAdded;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureOpened;
import java.util.UUID;

/**
 * What is closed.
 *
 * @param template the one that asks for the most
 */
public record Project(UUID contractId, UUID opportunityId, UUID accountId, String template, int templateVersion) {

    static Project of(ClosureOpened opened) {
        return new Project(
                opened.contractId(),
                opened.opportunityId(),
                opened.accountId(),
                opened.template(),
                opened.templateVersion());
    }

    Project with(ClosureItemsAdded added) {
        return new Project(contractId, opportunityId, accountId, added.template(), added.templateVersion());
    }

    boolean isStrategic() {
        return template.equals(ClosureTemplate.STRATEGIC.name());
    }
}
