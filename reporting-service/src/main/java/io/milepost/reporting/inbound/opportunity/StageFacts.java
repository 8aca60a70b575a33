package io.milepost.reporting.inbound.opportunity;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Types and fields of opportunity-service's events that say what a stage asks for, and what of it is done. */
public final class StageFacts {
    public static final String MILESTONE_REACHED = "opportunity.milestone-reached.v1";
    public static final String CRITERION_MET = "opportunity.success-criterion-met.v1";
    public static final String COMMITMENT_RECORDED = "opportunity.commitment-recorded.v1";
    public static final String FACT_SHOWN = "opportunity.fact-shown.v1";
    public static final String TERMS_AGREED = "opportunity.terms-agreed.v1";
    public static final String TERMS_LAPSED = "opportunity.terms-lapsed.v1";

    private StageFacts() {}

    /** {@link OpportunityFacts#IDENTIFIED}: the process, with its stages where it is not one that the product comes with. */
    public record Begun(
            @Nullable String template,
            @Nullable Integer templateVersion,
            @Nullable List<Stage> stages) {
        public Begun {
            stages = stages == null ? null : List.copyOf(stages);
        }
    }

    /**
     * What a stage asks for.
     *
     * @param atiNeeded entered after a positive ATI decision only
     * @param commitment that is sought; null where none is
     */
    public record Stage(
            int number,
            boolean atiNeeded,
            List<Milestone> milestones,
            List<Criterion> criteria,
            @Nullable String commitment) {
        public Stage {
            milestones = List.copyOf(Objects.requireNonNullElse(milestones, List.of()));
            criteria = List.copyOf(Objects.requireNonNullElse(criteria, List.of()));
        }
    }

    public record Milestone(String code, String meaning) {}

    /** {@code shownBy} says what meets it: a statement, or a fact. */
    public record Criterion(String code, String meaning, String shownBy) {}

    /** {@link #MILESTONE_REACHED}, in the stage in which the deal stands. */
    public record Reached(String milestone) {}

    /** {@link #CRITERION_MET}, in the stage in which the deal stands. */
    public record Met(String criterion) {}

    /** {@link #FACT_SHOWN}, in whatever stage. */
    public record Shown(String fact) {}
}
