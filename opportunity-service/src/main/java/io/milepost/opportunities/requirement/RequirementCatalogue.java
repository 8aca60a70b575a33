package io.milepost.opportunities.requirement;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.opportunities.opportunity.OpportunityCatalogue;
import io.milepost.opportunities.requirement.Requirement.*;
import io.milepost.opportunities.requirement.RequirementEvent.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requirement's commands and events. In a sales project, who answers for the solution confirms for us what the customer has confirmed. */
public final class RequirementCatalogue {
    /** Tag of the deal that a requirement is for, of which each has one. */
    static final String REQUIREMENT_OF = "requirement-of";

    public static final Catalogue<Requirement, Command, RequirementEvent> REQUIREMENT = Catalogue.of(
                    "requirement", "requirements", Requirement.DECIDER)
            .creates(OpenRequirement.class, Collecting::open, SALES_REP, SALES_MANAGER, IMPORTER)
            .claims(
                    OpenRequirement.class,
                    REQUIREMENT_OF,
                    (_, _, open) -> List.of(open.opportunityId().toString()))
            .reads(
                    OpenRequirement.class,
                    () -> OPPORTUNITY,
                    (_, open) -> open.opportunityId(),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .command(RecordOpinion.class, SALES_REP, SALES_MANAGER, ENGINEERING, IMPORTER)
            .command(SortOpinion.class, SALES_REP, SALES_MANAGER, ENGINEERING, IMPORTER)
            .command(DraftRequirement.class, SALES_REP, SALES_MANAGER, ENGINEERING, IMPORTER)
            .reads(
                    DraftRequirement.class,
                    () -> OPPORTUNITY,
                    (requirement, _) -> dealOf(requirement),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .command(SubmitRequirement.class, SALES_REP, SALES_MANAGER, ENGINEERING, IMPORTER)
            .reads(
                    SubmitRequirement.class,
                    () -> OPPORTUNITY,
                    (requirement, _) -> dealOf(requirement),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .command(DecideRequirementReview.class, SALES_MANAGER, ENGINEERING, DELIVERY_MANAGER, QA, IMPORTER)
            .command(ConfirmRequirement.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    ConfirmRequirement.class,
                    () -> OPPORTUNITY,
                    (requirement, _) -> dealOf(requirement),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .command(DisputeRequirement.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(BaselineRequirement.class, SALES_REP, SALES_MANAGER, ENGINEERING, IMPORTER)
            .reads(
                    BaselineRequirement.class,
                    () -> OPPORTUNITY,
                    (requirement, _) -> dealOf(requirement),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .duty(
                    BaselineRequirement.class,
                    "the solution responsible (SR) of the sales project",
                    () -> SALES_PROJECT,
                    (_, requirement, _) ->
                            Objects.requireNonNull(requirement).opened().opportunityId(),
                    project -> project.holders(TeamRole.SR))
            .event(RequirementOpened.class, "requirement.opened", 1)
            .tags(
                    RequirementOpened.class,
                    opened -> Set.of(
                            new Tag(REQUIREMENT_OF, opened.opportunityId().toString())))
            .event(OpinionRecorded.class, "requirement.opinion-recorded", 1)
            .personal(OpinionRecorded.class, (id, _) -> id, "by")
            .event(OpinionSorted.class, "requirement.opinion-sorted", 1)
            .event(RequirementDrafted.class, "requirement.drafted", 1)
            .event(RequirementSubmitted.class, "requirement.submitted", 1)
            .event(RequirementReviewed.class, "requirement.reviewed", 1)
            .event(RequirementReviewFailed.class, "requirement.review-failed", 1)
            .event(RequirementConfirmed.class, "requirement.confirmed", 1)
            .personal(RequirementConfirmed.class, (id, _) -> id, "by")
            .event(RequirementDisputed.class, "requirement.disputed", 1)
            .personal(RequirementDisputed.class, (id, _) -> id, "by")
            .event(RequirementBaselined.class, "requirement.baselined", 1)
            .rootedBy(RequirementEvent::opportunityId)
            .ownedBy(requirement -> requirement.opened().owner())
            .refusals(PursuedDeal.No.class)
            .refusals(No.class, TEXT_MISSING, OWNER_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    private RequirementCatalogue() {}

    private static @Nullable UUID dealOf(@Nullable Requirement requirement) {
        return requirement == null ? null : requirement.opened().opportunityId();
    }

    /**
     * What a read shows.
     *
     * @param status COLLECTING, DRAFT, IN_REVIEW, REVIEWED, CONFIRMED_BY_CUSTOMER or BASELINED
     * @param version number of the latest version; 0 before the first
     * @param baseline number of the version that both sides confirmed last; 0 before the first
     */
    public record View(
            String status,
            UUID opportunityId,
            String owner,
            String title,
            int version,
            int baseline,
            List<Opinion> opinions,
            List<RequirementDrafted> versions,
            List<RequirementRound> rounds) {
        static View of(Requirement requirement) {
            var opened = requirement.opened();
            return new View(
                    requirement.standing().name(),
                    opened.opportunityId(),
                    opened.owner(),
                    opened.title(),
                    requirement.version(),
                    requirement.baseline(),
                    requirement.opinions(),
                    requirement.versions(),
                    requirement.rounds());
        }
    }
}
