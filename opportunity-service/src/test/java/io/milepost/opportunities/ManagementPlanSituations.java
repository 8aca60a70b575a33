package io.milepost.opportunities;

import static io.milepost.opportunities.SalesProjectSituations.authorized;
import static io.milepost.opportunities.SalesProjectSituations.proposed;

import io.milepost.opportunities.managementplan.ManagementPlan.*;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Management plans of sales projects, made over HTTP. */
final class ManagementPlanSituations {

    private ManagementPlanSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return ChecklistRunSituations.in(walk)
                .accepted(
                        BeginManagementPlan.class,
                        client -> new Situation(null, new BeginManagementPlan(proposed(client))))
                .accepted(
                        PlanCommunication.class,
                        client -> new Situation(begun(client, proposed(client)), communication()))
                .accepted(RecordCommunication.class, client -> {
                    var plan = begun(client, proposed(client));
                    client.accept(plan, communication());
                    return new Situation(plan, new RecordCommunication("C1", null, "in the yard"));
                })
                .accepted(
                        PlanQuality.class,
                        client -> new Situation(
                                begun(client, proposed(client)),
                                new PlanQuality(List.of(
                                        new Standard("Q1", "the demonstration", "below 70 dB", "measured on site")))))
                .accepted(
                        PlanRiskManagement.class,
                        client -> new Situation(begun(client, proposed(client)), new PlanRiskManagement(approach(14))))
                .refused(
                        "REVIEW_PERIOD_FAULTY",
                        client -> new Situation(begun(client, proposed(client)), new PlanRiskManagement(approach(0))))
                .accepted(PlanResources.class, client -> new Situation(begun(client, proposed(client)), resources()))
                .accepted(GiveResource.class, client -> {
                    var plan = begun(client, authorized(client));
                    client.accept(plan, resources());
                    return new Situation(plan, new GiveResource("R1", BigDecimal.ONE, "from the yard"));
                })
                .refused("RESOURCES_BEFORE_ATI", client -> {
                    var plan = begun(client, proposed(client));
                    client.accept(plan, resources());
                    return new Situation(plan, new GiveResource("R1", BigDecimal.ONE, null));
                })
                .refused(
                        "SALES_PROJECT_MISSING",
                        client -> new Situation(null, new BeginManagementPlan(UUID.randomUUID())));
    }

    private static UUID begun(SuiteClient client, UUID project) {
        return client.create(new BeginManagementPlan(project));
    }

    private static PlanCommunication communication() {
        return new PlanCommunication(List.of(new Communication(
                "C1", "the board", "how it stands", Frequency.WEEKLY, "mail", "kim", today().plusDays(7))));
    }

    static RiskApproach approach(int reviewDays) {
        return new RiskApproach(
                "in each weekly meeting", "high is more than a week", "high ones to the sponsor", reviewDays, "kim");
    }

    private static PlanResources resources() {
        return new PlanResources(List.of(new Resource(
                "R1", ResourceKind.PEOPLE, "fitters", BigDecimal.TEN, "people", today(), today().plusDays(30))));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
