package io.milepost.opportunities.opportunity.domain;

import static io.milepost.opportunities.opportunity.domain.DealRefusal.PROOF_TOO_EARLY;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.REASON_MISSING;
import static io.milepost.opportunities.opportunity.domain.StageRefusal.COMMITMENT_INCOMPLETE;
import static io.milepost.opportunities.opportunity.domain.StageRefusal.CRITERION_ALREADY_MET;
import static io.milepost.opportunities.opportunity.domain.StageRefusal.CRITERION_NOT_BY_HAND;
import static io.milepost.opportunities.opportunity.domain.StageRefusal.CRITERION_NOT_OF_STAGE;
import static io.milepost.opportunities.opportunity.domain.StageRefusal.LAST_STAGE;
import static io.milepost.opportunities.opportunity.domain.StageRefusal.MILESTONE_ALREADY_REACHED;
import static io.milepost.opportunities.opportunity.domain.StageRefusal.MILESTONE_NOT_OF_STAGE;
import static io.milepost.opportunities.opportunity.domain.StageRefusal.PROOF_IN_FUTURE;
import static io.milepost.opportunities.opportunity.domain.StageRefusal.STAGE_NOT_EARLIER;
import static io.milepost.opportunities.opportunity.domain.StageRefusal.STAGE_NOT_SUCCEEDED;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.opportunities.opportunity.domain.Opportunity.Open;
import io.milepost.opportunities.opportunity.domain.StageCommand.AdvanceStage;
import io.milepost.opportunities.opportunity.domain.StageCommand.MeetCriterion;
import io.milepost.opportunities.opportunity.domain.StageCommand.ReachMilestone;
import io.milepost.opportunities.opportunity.domain.StageCommand.ReachMilestoneByFact;
import io.milepost.opportunities.opportunity.domain.StageCommand.RecordCommitment;
import io.milepost.opportunities.opportunity.domain.StageCommand.RegressStage;
import io.milepost.opportunities.opportunity.domain.StageEvent.CustomerCommitmentRecorded;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityMilestoneReached;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageAdvanceRejected;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageAdvanced;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageEntered;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageRegressed;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageSucceeded;
import io.milepost.opportunities.opportunity.domain.StageEvent.SuccessCriterionMet;
import io.milepost.opportunities.opportunity.domain.StageEvent.WinProbabilityChanged;
import io.milepost.opportunities.opportunity.domain.salesprocess.Criterion;
import io.milepost.opportunities.opportunity.domain.salesprocess.Milestone;
import io.milepost.opportunities.opportunity.domain.salesprocess.SalesProcess;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Proving stages and moving between them, as long as a deal is open. */
final class StageWork {

    private StageWork() {}

    static Decision<OpportunityEvent> decide(Open opportunity, StageCommand command, Occasion occasion) {
        var today = occasion.today();
        return switch (command) {
            case ReachMilestone reach
            when isTooEarly(opportunity, reach.on()) -> refused(PROOF_TOO_EARLY).at("/on");
            case ReachMilestone reach ->
                opportunity
                        .progress()
                        .stage()
                        .milestone(reach.milestone())
                        .map(milestone -> reach(opportunity, milestone, reach, today))
                        .orElse(refused(MILESTONE_NOT_OF_STAGE).at("/milestone"));
            case ReachMilestoneByFact(var fact, var evidence, var on) ->
                opportunity
                        .progress()
                        .stage()
                        .milestone(fact)
                        .map(milestone -> reach(
                                opportunity, milestone, new ReachMilestone(milestone.code(), evidence, on), today))
                        .orElse(refused(MILESTONE_NOT_OF_STAGE).at("/fact"));
            case MeetCriterion meet ->
                opportunity
                        .progress()
                        .stage()
                        .criterion(meet.criterion())
                        .map(criterion -> meet(opportunity, criterion, meet))
                        .orElse(refused(CRITERION_NOT_OF_STAGE).at("/criterion"));
            case RecordCommitment commitment
            when isTooEarly(opportunity, commitment.on()) ->
                refused(PROOF_TOO_EARLY).at("/on");
            case RecordCommitment commitment -> commit(opportunity, commitment, occasion);
            case AdvanceStage _ -> advance(opportunity);
            case RegressStage(var to, var reason) -> regress(opportunity.progress(), to, reason);
        };
    }

    /** What follows from the proofs that are there: the stage is entered, and succeeds. */
    static List<StageEvent> consequences(Progress proven, Facts facts) {
        var events = new ArrayList<StageEvent>();
        var progress = proven;
        if (progress.standing() == Standing.NOMINAL
                && progress.outstandingMilestones().isEmpty()) {
            var entered = new OpportunityStageEntered(progress.number(), lastMilestoneOn(progress));
            events.add(entered);
            progress = progress.after(entered);
        }
        if (progress.standing() == Standing.ENTERED
                && progress.outstanding(facts).isEmpty()) {
            events.addAll(success(progress));
        }
        return events;
    }

    static List<StageEvent> success(Progress progress) {
        var probability = progress.process().probabilityAfter(progress.number());
        return List.of(
                new OpportunityStageSucceeded(progress.number()),
                new WinProbabilityChanged(progress.probability(), probability));
    }

    private static Decision<OpportunityEvent> reach(
            Open opportunity, Milestone milestone, ReachMilestone reach, LocalDate today) {
        var progress = opportunity.progress();
        var on = Objects.requireNonNullElse(reach.on(), today);
        var reached = new OpportunityMilestoneReached(progress.number(), milestone.code(), on, reach.evidence());
        if (on.isAfter(today)) {
            return refused(PROOF_IN_FUTURE).at("/on");
        }
        if (progress.milestones().contains(reached)) {
            return unchanged();
        }
        return progress.isReached(milestone) && !milestone.recurring()
                ? refused(MILESTONE_ALREADY_REACHED)
                : proven(opportunity, reached);
    }

    private static Decision<OpportunityEvent> meet(Open opportunity, Criterion criterion, MeetCriterion meet) {
        var progress = opportunity.progress();
        var met = new SuccessCriterionMet(progress.number(), criterion.code(), meet.evidence());
        if (criterion.shownBy() != Criterion.ShownBy.STATEMENT) {
            return refused(CRITERION_NOT_BY_HAND).at("/criterion");
        }
        if (progress.criteria().contains(met)) {
            return unchanged();
        }
        return progress.isMet(criterion.code()) ? refused(CRITERION_ALREADY_MET) : proven(opportunity, met);
    }

    private static Decision<OpportunityEvent> commit(Open opportunity, RecordCommitment commitment, Occasion occasion) {
        if (commitment.by().isBlank() || commitment.to().isBlank()) {
            return refused(COMMITMENT_INCOMPLETE).at(commitment.by().isBlank() ? "/by" : "/to");
        }
        var on = Objects.requireNonNullElse(commitment.on(), occasion.today());
        if (on.isAfter(occasion.today())) {
            return refused(PROOF_IN_FUTURE).at("/on");
        }
        var made = new CustomerCommitmentRecorded(
                opportunity.progress().number(),
                commitment.by(),
                commitment.to(),
                on,
                occasion.digest("by").orElse(null));
        var noted = opportunity.progress().commitments().stream().anyMatch(earlier -> isSame(earlier, made));
        return noted ? unchanged() : proven(opportunity, made);
    }

    /** Whose word it was is sealed in what stands; its hash tells whether it is noted already, and where there is none the word and its day. */
    private static boolean isSame(CustomerCommitmentRecorded earlier, CustomerCommitmentRecorded made) {
        return earlier.to().equals(made.to())
                && earlier.on().equals(made.on())
                && (earlier.byKey() == null || earlier.byKey().equals(made.byKey()));
    }

    /** The first call may be what a deal was identified by, and it may be noted late. */
    private static boolean isTooEarly(Open opportunity, @Nullable LocalDate on) {
        return on != null && opportunity.deal().isIdentifiedAfter(on.plusYears(1));
    }

    /** Gate G08, both ways. */
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
        if (to < SalesProcess.FIRST || to >= progress.number()) {
            return refused(STAGE_NOT_EARLIER).at("/to");
        }
        if (reason.isBlank()) {
            return refused(REASON_MISSING).at("/reason");
        }
        var events = new ArrayList<OpportunityEvent>();
        events.add(new OpportunityStageRegressed(progress.number(), to, reason));
        var probability = progress.process().probabilityAfter(to - 1);
        if (probability != progress.probability()) {
            events.add(new WinProbabilityChanged(progress.probability(), probability));
        }
        return accepted(events);
    }

    private static Decision<OpportunityEvent> proven(Open opportunity, StageEvent proof) {
        var events = new ArrayList<OpportunityEvent>();
        events.add(proof);
        events.addAll(consequences(opportunity.progress().after(proof), opportunity.facts()));
        return accepted(events);
    }

    private static LocalDate lastMilestoneOn(Progress progress) {
        return progress.milestones().stream()
                .map(OpportunityMilestoneReached::on)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Refused<OpportunityEvent> refused(Refusal reason) {
        return Decision.refused(reason);
    }
}
