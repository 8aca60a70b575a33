package io.milepost.opportunities.opportunity.domain;

import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityIdentified;
import io.milepost.opportunities.opportunity.domain.salesprocess.SalesProcesses;
import io.milepost.platform.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * The core data of an opportunity, and how far it is.
 *
 * @param identified what was known at the beginning
 * @param expectedValue what it is expected to bring now
 */
public record Deal(
        OpportunityIdentified identified, @Nullable Money expectedValue, Progress progress) {

    static Deal of(OpportunityIdentified identified) {
        var process = SalesProcesses.of(identified.template(), identified.templateVersion());
        return new Deal(identified, identified.expectedValue(), Progress.atTheBeginningOf(process));
    }

    Deal worth(Money value) {
        return new Deal(identified, value, progress);
    }

    Deal after(StageEvent event) {
        return new Deal(identified, expectedValue, progress.after(event));
    }
}
