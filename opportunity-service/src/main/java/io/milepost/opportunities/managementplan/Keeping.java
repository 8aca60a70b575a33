package io.milepost.opportunities.managementplan;

import static io.milepost.opportunities.managementplan.ManagementPlan.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.managementplan.ManagementPlan.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How the plan is begun and kept, and what the project is given. */
final class Keeping {
    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

    /** The risks that are on record in the project. */
    record RisksOfProject(List<UUID> ids) {
        RisksOfProject {
            ids = List.copyOf(ids);
        }
    }

    private Keeping() {}

    /** Under which a code is kept. */
    static String key(String code) {
        return Codes.canonical(code);
    }

    static Decision<Event> start(BeginManagementPlan begin, Occasion occasion) {
        var team = occasion.read(ProjectTeam.class).orElse(null);
        if (team == null || !occasion.id().equals(begin.salesProjectId())) {
            return refusedAt("/salesProjectId", SALES_PROJECT_MISSING);
        }
        return check().that(!team.hasEnded(), SALES_PROJECT_AT_END)
                .accept(() -> new ManagementPlanBegun(begin.salesProjectId(), team.owner()));
    }

    static Decision<Event> decide(ManagementPlan plan, Command command, Occasion occasion) {
        var team = occasion.read(ProjectTeam.class).orElse(null);
        if (command instanceof MissCommunication miss) {
            return Communicating.miss(plan, miss, team == null || team.hasEnded(), occasion);
        }
        // What ended with its project is planned anew where that goes on.
        if (team == null || team.hasEnded() || (plan.ended() && !(command instanceof PlanCommunication))) {
            return refused(SALES_PROJECT_AT_END);
        }
        return switch (command) {
            case PlanCommunication(var communications) -> Communicating.plan(plan, communications, team, occasion);
            case RecordCommunication told -> Communicating.execute(plan, told, team, occasion);
            case PlanQuality(var standards) -> planQuality(plan, standards, occasion);
            case PlanRiskManagement(var approach) -> planRisks(plan, approach, team, occasion);
            case PlanResources(var resources) -> planResources(plan, resources, occasion);
            case GiveResource give -> give(plan, give, team, occasion);
            case MissCommunication _ -> unchanged();
        };
    }

    private static Decision<Event> planQuality(ManagementPlan plan, List<Standard> standards, Occasion occasion) {
        var checks = check().that(!standards.isEmpty(), "/standards", NOBODY_PLANNED);
        var codes = new HashSet<String>();
        for (int i = 0; i < standards.size(); i++) {
            var standard = standards.get(i);
            var pointer = "/standards/" + i;
            checks = checks.text(pointer + "/code", standard.code())
                    .that(codes.add(key(standard.code())), pointer + "/code", CODE_REPEATED)
                    .text(pointer + "/subject", standard.subject())
                    .text(pointer + "/requirement", standard.requirement())
                    .text(pointer + "/measure", standard.measure());
        }
        var before = plan.quality();
        return checks.then(() -> before != null && before.standards().equals(standards)
                ? unchanged()
                : accepted(new QualityPlanned(
                        plan.salesProject(), standards, occasion.who().name())));
    }

    private static Decision<Event> planRisks(
            ManagementPlan plan, RiskApproach approach, ProjectTeam team, Occasion occasion) {
        var before = plan.risks();
        return check().text("/approach/finding", approach.finding())
                .text("/approach/rating", approach.rating())
                .text("/approach/escalation", approach.escalation())
                .that(
                        approach.reviewDays() > 0 && approach.reviewDays() <= 366,
                        "/approach/reviewDays",
                        REVIEW_PERIOD_FAULTY)
                .that(team.knows(approach.responsible()), "/approach/responsible", RESPONSIBLE_UNKNOWN)
                .then(() -> before != null && before.approach().equals(approach)
                        ? unchanged()
                        : accepted(new RiskManagementPlanned(
                                plan.salesProject(),
                                approach,
                                occasion.who().name(),
                                occasion.read(RisksOfProject.class)
                                        .map(RisksOfProject::ids)
                                        .orElse(null))));
    }

    private static Decision<Event> planResources(ManagementPlan plan, List<Resource> resources, Occasion occasion) {
        var checks = check().that(!resources.isEmpty(), "/resources", NOBODY_PLANNED);
        var codes = new HashSet<String>();
        var missing = new HashMap<>(plan.resources());
        for (int i = 0; i < resources.size(); i++) {
            var resource = resources.get(i);
            var pointer = "/resources/" + i;
            var before = missing.remove(key(resource.code()));
            checks = checkResource(checks, resource, pointer, occasion)
                    .that(codes.add(key(resource.code())), pointer + "/code", CODE_REPEATED)
                    .that(
                            before == null || resource.quantity().compareTo(before.quantity()) >= 0,
                            pointer + "/quantity",
                            GIVEN_ALREADY);
        }
        boolean keepsAll =
                missing.values().stream().allMatch(left -> left.quantity().signum() == 0);
        var before = plan.resources().values().stream().map(Provision::needed).toList();
        return checks.that(keepsAll, "/resources", GIVEN_ALREADY)
                .then(() -> resources.equals(before)
                        ? unchanged()
                        : accepted(new ResourcesPlanned(
                                plan.salesProject(), resources, occasion.who().name())));
    }

    private static Checks checkResource(Checks checks, Resource resource, String pointer, Occasion occasion) {
        return checks.text(pointer + "/code", resource.code())
                .text(pointer + "/name", resource.name())
                .text(pointer + "/unit", resource.unit())
                .that(isSound(resource.quantity()), pointer + "/quantity", QUANTITY_FAULTY)
                .that(!resource.until().isBefore(resource.from()), pointer + "/until", PERIOD_REVERSED)
                .within(NEAR, pointer + "/from", resource.from(), occasion.today())
                .within(NEAR, pointer + "/until", resource.until(), occasion.today());
    }

    /** What is given takes the place of what was; nothing may be taken away again, which is zero. */
    private static Decision<Event> give(ManagementPlan plan, GiveResource give, ProjectTeam team, Occasion occasion) {
        var provision = plan.resources().get(key(give.code()));
        if (team.phase() == Phase.PREPARING) {
            return refused(RESOURCES_BEFORE_ATI);
        }
        if (provision == null) {
            return refusedAt("/code", CODE_UNKNOWN);
        }
        var quantity = give.quantity();
        return check().that(quantity.signum() == 0 || isSound(quantity), "/quantity", QUANTITY_FAULTY)
                .that(quantity.compareTo(provision.needed().quantity()) <= 0, "/quantity", MORE_THAN_NEEDED)
                .text("/note", give.note())
                .then(() -> quantity.compareTo(provision.quantity()) == 0
                        ? unchanged()
                        : accepted(new ResourceGiven(
                                plan.salesProject(),
                                provision.needed().code(),
                                quantity,
                                give.note(),
                                occasion.who().name(),
                                occasion.today())));
    }

    private static boolean isSound(BigDecimal quantity) {
        return quantity.signum() > 0 && quantity.stripTrailingZeros().scale() <= 3 && quantity.compareTo(MOST) < 0;
    }

    /** What was given of a resource stays with it. */
    static Map<String, Provision> after(Map<String, Provision> resources, ResourcesPlanned planned) {
        var needed = new LinkedHashMap<String, Provision>();
        for (var resource : planned.resources()) {
            var before = resources.get(key(resource.code()));
            needed.put(key(resource.code()), new Provision(resource, before == null ? null : before.given()));
        }
        return needed;
    }

    static Map<String, Provision> after(Map<String, Provision> resources, ResourceGiven given) {
        var more = new LinkedHashMap<>(resources);
        more.computeIfPresent(key(given.code()), (_, before) -> new Provision(before.needed(), given));
        return more;
    }
}
