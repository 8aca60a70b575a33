package io.milepost.delivery;

import static io.milepost.delivery.acceptance.AcceptanceCatalogue.ACCEPTANCE;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.ARCHIVE_RECORD;
import static io.milepost.delivery.closure.ClosureCatalogue.CLOSURE;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_PROJECT;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.delivery.salesclosure.SalesClosureCatalogue.SALES_CLOSURE;
import static io.milepost.delivery.settlement.SettlementCatalogue.SETTLEMENT;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.AccessWalk;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
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
                List.of(HANDOVER, DELIVERY_PROJECT, ACCEPTANCE, SETTLEMENT, CLOSURE, SALES_CLOSURE, ARCHIVE_RECORD));
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

    @TestFactory
    @DisplayName("R-189: handovers are known to whom docs/access.md says, for every way to them")
    Stream<DynamicTest> the_table() {
        return new AccessWalk(client, AccessWalk.announcing(lead))
                .with(HANDOVER, AccessIT::handover)
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
}
