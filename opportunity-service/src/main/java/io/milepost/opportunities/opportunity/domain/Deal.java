package io.milepost.opportunities.opportunity.domain;

import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityAuthorized;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityIdentified;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityMilestonesPlanned;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityQualified;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityTermsAgreed;
import io.milepost.opportunities.opportunity.domain.salesprocess.SalesProcesses;
import io.milepost.platform.value.Currencies;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The core data of an opportunity, and how far it is.
 *
 * @param identified what was known at the beginning
 * @param expectedValue what it is expected to bring now
 * @param qualified gate G04; absent before
 * @param authorized the positive ATI decision; absent as long as there is none
 * @param terms the last quotation that the customer accepted; absent before the first
 * @param plan in the order in which milestones were first planned
 */
public record Deal(
        OpportunityIdentified identified,
        @Nullable Money expectedValue,
        Progress progress,
        @Nullable OpportunityQualified qualified,
        @Nullable OpportunityAuthorized authorized,
        @Nullable OpportunityTermsAgreed terms,
        List<MilestoneBaseline> plan) {

    public Deal {
        plan = List.copyOf(plan);
    }

    static Deal of(OpportunityIdentified identified) {
        var process = SalesProcesses.of(identified.template(), identified.templateVersion());
        return new Deal(
                identified,
                identified.expectedValue(),
                Progress.atTheBeginningOf(process),
                null,
                null,
                null,
                List.of());
    }

    Deal worth(Money value) {
        return new Deal(identified, value, progress, qualified, authorized, terms, plan);
    }

    Deal after(StageEvent event) {
        return new Deal(identified, expectedValue, progress.after(event), qualified, authorized, terms, plan);
    }

    Deal after(OpportunityQualified passed) {
        return new Deal(identified, expectedValue, progress, passed, authorized, terms, plan);
    }

    Deal after(OpportunityAuthorized decision) {
        return new Deal(identified, expectedValue, progress, qualified, decision, terms, plan);
    }

    Deal after(OpportunityTermsAgreed agreed) {
        return new Deal(identified, expectedValue, progress, qualified, authorized, agreed, plan);
    }

    Deal after(OpportunityMilestonesPlanned planned) {
        var moved = Planning.after(plan, planned.milestones());
        return new Deal(identified, expectedValue, progress, qualified, authorized, terms, moved);
    }

    /** Its own currency, any as long as it has no value, and any in the place of one that is in use no more or never was. */
    boolean takes(Currency currency) {
        return expectedValue == null
                || expectedValue.currency().equals(currency)
                || !Currencies.inUse(expectedValue.currency());
    }

    /** Never so for a deal from before its day was told. */
    boolean isIdentifiedAfter(LocalDate day) {
        return identified.identifiedOn() != null && identified.identifiedOn().isAfter(day);
    }
}
