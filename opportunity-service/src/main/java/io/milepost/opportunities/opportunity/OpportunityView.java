package io.milepost.opportunities.opportunity;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.kernel.Source;
import io.milepost.opportunities.kernel.Stage.Criterion;
import io.milepost.opportunities.kernel.Stage.Milestone;
import io.milepost.opportunities.opportunity.Deal.MilestoneBaseline;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.Progress.Standing;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of an opportunity.
 *
 * @param status IDENTIFIED, QUALIFIED, AUTHORIZED, ON_HOLD, REJECTED, LOST, WITHDRAWN or WON
 * @param quotationId the one that the customer accepted last, as long as no other has replaced it
 * @param reason of a rejection, loss or withdrawal
 * @param value that of the contract which won it
 * @param stage in which it stands, from 1; where it is closed, in which it stood
 * @param trueStage the last stage that was proven to be entered, 0 before the first (decision 11)
 * @param budget what the customer can spend
 * @param hold why nothing is done for it; absent where nothing holds it
 * @param cause of a rejection, loss or withdrawal, in a word
 * @param reopened how its last end was undone; absent where none was
 * @param winProbability in whole percent; 100 when won, 0 when closed otherwise
 */
public record OpportunityView(
        String status,
        @Nullable String name,
        @Nullable UUID accountId,
        String owner,
        @Nullable String product,
        @Nullable String need,
        @Nullable Money expectedValue,
        @Nullable LocalDate expectedCloseOn,
        @Nullable UUID leadId,
        @Nullable LocalDate closedOn,
        @Nullable String reason,
        @Nullable String lessons,
        @Nullable UUID contractId,
        @Nullable Money value,
        @Nullable List<String> skippedGates,
        String template,
        int templateVersion,
        int stage,
        int trueStage,
        int winProbability,
        StageView progress,
        @Nullable LocalDate authorizedOn,
        @Nullable UUID quotationId,
        List<MilestoneBaseline> plan,
        @Nullable Source source,
        @Nullable Money budget,
        List<OpportunityCompetitorNoted> competitors,
        List<OpportunitySessionHeld> sessions,
        @Nullable OpportunityPutOnHold hold,
        @Nullable EndCause cause,
        @Nullable OpportunityReopened reopened) {
    public OpportunityView {
        plan = List.copyOf(plan);
        competitors = List.copyOf(competitors);
        sessions = List.copyOf(sessions);
    }

    /**
     * What a read shows of the stage in which an opportunity stands, beside the step in which its customer is.
     *
     * @param milestones reached since the stage was last moved into, as are criteria and commitments
     * @param evidence what shows each milestone that is reached and each criterion that is met: a fact, or the seller's word
     * @param next what to do first of what is missing; absent where nothing is
     * @param missing what gate G08 still requires, by codes of the sales process; of the last stage, what the signature needs
     */
    public record StageView(
            String name,
            String procurementStep,
            Standing standing,
            List<OpportunityMilestoneReached> milestones,
            List<SuccessCriterionMet> criteria,
            List<CustomerCommitmentRecorded> commitments,
            List<StageEvidence> evidence,
            List<String> missing,
            @Nullable NextTask next) {
        public StageView {
            milestones = List.copyOf(milestones);
            criteria = List.copyOf(criteria);
            commitments = List.copyOf(commitments);
            evidence = List.copyOf(evidence);
            missing = List.copyOf(missing);
        }

        static StageView of(Opportunity opportunity) {
            var progress = opportunity.progress();
            var stage = progress.stage();
            var missing =
                    opportunity instanceof Open open ? progress.missingForAdvance(open.facts()) : List.<String>of();
            return new StageView(
                    stage.name(),
                    stage.procurementStep(),
                    progress.standing(),
                    progress.milestones(),
                    progress.criteria(),
                    progress.commitments(),
                    StageEvidence.of(opportunity),
                    missing,
                    missing.isEmpty() ? null : NextTask.of(progress, missing.getFirst()));
        }
    }

    /** What to do next: a milestone or criterion of the sales process by its code, COMMITMENT or ATI_APPROVED, and what that means. */
    public record NextTask(String code, String meaning) {
        static NextTask of(Progress progress, String code) {
            var stage = progress.stage();
            var meaning = stage.milestone(code)
                    .map(Milestone::meaning)
                    .or(() -> stage.criterion(code).map(Criterion::meaning))
                    .or(() -> Optional.ofNullable(code.equals("COMMITMENT") ? stage.commitment() : null))
                    .orElse("the next stage needs a positive ATI decision");
            return new NextTask(code, meaning);
        }
    }

    private record End(
            @Nullable LocalDate closedOn,
            @Nullable String reason,
            @Nullable String lessons,
            @Nullable UUID contractId,
            @Nullable Money value,
            @Nullable List<String> skippedGates,
            @Nullable EndCause cause) {
        static final End NONE = new End(null, null, null, null, null, null, null);

        static End of(OpportunityRejected end) {
            return new End(null, end.reason(), end.lessons(), null, null, null, end.cause());
        }

        static End of(OpportunityLost end) {
            return new End(end.closedOn(), end.reason(), end.lessons(), null, null, null, end.cause());
        }

        static End of(OpportunityWithdrawn end) {
            return new End(end.closedOn(), end.reason(), end.lessons(), null, null, null, end.cause());
        }

        static End of(OpportunityWon end) {
            return new End(end.closedOn(), null, null, end.contractId(), end.value(), end.skippedGates(), null);
        }
    }

    static OpportunityView of(Opportunity opportunity) {
        return switch (opportunity) {
            case Identified open -> view("IDENTIFIED", open, open.progress().probability(), End.NONE);
            case Qualified open -> view("QUALIFIED", open, open.progress().probability(), End.NONE);
            case Authorized open -> view("AUTHORIZED", open, open.progress().probability(), End.NONE);
            case Rejected closed -> view("REJECTED", closed, 0, End.of(closed.end()));
            case Lost closed -> view("LOST", closed, 0, End.of(closed.end()));
            case Withdrawn closed -> view("WITHDRAWN", closed, 0, End.of(closed.end()));
            case Won won -> view("WON", won, 100, End.of(won.end()));
        };
    }

    private static OpportunityView view(String status, Opportunity opportunity, int probability, End end) {
        var deal = opportunity.deal();
        var progress = deal.progress();
        var identified = deal.identified();
        var known = deal.particulars();
        return new OpportunityView(
                known.hold() != null && opportunity instanceof Open ? "ON_HOLD" : status,
                identified.name(),
                known.accountId(),
                known.owner(),
                known.product(),
                known.need(),
                deal.expectedValue(),
                known.expectedCloseOn(),
                identified.leadId(),
                end.closedOn(),
                end.reason(),
                end.lessons(),
                end.contractId(),
                end.value(),
                end.skippedGates(),
                progress.process().name(),
                progress.process().version(),
                progress.number(),
                progress.trueStage(),
                probability,
                StageView.of(opportunity),
                deal.authorized() == null ? null : deal.authorized().decidedOn(),
                deal.terms() == null ? null : deal.terms().quotationId(),
                deal.plan(),
                identified.source(),
                known.budget(),
                known.competitors(),
                known.sessions(),
                known.hold(),
                end.cause(),
                known.reopened());
    }
}
