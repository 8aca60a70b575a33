package io.milepost.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.salesorder.SalesOrder.*;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Orders under one contract on two instances of the whole service, on embedded parts. */
class OrdersIT {
    private static final BigDecimal AGREED = new BigDecimal("3");

    private static RunningService service;
    private static RunningService another;

    @BeforeAll
    static void start() {
        service = start(ContractServiceApplication.class);
        another = start(ContractServiceApplication.class);
    }

    private static RunningService start(Class<?> application) {
        return RunningService.start(application, "contract", ContractSituations.CATALOGUES);
    }

    @AfterAll
    static void stop() {
        another.close();
        service.close();
    }

    @Test
    @DisplayName(
            "R-136: of 4 to 12 orders that are confirmed at once at two instances as many pass as the contract has,"
                    + " and no more; one that is cancelled makes room")
    void orders_confirmed_at_once_take_no_more_than_was_agreed() throws Exception {
        var random = new SplittableRandom(136);
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int race = 0; race < 10; race++) {
                var client = service.client();
                var contract = contractOver(client);
                var orders = IntStream.range(0, random.nextInt(4, 13))
                        .mapToObj(_ -> verified(client, contract))
                        .toList();
                var answers = new ArrayList<Future<SuiteClient.Answer>>();
                for (int i = 0; i < orders.size(); i++) {
                    var desk = i % 2 == 0 ? service.client() : another.client();
                    var order = orders.get(i);
                    answers.add(desks.submit(() -> confirmed(desk, order)));
                }
                var passed = new ArrayList<UUID>();
                for (int i = 0; i < orders.size(); i++) {
                    var answer = answers.get(i).get();
                    if (answer.status() == 200) {
                        passed.add(orders.get(i));
                    } else {
                        assertThat(answer.json().path("code").asString())
                                .as(answer.text())
                                .isEqualTo("ORDER_DIFFERS");
                    }
                }
                assertThat(passed).as("of %d", orders.size()).hasSize(AGREED.intValueExact());

                client.accept(passed.getFirst(), new CancelOrder("budget"));
                var left =
                        orders.stream().filter(order -> !passed.contains(order)).toList();
                assertThat(confirmed(another.client(), left.getFirst()).status())
                        .as("at once, before anything is noted")
                        .isEqualTo(200);
            }
        }
    }

    /** Whoever is told to come again comes again. */
    private static SuiteClient.Answer confirmed(SuiteClient desk, UUID order) {
        for (int i = 0; ; i++) {
            var answer = desk.send(order, new ConfirmOrder(null), Map.of());
            if (i == 20 || answer.status() != 503) {
                return answer;
            }
        }
    }

    private static UUID contractOver(SuiteClient client) {
        var like = ContractSituations.MIGRATED;
        var line = new ContractLine("GTX Pro", null, AGREED, ContractSituations.VALUE, null);
        var contract = ContractSituations.signed(
                client,
                client.create(new DraftContract(
                        null,
                        Basis.MIGRATED,
                        "as said",
                        null,
                        UUID.randomUUID(),
                        like.accountId(),
                        "kim",
                        Money.of("13542.00", "USD"),
                        List.of(line),
                        null,
                        null,
                        null,
                        null,
                        null)));
        client.accept(contract, new SetEffectiveDate(ContractSituations.DAY));
        return contract;
    }

    private static UUID verified(SuiteClient client, UUID contract) {
        var order = client.create(OrderSituations.order(contract));
        client.accept(order, OrderSituations.VERIFY);
        return order;
    }
}
