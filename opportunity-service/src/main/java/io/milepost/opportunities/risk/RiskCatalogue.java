package io.milepost.opportunities.risk;

import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.MANAGEMENT_PLAN;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.opportunities.kernel.Element;
import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.ReviewRhythm;
import io.milepost.opportunities.kernel.RiskTags;
import io.milepost.opportunities.managementplan.ManagementPlanCatalogue;
import io.milepost.opportunities.risk.Risk.*;
import io.milepost.opportunities.salesproject.SalesProject;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Duty;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The risk's commands and events, the day that it waits for, and who is told of it. Anybody of the project sees one; who tracks it is the director's to say. */
public final class RiskCatalogue {
    private static final String TRACKING =
            "who tracks the risk, the project director (PD), quality assurance (QA) or the administrator";

    public static final Catalogue<Risk, Command, Event> RISK = Catalogue.of("risk", "risks", Risk.DECIDER)
            .creates(IdentifyRisk.class, Tracking::identify, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, QA, IMPORTER)
            .reads(
                    IdentifyRisk.class,
                    () -> SALES_PROJECT,
                    (_, identify) -> identify.salesProjectId(),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .reads(
                    IdentifyRisk.class,
                    () -> MANAGEMENT_PLAN,
                    (_, identify) -> identify.salesProjectId(),
                    ReviewRhythm.class,
                    ManagementPlanCatalogue::rhythm)
            .command(AssignRiskOwner.class, SALES_REP, SALES_MANAGER)
            .reads(
                    AssignRiskOwner.class,
                    () -> SALES_PROJECT,
                    (risk, _) -> projectOf(risk),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .duty(
                    AssignRiskOwner.class,
                    "the project director (PD)",
                    () -> SALES_PROJECT,
                    (_, risk, _) -> projectOf(risk),
                    project -> project.holders(TeamRole.PD))
            .command(PlanResponse.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, QA)
            .duty(PlanResponse.class, tracking(PlanResponse.class))
            .command(ReviewRisk.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, QA)
            .duty(ReviewRisk.class, tracking(ReviewRisk.class))
            .reads(
                    ReviewRisk.class,
                    () -> MANAGEMENT_PLAN,
                    (risk, _) -> projectOf(risk),
                    ReviewRhythm.class,
                    ManagementPlanCatalogue::rhythm)
            .command(MarkRiskOccurred.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, QA)
            .duty(MarkRiskOccurred.class, tracking(MarkRiskOccurred.class))
            .command(CloseRisk.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, QA)
            .duty(CloseRisk.class, tracking(CloseRisk.class))
            .command(FollowRiskPlan.class)
            .command(MissReview.class)
            .reads(
                    MissReview.class,
                    () -> SALES_PROJECT,
                    (risk, _) -> projectOf(risk),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .event(RiskIdentified.class, "risk.identified", 1)
            .tags(
                    RiskIdentified.class,
                    identified -> Set.of(
                            new Tag(RiskTags.OF, identified.salesProjectId().toString()),
                            owning(identified.salesProjectId(), identified.owner())))
            .event(RiskOwnerAssigned.class, "risk.owner-assigned", 1)
            .tags(RiskOwnerAssigned.class, assigned -> Set.of(owning(assigned.salesProjectId(), assigned.owner())))
            .event(RiskResponsePlanned.class, "risk.response-planned", 1)
            .event(RiskReviewed.class, "risk.reviewed", 1)
            .event(RiskReviewMoved.class, "risk.review-moved", 1)
            .event(RiskReviewMissed.class, "risk.review-missed", 1)
            .event(RiskOccurred.class, "risk.occurred", 1)
            .event(RiskClosed.class, "risk.closed", 1)
            .rootedBy(Event::salesProjectId)
            .holds(
                    RiskTags.OWNER,
                    risk -> risk.isOpen()
                            ? List.of(owning(risk.salesProject(), risk.owner()).value())
                            : List.of())
            .ownedBy(Risk::owner)
            .refusals(No.class, TEXT_MISSING, OWNER_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** An open risk waits for the end of the day by which it is to be looked at again. */
    public static final Due<Risk> RISK_REVIEW_MISSED = new Due<>(
            "risk-review-missed",
            RISK,
            MissReview.class,
            risk -> risk.isOpen() && !risk.overdue()
                    ? List.of(DueDate.endOf(risk.reviewOn(), new MissReview(risk.reviewOn()))
                            .ownedBy(risk.owner()))
                    : List.of());

    /** That nobody looked at a risk is told to who tracks it, and to the manager. */
    public static final NoticeRule<RiskReviewMissed> RISK_REVIEW_NOTICE = notice("risk-review-missed")
            .on(RISK, RiskReviewMissed.class)
            .concerning(RiskReviewMissed::owner)
            .to(OWNER, MANAGER);

    /** That a risk has occurred is told to who tracks it, and to the manager. */
    public static final NoticeRule<RiskOccurred> RISK_OCCURRED_NOTICE = notice("risk-occurred")
            .on(RISK, RiskOccurred.class)
            .concerning(RiskOccurred::owner)
            .to(OWNER, MANAGER);

    private RiskCatalogue() {}

    private static Tag owning(UUID project, String owner) {
        return new Tag(RiskTags.OWNER, RiskTags.owning(project, owner));
    }

    private static UUID projectOf(@Nullable Risk risk) {
        return Objects.requireNonNull(risk).salesProject();
    }

    private static <T extends Record> Duty<Risk> tracking(Class<T> type) {
        return Duty.of(type, TRACKING, () -> SALES_PROJECT, (_, risk, _) -> projectOf(risk), RiskCatalogue::trackers);
    }

    private static Set<String> trackers(@Nullable Risk risk, SalesProject project) {
        var members = new HashSet<>(project.holders(TeamRole.PD));
        members.addAll(project.holders(TeamRole.QA));
        members.addAll(project.holders(TeamRole.ADMINISTRATOR));
        members.add(Objects.requireNonNull(risk).owner());
        return members;
    }

    /**
     * What a read shows.
     *
     * @param status IDENTIFIED, MITIGATING once a response is planned, OCCURRED or CLOSED
     * @param element absent where it is about the project as a whole
     * @param reviewMissed whether the day of the review ended without one
     */
    public record View(
            String status,
            UUID salesProjectId,
            @Nullable Element element,
            String statement,
            @Nullable String cause,
            Rating rating,
            Exposure exposure,
            String owner,
            @Nullable Response response,
            LocalDate identifiedOn,
            LocalDate reviewOn,
            boolean reviewMissed,
            @Nullable RiskOccurred occurred,
            @Nullable RiskClosed end) {
        static View of(Risk risk) {
            var identified = risk.identified();
            return new View(
                    status(risk),
                    identified.salesProjectId(),
                    identified.element(),
                    identified.statement(),
                    identified.cause(),
                    risk.rating(),
                    risk.rating().exposure(),
                    risk.owner(),
                    risk.response(),
                    identified.identifiedOn(),
                    risk.reviewOn(),
                    risk.overdue(),
                    risk.occurred(),
                    risk.end());
        }

        private static String status(Risk risk) {
            if (!risk.isOpen()) {
                return "CLOSED";
            }
            if (risk.occurred() != null) {
                return "OCCURRED";
            }
            return risk.response() == null ? "IDENTIFIED" : "MITIGATING";
        }
    }
}
