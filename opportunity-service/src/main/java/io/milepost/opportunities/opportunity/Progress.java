package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.kernel.ProcessVersion.FIRST;
import static io.milepost.opportunities.opportunity.Progress.Standing.*;

import io.milepost.opportunities.kernel.ProcessVersion;
import io.milepost.opportunities.kernel.Stage;
import io.milepost.opportunities.kernel.Stage.Milestone;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far a deal is: the stage in which it stands and what proves that stage. Stages are not skipped, so those before it have
 * succeeded.
 *
 * @param milestones reached in this stage since it was last moved into, as are criteria and commitments
 * @param proofs of those milestones that a fact proves
 * @param probability to win, in whole percent
 */
public record Progress(
        ProcessVersion process,
        int number,
        Standing standing,
        List<OpportunityMilestoneReached> milestones,
        List<SuccessCriterionMet> criteria,
        List<CustomerCommitmentRecorded> commitments,
        List<OpportunityMilestoneProved> proofs,
        int probability) {

    /** How far a deal is within its stage. */
    public enum Standing {
        /** Moved in, nothing more. */
        NOMINAL,
        /** All milestones are reached. */
        ENTERED,
        /** All criteria are met as well, and the customer has committed to the next step. */
        SUCCEEDED
    }

    /**
     * What is true of an open deal in whatever stage it stands; a criterion that nobody states is shown by one of these.
     *
     * @param qualified passed gate G04
     * @param authorized passed gate G06
     * @param termsAgreed the customer accepted a quotation
     * @param shown what others have proved
     */
    record Facts(boolean qualified, boolean authorized, boolean termsAgreed, Set<ShownBy> shown) {
        Facts {
            shown = Set.copyOf(shown);
        }
    }

    public Progress {
        milestones = List.copyOf(milestones);
        criteria = List.copyOf(criteria);
        commitments = List.copyOf(commitments);
        proofs = List.copyOf(proofs);
    }

    static Progress atTheBeginningOf(ProcessVersion process) {
        return nominal(process, FIRST, 0);
    }

    private static Progress nominal(ProcessVersion process, int number, int probability) {
        return new Progress(process, number, NOMINAL, List.of(), List.of(), List.of(), List.of(), probability);
    }

    Stage stage() {
        return process.stage(number);
    }

    boolean isLastStage() {
        return number == process.last();
    }

    /** How many stages have succeeded. */
    int succeeded() {
        return standing == SUCCEEDED ? number : number - 1;
    }

    /** The last stage that was proven to be entered, whatever the position says; 0 before the first (decision 11). */
    int trueStage() {
        return standing == NOMINAL ? number - 1 : number;
    }

    Progress after(StageEvent event) {
        return switch (event) {
            case OpportunityMilestoneReached reached ->
                new Progress(
                        process,
                        number,
                        standing,
                        with(milestones, reached),
                        criteria,
                        commitments,
                        proofs,
                        probability);
            case SuccessCriterionMet met ->
                new Progress(
                        process, number, standing, milestones, with(criteria, met), commitments, proofs, probability);
            case CustomerCommitmentRecorded made ->
                new Progress(
                        process, number, standing, milestones, criteria, with(commitments, made), proofs, probability);
            case OpportunityMilestoneProved proved ->
                new Progress(
                        process,
                        number,
                        standing,
                        milestones,
                        criteria,
                        commitments,
                        with(proofs, proved),
                        probability);
            case OpportunityStageEntered _ -> standing(ENTERED);
            case OpportunityStageSucceeded _ -> standing(SUCCEEDED);
            case WinProbabilityChanged(var _, var now) ->
                new Progress(process, number, standing, milestones, criteria, commitments, proofs, now);
            case OpportunityStageAdvanced(var _, var to) -> nominal(process, to, probability);
            case OpportunityStageRegressed(var _, var to, var _) -> nominal(process, to, probability);
            case OpportunityStageAdvanceRejected _ -> this;
        };
    }

    /** The last stage, which only the signature makes a success, is not one any more. */
    Progress withoutSignature() {
        return isLastStage() && standing == SUCCEEDED
                ? new Progress(
                        process,
                        number,
                        ENTERED,
                        milestones,
                        criteria,
                        commitments,
                        proofs,
                        process.probabilityAfter(number - 1))
                : this;
    }

    boolean isReached(Milestone milestone) {
        return milestones.stream().anyMatch(reached -> reached.milestone().equals(milestone.code()));
    }

    /** The fact that proves a milestone, the latest where it recurs. */
    Optional<OpportunityMilestoneProved> proof(Milestone milestone) {
        return proofs.stream()
                .filter(proof -> proof.milestone().equals(milestone.code()))
                .reduce((_, later) -> later);
    }

    boolean isMet(String criterion) {
        return criteria.stream().anyMatch(met -> met.criterion().equals(criterion));
    }

    List<String> outstandingMilestones() {
        return stage().milestones().stream()
                .filter(milestone -> !isReached(milestone))
                .map(Milestone::code)
                .toList();
    }

    /** The codes of everything that the stage still lacks to be a success; a commitment that is sought is called COMMITMENT. */
    List<String> outstanding(Facts facts) {
        var outstanding = new ArrayList<>(outstandingMilestones());
        for (var criterion : stage().criteria()) {
            var met = switch (criterion.shownBy()) {
                case STATEMENT -> isMet(criterion.code()) || facts.shown().contains(criterion.fact());
                case REQUIREMENT_BASELINE, FORMAL_SOLUTION, BILL_OF_QUANTITIES, SHORTLISTING, CUSTOMER_SURVEY ->
                    facts.shown().contains(criterion.shownBy());
                case QUALIFICATION -> facts.qualified();
                case QUOTATION -> facts.termsAgreed() || isMet(criterion.code());
                case CONTRACT -> false;
            };
            if (!met) {
                outstanding.add(criterion.code());
            }
        }
        if (stage().commitment() != null && commitments.isEmpty()) {
            outstanding.add("COMMITMENT");
        }
        return outstanding;
    }

    /** What gate G08 requires besides: the decision before the next stage, where that stage needs one. */
    List<String> missingForAdvance(Facts facts) {
        var missing = new ArrayList<>(outstanding(facts));
        if (!isLastStage() && process.stage(number + 1).atiNeeded() && !facts.authorized()) {
            missing.add("ATI_APPROVED");
        }
        return missing;
    }

    private Progress standing(Standing now) {
        return new Progress(process, number, now, milestones, criteria, commitments, proofs, probability);
    }

    private static <T> List<T> with(List<T> proofs, T proof) {
        return Stream.concat(proofs.stream(), Stream.of(proof)).toList();
    }
}
