package io.milepost.opportunities.opportunity.domain.salesprocess;

import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One stage of selling beside the step of buying that it answers.
 *
 * @param atiNeeded entered after a positive ATI decision only
 * @param commitment what the customer is asked to commit to; absent where the contract itself says it
 * @param probability chance to win in whole percent once the stage has succeeded
 * @param probabilityAssumed nobody has measured that percentage yet
 */
public record Stage(
        int number,
        String name,
        String procurementStep,
        boolean atiNeeded,
        List<Milestone> milestones,
        List<Criterion> criteria,
        @Nullable String commitment,
        int probability,
        boolean probabilityAssumed) {

    public Stage {
        milestones = List.copyOf(milestones);
        criteria = List.copyOf(criteria);
        if (milestones.isEmpty()) {
            throw new IllegalArgumentException("nothing would prove that stage %d was entered".formatted(number));
        }
    }

    public Optional<Milestone> milestone(String code) {
        return milestones.stream()
                .filter(milestone -> Codes.same(milestone.code(), code))
                .findFirst();
    }

    public Optional<Criterion> criterion(String code) {
        return criteria.stream()
                .filter(criterion -> Codes.same(criterion.code(), code))
                .findFirst();
    }

    /** The milestone that a fact reaches in this stage. */
    public Optional<Milestone> milestone(Fact fact) {
        return milestones.stream()
                .filter(milestone -> milestone.followsFrom() == fact)
                .findFirst();
    }

    Stage afterAti() {
        return new Stage(
                number, name, procurementStep, true, milestones, criteria, commitment, probability, probabilityAssumed);
    }

    /** The same, where the milestone of that code follows from a fact, if it is one of this stage. */
    Stage following(String code, Fact fact) {
        var following = milestones.stream()
                .map(milestone -> milestone.code().equals(code) ? milestone.following(fact) : milestone)
                .toList();
        return new Stage(
                number,
                name,
                procurementStep,
                atiNeeded,
                following,
                criteria,
                commitment,
                probability,
                probabilityAssumed);
    }

    /** The same, where the criterion of that code is shown by a fact, if it is one of this stage. */
    Stage showing(String code, Criterion.ShownBy fact) {
        var shown = criteria.stream()
                .map(criterion -> criterion.code().equals(code) ? criterion.shownBy(fact) : criterion)
                .toList();
        return new Stage(
                number,
                name,
                procurementStep,
                atiNeeded,
                milestones,
                shown,
                commitment,
                probability,
                probabilityAssumed);
    }
}
