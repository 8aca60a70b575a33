package io.milepost.opportunities.managementplan;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.managementplan.Communicating.Course;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.decision.SelfIdentified;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a sales project is run beside its schedule and budget: who is told what, which standards hold, how its risks are
 * managed, and what it needs and is given. Its id is the sales project's.
 *
 * @param communications by code, and how far each is; in the order of the plan
 * @param quality null until there is a plan of it
 * @param resources by code, and what was given; in the order of the plan
 * @param risks null until there is a plan of how they are managed
 * @param ended whether its project has
 */
public record ManagementPlan(
        ManagementPlanBegun begun,
        Map<String, Course> communications,
        @Nullable QualityPlanned quality,
        Map<String, Provision> resources,
        @Nullable RiskManagementPlanned risks,
        boolean ended) {
    static final Decider<ManagementPlan, Command, Event> DECIDER =
            new Decider<>(Keeping::decide, ManagementPlan::begin, ManagementPlan::evolve);

    /** Begins the one plan of a sales project, still empty. */
    public record BeginManagementPlan(UUID salesProjectId) implements SelfIdentified {
        @Override
        public UUID entityId() {
            return salesProjectId;
        }
    }

    /** What may be asked of the plan. Its texts may not contain personal data. */
    public sealed interface Command {}

    /** Who is told what, how often, by which channel and by whom; in place of what was planned before. */
    public record PlanCommunication(List<Communication> communications) implements Command {
        public PlanCommunication {
            communications = List.copyOf(communications);
        }
    }

    /** They were told; today unless {@code toldOn} says otherwise. */
    public record RecordCommunication(
            String code,
            @Nullable LocalDate toldOn,
            @Nullable @Limit(Limit.NOTE) String note) implements Command {}

    /** Sent by the timer when the day of a communication has ended. */
    public record MissCommunication(String code, LocalDate dueOn) implements Command {}

    /** Which standards hold in the project; in place of what was planned before. */
    public record PlanQuality(List<Standard> standards) implements Command {
        public PlanQuality {
            standards = List.copyOf(standards);
        }
    }

    /** How its risks are managed; in place of what was planned before. */
    public record PlanRiskManagement(RiskApproach approach) implements Command {}

    /** What the project needs; in place of what was planned before, as long as what was given is still among it. */
    public record PlanResources(List<Resource> resources) implements Command {
        public PlanResources {
            resources = List.copyOf(resources);
        }
    }

    /** What the project has of a resource from now on, in all; needs the positive ATI decision. */
    public record GiveResource(
            String code,
            BigDecimal quantity,
            @Nullable @Limit(Limit.NOTE) String note) implements Command {}

    public sealed interface Event {
        UUID salesProjectId();
    }

    public record ManagementPlanBegun(UUID salesProjectId, String owner) implements Event {}

    public record CommunicationPlanned(
            UUID salesProjectId, List<Communication> communications, LocalDate plannedOn, String plannedBy)
            implements Event {
        public CommunicationPlanned {
            communications = List.copyOf(communications);
        }
    }

    /** {@code dueOn} is the day that it counts for; absent where nothing was due, because it was told before already. */
    public record CommunicationExecuted(
            UUID salesProjectId,
            String code,
            @Nullable LocalDate dueOn,
            LocalDate toldOn,
            @Nullable String note,
            String toldBy)
            implements Event {}

    /** Nobody told them in time. */
    public record CommunicationMissed(UUID salesProjectId, String code, String responsible, LocalDate dueOn)
            implements Event {}

    public record QualityPlanned(UUID salesProjectId, List<Standard> standards, String plannedBy) implements Event {
        public QualityPlanned {
            standards = List.copyOf(standards);
        }
    }

    /** {@code risks} are those that were on record, which it binds as well; absent where there were none, and in events from before. */
    public record RiskManagementPlanned(
            UUID salesProjectId,
            RiskApproach approach,
            String plannedBy,
            @Nullable List<UUID> risks) implements Event {
        public RiskManagementPlanned {
            risks = risks == null || risks.isEmpty() ? null : List.copyOf(risks);
        }
    }

    public record ResourcesPlanned(UUID salesProjectId, List<Resource> resources, String plannedBy) implements Event {
        public ResourcesPlanned {
            resources = List.copyOf(resources);
        }
    }

    public record ResourceGiven(
            UUID salesProjectId,
            String code,
            BigDecimal quantity,
            @Nullable String note,
            String givenBy,
            LocalDate givenOn)
            implements Event {}

    /** Its sales project had ended when somebody was to be told. */
    public record ManagementPlanEnded(UUID salesProjectId, LocalDate endedOn) implements Event {}

    public enum No implements Refusal {
        SALES_PROJECT_MISSING(state("only a sales project that is there has a management plan")),
        SALES_PROJECT_AT_END(state("the sales project has been rejected, terminated or closed, or is closing")),
        CODE_UNKNOWN(rule("the plan has nothing with this code")),
        CODE_REPEATED(rule("a code can stand for only one thing of the plan, whatever its spelling")),
        NOBODY_PLANNED(rule("a plan says at least one thing")),
        RESPONSIBLE_UNKNOWN(
                rule("whoever tells or watches is in the team, takes part for a department, or owns the deal")),
        REVIEW_PERIOD_FAULTY(rule("open risks are looked at again within 1 to 366 days")),
        COMMUNICATION_NOT_YOURS(sender("whoever has to tell says that they were told, and the project director")),
        COMMUNICATION_OVER(rule("what is told once cannot be planned for a day that has passed")),
        COMMUNICATION_NOT_DUE(state("nothing is due under this code on that day")),
        QUANTITY_FAULTY(rule("a quantity is above 0, and has at most 15 digits before the point and 3 behind it")),
        PERIOD_REVERSED(rule("a resource cannot be needed until a day before the first one")),
        RESOURCES_BEFORE_ATI(state("resources need a positive ATI decision on the sales project first")),
        MORE_THAN_NEEDED(rule("no more of a resource is given than is planned")),
        GIVEN_ALREADY(state("of what has been given the plan keeps at least as much"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /**
     * Somebody who is told something.
     *
     * @param audience who is told
     * @param content what
     * @param responsible code of the member who tells them
     * @param firstOn the first day by which it is to be done
     */
    public record Communication(
            String code,
            String audience,
            @Limit(Limit.NOTE) String content,
            Frequency frequency,
            String channel,
            String responsible,
            LocalDate firstOn) {}

    public enum Frequency {
        ONCE,
        WEEKLY,
        EVERY_TWO_WEEKS,
        MONTHLY,
        QUARTERLY
    }

    /**
     * What has to be so.
     *
     * @param subject what it is about, such as the bid or the demonstration
     * @param measure how it is found out
     */
    public record Standard(
            String code,
            String subject,
            @Limit(Limit.NOTE) String requirement,
            @Limit(Limit.NOTE) String measure) {}

    /**
     * How risks are managed.
     *
     * @param finding how and when they are looked for
     * @param rating what likely and bad mean in this project
     * @param escalation which of them are told to whom
     * @param reviewDays after how many days at most an open one is looked at again
     * @param responsible code of the member who sees to it
     */
    public record RiskApproach(
            @Limit(Limit.NOTE) String finding,
            @Limit(Limit.NOTE) String rating,
            @Limit(Limit.NOTE) String escalation,
            int reviewDays,
            String responsible) {}

    /** What is needed from a day to another. */
    public record Resource(
            String code,
            ResourceKind kind,
            String name,
            BigDecimal quantity,
            String unit,
            LocalDate from,
            LocalDate until) {}

    public enum ResourceKind {
        PEOPLE,
        EQUIPMENT,
        MATERIAL,
        OTHER
    }

    /** What is needed of a resource, and what of it is there; null before anything is given. */
    record Provision(Resource needed, @Nullable ResourceGiven given) {
        BigDecimal quantity() {
            return given == null ? BigDecimal.ZERO : given.quantity();
        }
    }

    static ManagementPlan begin(Event first) {
        return new ManagementPlan((ManagementPlanBegun) first, Map.of(), null, Map.of(), null, false);
    }

    static ManagementPlan evolve(ManagementPlan plan, Event event) {
        return switch (event) {
            case ManagementPlanBegun _ -> plan;
            case CommunicationPlanned planned ->
                new ManagementPlan(
                        plan.begun,
                        Communicating.after(plan, planned),
                        plan.quality,
                        plan.resources,
                        plan.risks,
                        false);
            case CommunicationExecuted done -> plan.telling(Communicating.after(plan.communications, done));
            case CommunicationMissed missed -> plan.telling(Communicating.after(plan.communications, missed));
            case QualityPlanned planned ->
                new ManagementPlan(plan.begun, plan.communications, planned, plan.resources, plan.risks, plan.ended);
            case RiskManagementPlanned planned ->
                new ManagementPlan(plan.begun, plan.communications, plan.quality, plan.resources, planned, plan.ended);
            case ResourcesPlanned planned -> plan.having(Keeping.after(plan.resources, planned));
            case ResourceGiven given -> plan.having(Keeping.after(plan.resources, given));
            case ManagementPlanEnded _ ->
                new ManagementPlan(plan.begun, plan.communications, plan.quality, plan.resources, plan.risks, true);
        };
    }

    UUID salesProject() {
        return begun.salesProjectId();
    }

    private ManagementPlan telling(Map<String, Course> courses) {
        return new ManagementPlan(begun, courses, quality, resources, risks, ended);
    }

    private ManagementPlan having(Map<String, Provision> provisions) {
        return new ManagementPlan(begun, communications, quality, provisions, risks, ended);
    }
}
