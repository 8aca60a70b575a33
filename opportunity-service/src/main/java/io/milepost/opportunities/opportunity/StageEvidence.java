package io.milepost.opportunities.opportunity;

import io.milepost.opportunities.kernel.Stage.Criterion;
import io.milepost.opportunities.kernel.Stage.Milestone;
import io.milepost.opportunities.opportunity.Opportunity.Won;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.platform.value.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What shows that a milestone of the stage is reached, or a criterion met; {@code code} is that of the sales process. */
public record StageEvidence(String code, Evidence evidence) {

    /** In the order of the sales process; what is open has none. */
    static List<StageEvidence> of(Opportunity opportunity) {
        var stage = opportunity.progress().stage();
        return Stream.concat(
                        stage.milestones().stream()
                                .flatMap(milestone -> of(opportunity.progress(), milestone)
                                        .map(shown -> new StageEvidence(milestone.code(), shown))
                                        .stream()),
                        stage.criteria().stream()
                                .flatMap(criterion -> of(opportunity, criterion)
                                        .map(shown -> new StageEvidence(criterion.code(), shown))
                                        .stream()))
                .toList();
    }

    private static Optional<Evidence> of(Progress progress, Milestone milestone) {
        return progress.proof(milestone)
                .map(proof -> Evidence.fact(proof.evidence()))
                .or(() -> progress.milestones().stream()
                        .filter(reached -> reached.milestone().equals(milestone.code()))
                        .reduce((_, later) -> later)
                        .map(reached -> Evidence.word(reached.evidence())));
    }

    private static Optional<Evidence> shown(Deal deal, Criterion criterion) {
        return deal.facts().stream()
                .filter(shown -> shown.fact() == criterion.fact())
                .reduce((_, later) -> later)
                .map(shown -> Evidence.fact(shown.evidence()));
    }

    /** A fact stands for itself, also where somebody said so before it was one. */
    private static Optional<Evidence> of(Opportunity opportunity, Criterion criterion) {
        var deal = opportunity.deal();
        var fact = switch (criterion.shownBy()) {
            case STATEMENT -> shown(deal, criterion);
            case QUALIFICATION -> Optional.ofNullable(deal.qualified()).map(_ -> Evidence.fact(null));
            case QUOTATION ->
                Optional.ofNullable(deal.terms()).map(terms -> Evidence.fact("quotation " + terms.quotationId()));
            case REQUIREMENT_BASELINE, FORMAL_SOLUTION, BILL_OF_QUANTITIES, SHORTLISTING, CUSTOMER_SURVEY ->
                shown(deal, criterion);
            case CONTRACT ->
                opportunity instanceof Won(var _, var end, var _)
                        ? Optional.of(Evidence.fact("contract " + end.contractId()))
                        : Optional.<Evidence>empty();
        };
        return fact.or(() -> deal.progress().criteria().stream()
                .filter(met -> met.criterion().equals(criterion.code()))
                .findFirst()
                .map(met -> Evidence.word(met.evidence())));
    }
}
