package io.milepost.delivery;

import static io.milepost.delivery.AfterSalesSituations.improvement;
import static io.milepost.delivery.AfterSalesSituations.problem;
import static io.milepost.delivery.AfterSalesSituations.programme;
import static io.milepost.delivery.AfterSalesSituations.visit;
import static io.milepost.delivery.careprogramme.CareProgrammeCatalogue.CARE_PROGRAMME;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.CARE_VISIT;
import static io.milepost.delivery.changerequest.ChangeRequestCatalogue.CHANGE_REQUEST;
import static io.milepost.delivery.coordinationtask.CoordinationTaskCatalogue.COORDINATION_TASK;
import static io.milepost.delivery.deviation.DeviationCatalogue.DEVIATION;
import static io.milepost.delivery.fulfilment.FulfilmentCatalogue.FULFILMENT;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.delivery.improvementaction.ImprovementActionCatalogue.IMPROVEMENT_ACTION;
import static io.milepost.delivery.servicecase.ServiceCaseCatalogue.SERVICE_CASE;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.delivery.changerequest.ChangeRequest.RaiseChange;
import io.milepost.delivery.fulfilment.Fulfilment.Line;
import io.milepost.delivery.fulfilment.Fulfilment.OpenFulfilment;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.AccessWalk;
import io.milepost.platform.testkit.PermissionMatrix;
import io.milepost.platform.testkit.PermissionWalk;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may know of which handover. */
class AccessIT {
    private static SuiteParts parts;
    private static RunningService service;
    private static SuiteClient client;
    private static Topics lead;
    private static OtherServices deals;

    @BeforeAll
    static void start() {
        parts = SuiteParts.start();
        lead = new Topics(parts.bootstrapServers(), "lead").create();
        service = RunningService.start(
                parts,
                DeliveryHandoverServiceApplication.class,
                "delivery",
                CatalogueTest.COMMANDED.stream()
                        .filter(catalogue -> !catalogue.equals(DOCUMENT) && !catalogue.equals(DOCUMENT_KIND))
                        .toList());
        client = service.client();
        deals = new OtherServices(service);
    }

    @AfterAll
    static void stop() {
        deals.close();
        lead.close();
        service.close();
        parts.close();
    }

    @Test
    @DisplayName("R-189: every operation is answered to every role as docs/permissions.md says, and to nobody without a"
            + " token")
    void the_matrix() {
        var walk = new PermissionWalk(client, PermissionMatrix.of("delivery", CatalogueTest.CATALOGUES));
        assertThat(walk.faults()).isEmpty();
    }

    @TestFactory
    @DisplayName(
            "R-189: handovers, cases, visits and care are known to whom docs/access.md says, for every way to them")
    Stream<DynamicTest> the_table() {
        return new AccessWalk(client, AccessWalk.announcing(lead))
                .with(HANDOVER, AccessIT::handover)
                .with(SERVICE_CASE, owner -> owner == null ? null : client.create(problem(owner)))
                .with(CARE_VISIT, owner -> owner == null ? null : client.create(visit(owner)))
                .with(IMPROVEMENT_ACTION, owner -> owner == null ? null : client.create(improvement(client, owner)))
                .with(COORDINATION_TASK, AccessIT::task)
                .with(FULFILMENT, AccessIT::goods)
                .with(CHANGE_REQUEST, AccessIT::change)
                .with(DEVIATION, AccessIT::deviation)
                .with(CARE_PROGRAMME, owner -> owner == null ? null : client.create(programme(owner)))
                .tests();
    }

    private static @Nullable UUID handover(@Nullable String owner) {
        if (owner == null) {
            return null;
        }
        var contract = UUID.randomUUID();
        deals.sign(contract, UUID.randomUUID(), "MIGRATED", owner);
        await().until(() -> client.get("/v1/handovers/" + contract).status() == 200);
        return contract;
    }

    private static @Nullable UUID task(@Nullable String owner) {
        return owner == null ? null : client.create(new ExecutionSituations(() -> handed("kim")).task(owner));
    }

    private static @Nullable UUID deviation(@Nullable String owner) {
        return owner == null ? null : client.create(new ExecutionSituations(() -> handed("kim")).deviation(owner));
    }

    /** Its owner is the seller of the contract. */
    private static @Nullable UUID goods(@Nullable String owner) {
        return owner == null
                ? null
                : client.create(new OpenFulfilment(handed(owner), List.of(new Line("press", BigDecimal.ONE)), null));
    }

    /** Its owner is the seller of the contract, too. */
    private static @Nullable UUID change(@Nullable String owner) {
        return owner == null
                ? null
                : client.create(new RaiseChange(handed(owner), "another gate", "the old one is too low"));
    }

    private static UUID handed(String owner) {
        return Objects.requireNonNull(handover(owner));
    }
}
