package io.milepost.opportunities.opportunity;

import io.milepost.opportunities.kernel.ProcessVersion;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.platform.value.Currencies;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The core data of an opportunity, and how far it is.
 *
 * @param identified what was known at the beginning
 * @param expectedValue what it is expected to bring now
 * @param qualified gate G04; absent before
 * @param authorized the positive ATI decision; absent as long as there is none
 * @param terms the quotation that the customer accepted last, as long as no other has replaced it; absent where there is none
 * @param plan in the order in which milestones were first planned
 * @param facts what others have proved, one for each fact
 * @param particulars what is known besides, as it was said last
 */
public record Deal(
        OpportunityIdentified identified,
        @Nullable Money expectedValue,
        Progress progress,
        @Nullable OpportunityQualified qualified,
        @Nullable OpportunityAuthorized authorized,
        @Nullable OpportunityTermsAgreed terms,
        List<MilestoneBaseline> plan,
        List<OpportunityFactShown> facts,
        Particulars particulars) {

    /** A milestone's two baselines: the day that was planned first, and the day planned now. */
    public record MilestoneBaseline(int stage, String milestone, LocalDate originallyOn, LocalDate plannedOn) {
        boolean isOf(PlannedMilestone planned) {
            return stage == planned.stage() && milestone.equals(planned.milestone());
        }
    }

    public Deal {
        plan = List.copyOf(plan);
        facts = List.copyOf(facts);
    }

    static Deal of(OpportunityIdentified identified) {
        var process = processOf(identified);
        return new Deal(
                identified,
                identified.expectedValue(),
                Progress.atTheBeginningOf(process),
                null,
                null,
                null,
                List.of(),
                List.of(),
                Particulars.of(identified));
    }

    /** As the event says; an event without stages means those that the product came with. */
    private static ProcessVersion processOf(OpportunityIdentified identified) {
        var name = identified.template();
        var version = identified.templateVersion();
        if (identified.stages() == null || name == null || version == null) {
            return SalesProcesses.of(name, version);
        }
        var limits = Objects.requireNonNullElse(identified.discountLimits(), SalesProcesses.standardLimits());
        return new ProcessVersion(name, version, identified.stages(), limits, identified.pursuit());
    }

    Deal after(ParticularEvent known) {
        return new Deal(
                identified,
                expectedValue,
                progress,
                qualified,
                authorized,
                terms,
                plan,
                facts,
                particulars.after(known));
    }

    Deal after(OpportunityReopened again) {
        return new Deal(
                identified,
                expectedValue,
                again.undone() == Undone.WON ? progress.withoutSignature() : progress,
                qualified,
                authorized,
                terms,
                plan,
                facts,
                particulars.after(again));
    }

    Deal worth(Money value) {
        return new Deal(identified, value, progress, qualified, authorized, terms, plan, facts, particulars);
    }

    Deal after(StageEvent event) {
        return new Deal(
                identified,
                expectedValue,
                progress.after(event),
                qualified,
                authorized,
                terms,
                plan,
                facts,
                particulars);
    }

    Deal after(OpportunityQualified passed) {
        return new Deal(identified, expectedValue, progress, passed, authorized, terms, plan, facts, particulars);
    }

    Deal after(OpportunityAuthorized decision) {
        return new Deal(identified, expectedValue, progress, qualified, decision, terms, plan, facts, particulars);
    }

    Deal after(OpportunityTermsAgreed agreed) {
        return new Deal(identified, expectedValue, progress, qualified, authorized, agreed, plan, facts, particulars);
    }

    /** Until the customer accepts another quotation. */
    Deal withoutTerms() {
        return new Deal(identified, expectedValue, progress, qualified, authorized, null, plan, facts, particulars);
    }

    /** The latest of each fact stands. */
    Deal after(OpportunityFactShown shown) {
        var others = facts.stream().filter(fact -> fact.fact() != shown.fact());
        return new Deal(
                identified,
                expectedValue,
                progress,
                qualified,
                authorized,
                terms,
                plan,
                Stream.concat(others, Stream.of(shown)).toList(),
                particulars);
    }

    Deal after(OpportunityMilestonesPlanned planned) {
        var baselines = new ArrayList<>(plan);
        for (var milestone : planned.milestones()) {
            var before = baselines.stream()
                    .filter(baseline -> baseline.isOf(milestone))
                    .findFirst();
            var originallyOn = before.map(MilestoneBaseline::originallyOn).orElse(milestone.plannedOn());
            var now = new MilestoneBaseline(
                    milestone.stage(), milestone.milestone(), originallyOn, milestone.plannedOn());
            before.ifPresentOrElse(
                    baseline -> baselines.set(baselines.indexOf(baseline), now), () -> baselines.add(now));
        }
        return new Deal(
                identified, expectedValue, progress, qualified, authorized, terms, baselines, facts, particulars);
    }

    /** Its own currency; any while it has no value, and any in place of one that is not in use. */
    boolean takes(Currency currency) {
        return expectedValue == null
                || expectedValue.currency().equals(currency)
                || !Currencies.inUse(expectedValue.currency());
    }

    /** Never so for a deal from before that day was recorded. */
    boolean isIdentifiedAfter(LocalDate day) {
        return identified.identifiedOn() != null && identified.identifiedOn().isAfter(day);
    }
}
