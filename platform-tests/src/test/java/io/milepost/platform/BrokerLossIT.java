package io.milepost.platform;

import static io.milepost.platform.TwoOffices.log;
import static io.milepost.platform.TwoOffices.order;
import static io.milepost.platform.TwoOffices.parcels;
import static io.milepost.platform.TwoOffices.postedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.local.EmbeddedBroker;
import io.milepost.platform.inbox.ParkedRecords;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.SuiteParts;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka holds nothing that the logs do not. */
class BrokerLossIT {

    @Test
    @DisplayName(
            "operations.md E2: a broker that comes back empty is told everything again, and nobody does anything twice")
    void a_broker_that_comes_back_empty_is_told_everything_again(@TempDir Path folder) throws Exception {
        var first = EmbeddedBroker.start(folder.resolve("first"), 0, 0);
        var address = first.bootstrapServers();
        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        var offices = new TwoOffices("loss", SuiteParts.shared(), Map.of("spring.kafka.bootstrap-servers", address));
        try (var orders = new Topics(first.bootstrapServers(), offices.orders()).create()) {
            offices.deskWith()
                    .run(desk -> offices.depotWith().run(depot -> {
                        order(orders, 1, 20);
                        await().until(() -> log(depot).head() == 20);
                        first.close();

                        try (var second = EmbeddedBroker.start(folder.resolve("second"), port, 0);
                                var again = new Topics(second.bootstrapServers(), offices.orders()).create();
                                var told = new Topics(second.bootstrapServers(), offices.desk())) {
                            // The relay finds out with the first event that it has to publish.
                            order(again, 21, 21);
                            await().until(() -> log(depot).head() == 21);

                            assertThat(told.committed()).hasSize(21);
                            assertThat(postedBy(desk)).containsExactlyInAnyOrderElementsOf(parcels(1, 21));
                            assertThat(postedBy(depot)).containsExactlyInAnyOrderElementsOf(parcels(1, 21));
                            assertThat(depot.getBean(ParkedRecords.class).list())
                                    .isEmpty();
                        }
                    }));
        }
    }
}
