package io.milepost.opportunities.kernel;

import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One stage of selling beside the step of buying that it answers.
 *
 * @param atiNeeded entered after a positive ATI decision only
 * @param milestones at least one, since nothing else proves that the stage was entered
 * @param commitment what the customer is asked to commit to; absent where the contract itself says it
 * @param probability chance to win in whole percent once the stage has succeeded
 * @param probabilityAssumed nobody has measured that percentage yet
 * @param responsible whose duty it is to state what is reached and met in it; absent in stages from before that was said, see
 *     {@link #answering}
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
        boolean probabilityAssumed,
        @Nullable Responsible responsible) {
    /** The preliminary proposal, the demonstration, and the formal design, where nothing is said of who answers for them. */
    private static final Set<Integer> STAGES_OF_THE_SOLUTION = Set.of(3, 4, 5);

    public Stage {
        milestones = List.copyOf(milestones);
        criteria = List.copyOf(criteria);
    }

    /**
     * The least that must be done before a deal has truly entered a stage.
     *
     * @param recurring may be reached on more than one day, as a product is shown more than once
     * @param followsFrom the fact that reaches it by itself while the deal stands in its stage; stated by the seller alone when absent
     */
    public record Milestone(
            String code,
            String meaning,
            boolean recurring,
            @Nullable Fact followsFrom) {}

    /** Who in the team of a sales project answers for a stage. */
    public enum Responsible {
        /** The project director. */
        PD,
        /** Who answers for the account. */
        AR,
        /** Who answers for the solution. */
        SR,
        /** Who answers for the fulfilment. */
        FR,
        /** Quality assurance. */
        QA,
        /** The administrator of the sales project. */
        ADMINISTRATOR,
        /** No role of the team: whoever sells. */
        NOBODY
    }

    /** What happens elsewhere in the suite and may reach a milestone, where a sales process says so. */
    public enum Fact {
        /** A round was held on an issued quotation. */
        NEGOTIATION_ROUND(null),
        /** The reviewed contract was sent out to be signed. */
        SENT_FOR_SIGNATURE(null),
        /** A solution was handed to the customer. */
        PROPOSAL_SUBMITTED("PRELIMINARY_PROPOSAL_DELIVERED"),
        /** A solution was shown at work. */
        DEMONSTRATION_HELD("DEMO_OR_EXCHANGE_HELD"),
        /** The requirement document passed its review. */
        REQUIREMENT_REVIEWED("REQUIREMENT_REVIEWED"),
        /** A bid was handed in. */
        BID_SUBMITTED("FORMAL_OFFER_SUBMITTED");

        private final @Nullable String code;

        Fact(@Nullable String code) {
            this.code = code;
        }

        /** Whether it reaches a milestone: one that says so, or that bears the code by which the product's own processes name it. */
        boolean reaches(Milestone milestone) {
            return milestone.followsFrom() == null
                    ? code != null && Codes.same(code, milestone.code())
                    : milestone.followsFrom() == this;
        }
    }

    /** One of the tasks that make a stage a success. */
    public record Criterion(String code, String meaning, ShownBy shownBy) {
        /** The fact that meets it; one that may be stated is also met by the fact whose code it bears. */
        public ShownBy fact() {
            return shownBy != ShownBy.STATEMENT
                    ? shownBy
                    : Stream.of(ShownBy.values())
                            .filter(fact -> Codes.same(fact.code, code))
                            .findFirst()
                            .orElse(shownBy);
        }

        /** Whether nobody's word meets it. A quotation could be stated as accepted where it was a criterion before the fact was. */
        public boolean needsFact() {
            return shownBy != ShownBy.STATEMENT && shownBy != ShownBy.QUOTATION;
        }
    }

    /** What shows that a criterion is met. */
    public enum ShownBy {
        /** A statement of the seller. */
        STATEMENT(null),
        /** Gate G04. */
        QUALIFICATION(null),
        /** A quotation that the customer accepted. */
        QUOTATION(null),
        /** The signature of both parties. */
        CONTRACT(null),
        /** A requirement that both sides confirmed (R-088, gate G09). */
        REQUIREMENT_BASELINE("REQUIREMENT_BASELINED"),
        /** A formal solution that the customer confirmed (R-090, gate G10). */
        FORMAL_SOLUTION("FORMAL_SOLUTION_CONFIRMED"),
        /** A bill of quantities that was issued. */
        BILL_OF_QUANTITIES("BILL_OF_QUANTITIES_ISSUED"),
        /** A bid that the customer shortlisted. */
        SHORTLISTING("SHORTLISTED"),
        /** A survey of the customer's needs and problems that was carried out. */
        CUSTOMER_SURVEY("CUSTOMER_SURVEYED");

        private final @Nullable String code;

        ShownBy(@Nullable String code) {
            this.code = code;
        }
    }

    /** Who answers for it; where that is not said, it is as it was when the duty was the same in all processes. */
    public Responsible answering() {
        if (responsible != null) {
            return responsible;
        }
        return STAGES_OF_THE_SOLUTION.contains(number) ? Responsible.SR : Responsible.NOBODY;
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
        return milestones.stream().filter(fact::reaches).findFirst();
    }
}
