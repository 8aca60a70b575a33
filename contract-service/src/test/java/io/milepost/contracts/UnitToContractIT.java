package io.milepost.contracts;

import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.deposit.DepositCatalogue.DEPOSIT;
import static io.milepost.contracts.launchphase.LaunchPhaseCatalogue.LAUNCH_PHASE;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;
import static io.milepost.contracts.sellableunit.SellableUnitCatalogue.SELLABLE_UNIT;
import static io.milepost.contracts.subscription.SubscriptionCatalogue.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.milepost.contracts.contract.ContractCommand.SignContract;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.MoveSurplus;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.RecordReceipt;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.ReverseReceipt;
import io.milepost.platform.testkit.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The sale of a unit up to its contract, on the whole service and a stub of the external sales system. */
class UnitToContractIT {
    private static final String URL = "milepost.external-sales.url";
    private static final Duration SOON = Duration.ofSeconds(30);

    private static HttpServer stub;
    private static RunningService service;
    private static volatile int status = 201;

    @BeforeAll
    static void start() throws IOException {
        stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stub.createContext("/", exchange -> {
            try (exchange) {
                var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
                var bytes = "{\"reference\": \"X-%s\"}".formatted(key).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        stub.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        stub.start();
        System.setProperty(URL, "http://127.0.0.1:" + stub.getAddress().getPort());
        service = RunningService.start(
                ContractServiceApplication.class,
                "contract",
                List.of(CONTRACT, PAYMENT_SCHEDULE, LAUNCH_PHASE, SELLABLE_UNIT, DEPOSIT, SUBSCRIPTION));
    }

    @AfterAll
    static void stop() {
        System.clearProperty(URL);
        service.close();
        stub.stop(0);
    }

    @Test
    @DisplayName(
            "R-113, R-119: a signed subscription is entered by a call; its contract makes the deposit part of the price, the unit sold")
    void a_sale_becomes_a_contract() {
        var client = service.client();
        var sale = SubscriptionSituations.signed(client);
        var unit = client.read("deposits", sale).path("unitId").asString();
        await().atMost(SOON)
                .until(() -> read("subscriptions", sale, "externalEntry").equals("ENTERED"));
        assertThat(client.read("subscriptions", sale)
                        .path("entry")
                        .path("reference")
                        .asString())
                .isEqualTo("X-" + sale);
        await().atMost(SOON)
                .until(() ->
                        read("sellable-units", UUID.fromString(unit), "status").equals("SUBSCRIBED"));

        client.create(sale, ContractSituations.migratedWithPayments());
        client.accept(sale, new SignContract(Party.SELLER, null, ContractSituations.DAY));
        client.acceptFrom("desk", sale, new SignContract(Party.CUSTOMER, null, ContractSituations.DAY));

        await().atMost(SOON).until(() -> read("deposits", sale, "status").equals("CONVERTED"));
        await().atMost(SOON).until(() -> read("subscriptions", sale, "status").equals("CONVERTED"));
        await().atMost(SOON)
                .until(() ->
                        read("sellable-units", UUID.fromString(unit), "status").equals("SOLD"));
        await("the money counts under the contract")
                .atMost(SOON)
                .until(() -> client.get("/v1/payment-schedules/" + sale + "/history")
                        .text()
                        .contains("DEPOSIT R-"));
        assertThat(client.get("/v1/payment-schedules/" + sale + "/history").text())
                .containsOnlyOnce("payment-schedule.payment-received");
    }

    @Test
    @DisplayName("R-140: what a customer paid too much under one contract counts for another one of the account")
    void a_surplus_moves_to_another_contract() {
        var client = service.client();
        var first = PaymentSituations.planned(client);
        var other = PaymentSituations.planned(client);
        var receiptNo = "R-" + first;
        client.accept(first, new RecordReceipt(receiptNo, PaymentSituations.HALF, null, null));
        client.accept(first, new MoveSurplus(receiptNo, "T-" + first, PaymentSituations.HALF, other, "agreed"));
        await().atMost(SOON)
                .until(() ->
                        client.read("payment-schedules", other).path("receipts").size() == 1);
        client.accept(other, new ReverseReceipt("T-" + first, "of the other project after all"));
        await().atMost(SOON)
                .until(() -> client.read("payment-schedules", first)
                        .path("unmatched")
                        .path("amount")
                        .asString()
                        .equals("2257.00"));
    }

    @Test
    @DisplayName("R-113: a call that failed is on record, told to the seller, and to be made again")
    void a_failed_call_is_on_record() {
        status = 503;
        try {
            var client = service.client();
            var sale = SubscriptionSituations.signed(client);
            await().atMost(SOON)
                    .until(() -> ContractSituations.told(client, sale).equals("external-entry-failed/attempt 1"));
            var view = client.read("subscriptions", sale);
            assertThat(view.path("externalEntry").asString()).isEqualTo("PENDING");
            assertThat(view.path("entry").path("retryAt").asString()).isNotEmpty();
            assertThat(client.get("/v1/due?owner=kim&pageSize=200").text()).contains(sale.toString());
        } finally {
            status = 201;
        }
    }

    private static String read(String plural, UUID id, String field) {
        var answer = service.client().get("/v1/" + plural + "/" + id);
        return answer.status() == 200 ? answer.json().path(field).asString() : "";
    }
}
