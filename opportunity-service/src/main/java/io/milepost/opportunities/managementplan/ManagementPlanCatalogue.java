package io.milepost.opportunities.managementplan;

import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.ReviewRhythm;
import io.milepost.opportunities.kernel.RiskTags;
import io.milepost.opportunities.managementplan.Keeping.RisksOfProject;
import io.milepost.opportunities.managementplan.ManagementPlan.*;
import io.milepost.opportunities.salesproject.SalesProject;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The management plan's commands and events, the days that it waits for, and who is told of one that passed. */
public final class ManagementPlanCatalogue {
    private static final String DIRECTOR = "the project director (PD)";
    private static final String RISK_KEEPER =
            "the project director (PD), quality assurance (QA) or the administrator of the project";
    private static final String KEEPER = "quality assurance (QA) or the administrator of the project";

    public static final Catalogue<ManagementPlan, Command, Event> MANAGEMENT_PLAN = Catalogue.of(
                    "management-plan", "management-plans", ManagementPlan.DECIDER)
            .creates(BeginManagementPlan.class, Keeping::start, SALES_REP, SALES_MANAGER, QA)
            .reads(
                    BeginManagementPlan.class,
                    () -> SALES_PROJECT,
                    (_, begin) -> begin.salesProjectId(),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .command(PlanCommunication.class, SALES_REP, SALES_MANAGER)
            .reads(
                    PlanCommunication.class,
                    () -> SALES_PROJECT,
                    (plan, _) -> projectOf(plan),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .duty(
                    PlanCommunication.class,
                    DIRECTOR,
                    () -> SALES_PROJECT,
                    (_, plan, _) -> projectOf(plan),
                    project -> project.holders(TeamRole.PD))
            .command(RecordCommunication.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, QA)
            .reads(
                    RecordCommunication.class,
                    () -> SALES_PROJECT,
                    (plan, _) -> projectOf(plan),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .command(PlanQuality.class, QA, SALES_REP, SALES_MANAGER)
            .reads(
                    PlanQuality.class,
                    () -> SALES_PROJECT,
                    (plan, _) -> projectOf(plan),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .duty(
                    PlanQuality.class,
                    KEEPER,
                    () -> SALES_PROJECT,
                    (_, plan, _) -> projectOf(plan),
                    ManagementPlanCatalogue::keepers)
            .command(PlanRiskManagement.class, SALES_REP, SALES_MANAGER, QA)
            .reads(
                    PlanRiskManagement.class,
                    () -> SALES_PROJECT,
                    (plan, _) -> projectOf(plan),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .duty(
                    PlanRiskManagement.class,
                    RISK_KEEPER,
                    () -> SALES_PROJECT,
                    (_, plan, _) -> projectOf(plan),
                    ManagementPlanCatalogue::riskKeepers)
            .gathers(
                    PlanRiskManagement.class,
                    RiskTags.OF,
                    (plan, _) -> projectOf(plan).toString(),
                    RisksOfProject.class,
                    RisksOfProject::new)
            .command(PlanResources.class, SALES_REP, SALES_MANAGER)
            .reads(
                    PlanResources.class,
                    () -> SALES_PROJECT,
                    (plan, _) -> projectOf(plan),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .duty(
                    PlanResources.class,
                    DIRECTOR,
                    () -> SALES_PROJECT,
                    (_, plan, _) -> projectOf(plan),
                    project -> project.holders(TeamRole.PD))
            .command(GiveResource.class, SALES_MANAGER, SPONSOR)
            .reads(
                    GiveResource.class,
                    () -> SALES_PROJECT,
                    (plan, _) -> projectOf(plan),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .command(MissCommunication.class)
            .reads(
                    MissCommunication.class,
                    () -> SALES_PROJECT,
                    (plan, _) -> projectOf(plan),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .event(ManagementPlanBegun.class, "management-plan.begun", 1)
            .event(CommunicationPlanned.class, "management-plan.communication-planned", 1)
            .event(CommunicationExecuted.class, "management-plan.communication-executed", 1)
            .event(CommunicationMissed.class, "management-plan.communication-missed", 1)
            .event(QualityPlanned.class, "management-plan.quality-planned", 1)
            .event(RiskManagementPlanned.class, "management-plan.risk-management-planned", 1)
            .event(ResourcesPlanned.class, "management-plan.resources-planned", 1)
            .event(ResourceGiven.class, "management-plan.resource-given", 1)
            .event(ManagementPlanEnded.class, "management-plan.ended", 1)
            .rootedBy(Event::salesProjectId)
            .ownedBy(plan -> plan.begun().owner())
            .refusals(No.class, TEXT_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** Whoever is to be told waits until the end of the day. */
    public static final Due<ManagementPlan> COMMUNICATION_MISSED = new Due<>(
            "communication-missed", MANAGEMENT_PLAN, MissCommunication.class, ManagementPlanCatalogue::awaited);

    /** That nobody told them is told to whoever had to, and to the manager. */
    public static final NoticeRule<CommunicationMissed> COMMUNICATION_NOTICE = notice("communication-missed")
            .on(MANAGEMENT_PLAN, CommunicationMissed.class)
            .about(CommunicationMissed::code)
            .concerning(CommunicationMissed::responsible)
            .to(OWNER, MANAGER);

    private ManagementPlanCatalogue() {}

    /** What a risk has to know of the plan. */
    public static ReviewRhythm rhythm(ManagementPlan plan) {
        var planned = plan.risks();
        return new ReviewRhythm(planned == null ? null : planned.approach().reviewDays());
    }

    private static UUID projectOf(@Nullable ManagementPlan plan) {
        return Objects.requireNonNull(plan).salesProject();
    }

    private static Set<String> keepers(SalesProject project) {
        var members = new HashSet<>(project.holders(TeamRole.QA));
        members.addAll(project.holders(TeamRole.ADMINISTRATOR));
        return members;
    }

    private static Set<String> riskKeepers(SalesProject project) {
        var members = new HashSet<>(keepers(project));
        members.addAll(project.holders(TeamRole.PD));
        return members;
    }

    private static List<DueDate> awaited(ManagementPlan plan) {
        return plan.ended()
                ? List.of()
                : plan.communications().values().stream()
                        .flatMap(course -> course.nextOn() == null
                                ? Stream.empty()
                                : Stream.of(DueDate.endOf(
                                                course.nextOn(),
                                                new MissCommunication(
                                                        course.plan().code(), course.nextOn()))
                                        .part(course.plan().code())
                                        .ownedBy(course.plan().responsible())))
                        .toList();
    }

    /**
     * What a read shows.
     *
     * @param status OPEN or ENDED
     * @param risks absent until it is planned how they are managed
     */
    public record View(
            String status,
            UUID salesProjectId,
            String owner,
            List<Telling> communications,
            List<Standard> standards,
            List<Supply> resources,
            @Nullable RiskApproach risks) {
        public View {
            communications = List.copyOf(communications);
            standards = List.copyOf(standards);
            resources = List.copyOf(resources);
        }

        static View of(ManagementPlan plan) {
            return new View(
                    plan.ended() ? "ENDED" : "OPEN",
                    plan.salesProject(),
                    plan.begun().owner(),
                    plan.communications().values().stream()
                            .map(course -> new Telling(
                                    course.plan(),
                                    plan.ended() ? null : course.nextOn(),
                                    course.last() == null ? null : course.last().toldOn(),
                                    course.done(),
                                    course.missed()))
                            .toList(),
                    plan.quality() == null ? List.of() : plan.quality().standards(),
                    plan.resources().values().stream()
                            .map(provision -> new Supply(
                                    provision.needed(),
                                    provision.quantity(),
                                    provision.needed().quantity().subtract(provision.quantity())))
                            .toList(),
                    plan.risks() == null ? null : plan.risks().approach());
        }
    }

    /**
     * A communication, and how far it is.
     *
     * @param nextOn absent where nothing is due any more
     * @param lastOn absent before the first time
     */
    public record Telling(
            Communication plan,
            @Nullable LocalDate nextOn,
            @Nullable LocalDate lastOn,
            int done,
            int missed) {}

    /** What is needed of a resource, given, and lacking. */
    public record Supply(Resource needed, BigDecimal given, BigDecimal lacking) {}
}
