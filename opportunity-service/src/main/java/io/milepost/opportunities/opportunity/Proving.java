package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunity.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.kernel.AskedOfDeal;
import io.milepost.opportunities.kernel.ProcessVersion;
import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.opportunities.kernel.Stage.Criterion;
import io.milepost.opportunities.kernel.Stage.Milestone;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.Progress.Standing;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Proving stages and moving between them, as long as a deal is open. */
final class Proving {

    private Proving() {}

    static Decision<OpportunityEvent> prove(Opportunity opportunity, StageCommand command, Occasion occasion) {
        return switch (opportunity) {
            case Open open
            when open.deal().particulars().hold() != null && isByPeople(command) -> refused(OPPORTUNITY_ON_HOLD);
            case Open open -> prove(open, command, occasion);
            case Ended ended -> refused(ended.reason());
        };
    }

    /** What happens elsewhere happens to a deal that is on hold, too. */
    private static boolean isByPeople(StageCommand command) {
        return switch (command) {
            case ReachMilestone _, MeetCriterion _, RecordCommitment _, AdvanceStage _, RegressStage _ -> true;
            case ReachMilestoneByFact _, ReturnFromSigning _ -> false;
        };
    }

    private static Decision<OpportunityEvent> prove(Open opportunity, StageCommand command, Occasion occasion) {
        var today = occasion.today();
        return switch (command) {
            case ReachMilestone reach -> reach(opportunity, reach, occasion);
            case ReachMilestoneByFact(var fact, var evidence, var on) ->
                opportunity
                        .progress()
                        .stage()
                        .milestone(fact)
                        .map(milestone -> prove(opportunity, milestone, evidence, on, today))
                        .orElse(refusedAt("/fact", MILESTONE_NOT_OF_STAGE));
            case MeetCriterion(var code, var evidence, var on) ->
                opportunity
                        .progress()
                        .stage()
                        .criterion(code)
                        .map(criterion -> meet(opportunity, criterion, evidence, on, occasion))
                        .orElse(refusedAt("/criterion", CRITERION_NOT_OF_STAGE));
            case RecordCommitment commitment -> commit(opportunity, commitment, occasion);
            case AdvanceStage _ -> advance(opportunity);
            case RegressStage(var to, var reason) -> regress(opportunity.progress(), to, reason);
            case ReturnFromSigning(var reason) ->
                opportunity.progress().isLastStage()
                        ? regress(opportunity.progress(), opportunity.progress().number() - 1, reason)
                        : refused(STAGE_NOT_EARLIER);
        };
    }

    private static Decision<OpportunityEvent> reach(Open opportunity, ReachMilestone reach, Occasion occasion) {
        var today = occasion.today();
        var on = Objects.requireNonNullElse(reach.on(), today);
        return checkEvidence(check(), opportunity, reach.evidence(), occasion)
                .that(!isTooEarly(opportunity, reach.on()), "/on", PROOF_TOO_EARLY)
                .then(() -> opportunity
                        .progress()
                        .stage()
                        .milestone(reach.milestone())
                        .map(milestone -> reach(opportunity, milestone, reach.evidence(), on, today))
                        .orElse(refusedAt("/milestone", MILESTONE_NOT_OF_STAGE)));
    }

    private static Decision<OpportunityEvent> reach(
            Open opportunity, Milestone milestone, @Nullable String evidence, LocalDate on, LocalDate today) {
        var progress = opportunity.progress();
        var reached = new OpportunityMilestoneReached(progress.number(), milestone.code(), on, evidence);
        if (on.isAfter(today)) {
            return refusedAt("/on", PROOF_IN_FUTURE);
        }
        if (progress.milestones().contains(reached)) {
            return unchanged();
        }
        return progress.isReached(milestone) && !milestone.recurring()
                ? refused(MILESTONE_ALREADY_REACHED)
                : proven(reached, opportunity.with(opportunity.deal().after(reached)));
    }

    /** A fact reaches a milestone and proves it, also one that was reached by the seller's word. */
    static Decision<OpportunityEvent> prove(
            Open opportunity, Milestone milestone, String evidence, LocalDate on, LocalDate today) {
        var progress = opportunity.progress();
        var reached = new OpportunityMilestoneReached(progress.number(), milestone.code(), on, evidence);
        var proved = new OpportunityMilestoneProved(progress.number(), milestone.code(), on, evidence);
        if (on.isAfter(today)) {
            return refusedAt("/on", PROOF_IN_FUTURE);
        }
        if (progress.proofs().contains(proved)) {
            return unchanged();
        }
        if (progress.proof(milestone).isPresent() && !milestone.recurring()) {
            return refused(MILESTONE_ALREADY_REACHED);
        }
        return progress.isReached(milestone)
                        && (!milestone.recurring() || progress.milestones().contains(reached))
                ? accepted(proved)
                : proven(
                        List.of(reached, proved),
                        opportunity.with(opportunity.deal().after(reached).after(proved)));
    }

    /** By whoever states it; what a fact would prove needs evidence from them. */
    private static Decision<OpportunityEvent> meet(
            Open opportunity,
            Criterion criterion,
            @Nullable String evidence,
            @Nullable LocalDate stated,
            Occasion occasion) {
        var progress = opportunity.progress();
        var on = Objects.requireNonNullElse(stated, occasion.today());
        if (criterion.needsFact()) {
            return refusedAt("/criterion", CRITERION_NOT_BY_HAND);
        }
        var met = new SuccessCriterionMet(progress.number(), criterion.code(), evidence, on);
        var known = progress.criteria().stream()
                .filter(earlier -> earlier.criterion().equals(criterion.code()))
                .findFirst();
        if (known.isPresent()) {
            return Objects.equals(known.get().evidence(), evidence)
                            && (stated == null || stated.equals(known.get().on()))
                    ? unchanged()
                    : refused(CRITERION_ALREADY_MET);
        }
        boolean bare = evidence == null || evidence.isBlank();
        return checkEvidence(check(), opportunity, evidence, occasion)
                .that(!on.isAfter(occasion.today()), "/on", PROOF_IN_FUTURE)
                .that(!isTooEarly(opportunity, stated), "/on", PROOF_TOO_EARLY)
                .that(
                        !bare || !occasion.who().bound() || criterion.fact() == criterion.shownBy(),
                        "/evidence",
                        EVIDENCE_MISSING)
                .then(() -> proven(met, opportunity.with(opportunity.deal().after(met))));
    }

    private static Decision<OpportunityEvent> commit(Open opportunity, RecordCommitment commitment, Occasion occasion) {
        var progress = opportunity.progress();
        var on = Objects.requireNonNullElse(commitment.on(), occasion.today());
        var made = new CustomerCommitmentRecorded(
                progress.number(),
                commitment.by(),
                commitment.to(),
                on,
                occasion.digest("by").orElse(null),
                commitment.evidence(),
                occasion.digest("to").orElse(null));
        return checkEvidence(check(), opportunity, commitment.evidence(), occasion)
                .that(!isTooEarly(opportunity, commitment.on()), "/on", PROOF_TOO_EARLY)
                .text("/by", commitment.by(), COMMITMENT_INCOMPLETE)
                .text("/to", commitment.to(), COMMITMENT_INCOMPLETE)
                .that(!on.isAfter(occasion.today()), "/on", PROOF_IN_FUTURE)
                .then(() -> progress.commitments().stream().anyMatch(earlier -> isSame(earlier, made, occasion))
                        ? unchanged()
                        : proven(made, opportunity.with(opportunity.deal().after(made))));
    }

    /** Where the sales process asks for it, whoever states a proof says what shows it. */
    private static Checks checkEvidence(Checks checks, Open opportunity, @Nullable String evidence, Occasion occasion) {
        boolean asked = occasion.who().bound()
                && AskedOfDeal.of(opportunity.progress().process().pursuit(), false, false)
                        .asked()
                        .contains(Asked.EVIDENCE);
        return checks.that(!asked || (evidence != null && !evidence.isBlank()), "/evidence", EVIDENCE_MISSING);
    }

    /** Hashes tell who committed and to what; where there are none, the texts do. */
    private static boolean isSame(
            CustomerCommitmentRecorded earlier, CustomerCommitmentRecorded made, Occasion occasion) {
        boolean sameWhat = earlier.toKey() == null
                ? occasion.isSame(earlier.to(), made.to())
                : earlier.toKey().equals(made.toKey());
        return sameWhat
                && Objects.equals(earlier.evidence(), made.evidence())
                && earlier.on().equals(made.on())
                && (earlier.byKey() == null
                        ? occasion.isSame(earlier.by(), made.by())
                        : earlier.byKey().equals(made.byKey()));
    }

    /** The first call may be what led to a deal, and the deal may be recorded late. */
    private static boolean isTooEarly(Open opportunity, @Nullable LocalDate on) {
        return on != null && opportunity.deal().isIdentifiedAfter(on.plusYears(1));
    }

    /** The proof, and what follows from it: the stage is entered, and succeeds. */
    static Decision<OpportunityEvent> proven(OpportunityEvent proof, Open after) {
        return proven(List.of(proof), after);
    }

    private static Decision<OpportunityEvent> proven(List<OpportunityEvent> proofs, Open after) {
        var events = new ArrayList<>(proofs);
        var progress = after.progress();
        if (progress.standing() == Standing.NOMINAL
                && progress.outstandingMilestones().isEmpty()) {
            var entered = new OpportunityStageEntered(progress.number(), lastMilestoneOn(progress));
            events.add(entered);
            progress = progress.after(entered);
        }
        if (progress.standing() == Standing.ENTERED
                && progress.outstanding(after.facts()).isEmpty()) {
            events.addAll(success(progress));
        }
        return accepted(events);
    }

    static List<StageEvent> success(Progress progress) {
        var probability = progress.process().probabilityAfter(progress.number());
        return List.of(
                new OpportunityStageSucceeded(progress.number()),
                new WinProbabilityChanged(progress.probability(), probability));
    }

    private static LocalDate lastMilestoneOn(Progress progress) {
        return progress.milestones().stream()
                .map(OpportunityMilestoneReached::on)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Gate G08, passed or refused on record. */
    private static Decision<OpportunityEvent> advance(Open opportunity) {
        var progress = opportunity.progress();
        if (progress.isLastStage()) {
            return refused(LAST_STAGE);
        }
        var missing = progress.missingForAdvance(opportunity.facts());
        if (progress.standing() == Standing.SUCCEEDED && missing.isEmpty()) {
            return accepted(new OpportunityStageAdvanced(progress.number(), progress.number() + 1));
        }
        var detail = "stage %d still lacks %s".formatted(progress.number(), String.join(", ", missing));
        return Decision.<OpportunityEvent>refused(STAGE_NOT_SUCCEEDED, detail)
                .onRecord(List.of(new OpportunityStageAdvanceRejected(progress.number(), missing)));
    }

    private static Decision<OpportunityEvent> regress(Progress progress, int to, String reason) {
        return check().that(to >= ProcessVersion.FIRST && to < progress.number(), "/to", STAGE_NOT_EARLIER)
                .reason("/reason", reason)
                .then(() -> {
                    var events = new ArrayList<OpportunityEvent>();
                    events.add(new OpportunityStageRegressed(progress.number(), to, reason));
                    var probability = progress.process().probabilityAfter(to - 1);
                    if (probability != progress.probability()) {
                        events.add(new WinProbabilityChanged(progress.probability(), probability));
                    }
                    return accepted(events);
                });
    }
}
