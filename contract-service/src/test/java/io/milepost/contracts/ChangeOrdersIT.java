package io.milepost.contracts;

import static io.milepost.contracts.changeorder.ChangeOrderCatalogue.CHANGE_ORDER;
import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.contracts.changeorder.ChangeOrderCommand.DecideChange;
import io.milepost.contracts.changeorder.ChangeOrderCommand.SignChange;
import io.milepost.contracts.changeorder.ChangeOrderCommand.SubmitChange;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteParts;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A contract is changed by one order and not by another, and its payments follow, on parts of its own. */
class ChangeOrdersIT {
    private static SuiteParts parts;
    private static RunningService service;

    @BeforeAll
    static void start() {
        parts = SuiteParts.start();
        service = RunningService.start(
                parts, ContractServiceApplication.class, "contract", List.of(CONTRACT, CHANGE_ORDER, PAYMENT_SCHEDULE));
    }

    @AfterAll
    static void stop() {
        service.close();
        parts.close();
    }

    @Test
    @DisplayName(
            "R-138, G17: forecast, rejection with its notice, signature of both, amended contract and payments, once over a restart")
    void a_contract_and_its_payments_follow_a_change_order() {
        var client = service.client();
        var contract = ContractSituations.signed(client, client.create(ContractSituations.migratedWithPayments()));
        await("its payments")
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.get("/v1/payment-schedules/" + contract).status() == 200);

        var rejected = client.create(ChangeSituations.request(contract));
        client.accept(rejected, ChangeSituations.MORE);
        awaitAmount(contract, "contracts", "forecastValue", "5000.00");
        client.accept(rejected, new SubmitChange());
        client.accept(rejected, new DecideChange(Review.TECHNICAL, false, "no trainer"));
        awaitAmount(contract, "contracts", "forecastValue", "4514.00");
        await("who asked for it is told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> ContractSituations.told(client, rejected).startsWith("change-order-rejected"));

        var order = ChangeSituations.approved(client, contract);
        client.accept(order, new SignChange(Party.CUSTOMER, "Canary Kim", null));
        client.acceptFrom("desk", order, new SignChange(Party.SELLER, null, null));
        assertThat(client.read("change-orders", order).path("status").asString())
                .isEqualTo("APPLIED");
        awaitAmount(contract, "contracts", "value", "5000.00");
        awaitAmount(contract, "payment-schedules", "value", "5000.00");
        var instalments = client.read("payment-schedules", contract).path("instalments");
        assertThat(instalments.get(2).path("amount").path("amount").asString()).isEqualTo("486.00");
        assertThat(instalments.get(2).path("addedBy").asInt()).isEqualTo(1);
        assertThat(service.stored()).noneMatch(payload -> payload.contains("Canary"));

        await("the timer has told of what is due soon and of what was long overdue")
                .atMost(Duration.ofSeconds(30))
                .until(() -> ContractSituations.told(client, contract)
                        .matches("(?=.*instalment-due/.*)(?=.*collection-escalated/.*).*"));
        long head = service.settledHead();
        service.restart();
        assertThat(service.settledHead()).as("nothing happens twice").isEqualTo(head);
    }

    private static void awaitAmount(UUID id, String plural, String field, String amount) {
        await(field + " of " + plural)
                .atMost(Duration.ofSeconds(30))
                .until(() -> service.client()
                        .read(plural, id)
                        .path(field)
                        .path("amount")
                        .asString()
                        .equals(amount));
    }
}
