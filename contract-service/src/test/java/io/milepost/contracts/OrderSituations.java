package io.milepost.contracts;

import static io.milepost.contracts.ContractSituations.DAY;

import io.milepost.contracts.contract.ContractCommand.SetEffectiveDate;
import io.milepost.contracts.salesorder.SalesOrder.*;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For every command of the sales order a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class OrderSituations {
    static final VerifyOrder VERIFY = new VerifyOrder(List.of());

    private OrderSituations() {}

    static ReceiveOrder order(@Nullable UUID contract) {
        var line = new OrderLine("GTX Pro", BigDecimal.ONE, ContractSituations.VALUE, null);
        var account = ContractSituations.MIGRATED.accountId();
        return new ReceiveOrder(contract, account, "kim", "PO-1", null, null, List.of(line));
    }

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(ReceiveOrder.class, client -> new Situation(null, order(null)))
                .accepted(
                        VerifyOrder.class,
                        client -> new Situation(client.create(order(null)), new VerifyOrder(List.of("no such plant"))))
                .accepted(
                        ConfirmOrder.class,
                        client -> new Situation(verified(client), new ConfirmOrder(effective(client))))
                .accepted(CancelOrder.class, client -> new Situation(verified(client), new CancelOrder("budget")))
                .accepted(StartFulfilment.class, client -> new Situation(confirmed(client), new StartFulfilment(null)))
                .accepted(
                        FulfilOrder.class,
                        client -> new Situation(inFulfilment(client), new FulfilOrder("note 7", null)))
                .refused(
                        "CONTRACT_NOT_EFFECTIVE",
                        client -> new Situation(verified(client), new ConfirmOrder(ContractSituations.signed(client))))
                .refused("ORDER_DIFFERS", client -> new Situation(dearer(client), new ConfirmOrder(effective(client))))
                .refused("CONTRACT_MISSING", client -> new Situation(verified(client), new ConfirmOrder(null)));
    }

    static UUID effective(SuiteClient client) {
        var contract = ContractSituations.signed(client);
        client.accept(contract, new SetEffectiveDate(DAY));
        return contract;
    }

    private static UUID verified(SuiteClient client) {
        var order = client.create(order(null));
        client.accept(order, VERIFY);
        return order;
    }

    /** Verified, at a price that the contract does not have. */
    private static UUID dearer(SuiteClient client) {
        var line = new OrderLine("GTX Pro", BigDecimal.TWO, Money.of("4514.01", "USD"), 1);
        var account = ContractSituations.MIGRATED.accountId();
        var order = client.create(new ReceiveOrder(null, account, "kim", "PO-2", null, null, List.of(line)));
        client.accept(order, VERIFY);
        return order;
    }

    private static UUID confirmed(SuiteClient client) {
        var order = verified(client);
        client.accept(order, new ConfirmOrder(effective(client)));
        return order;
    }

    private static UUID inFulfilment(SuiteClient client) {
        var order = confirmed(client);
        client.accept(order, new StartFulfilment(null));
        return order;
    }
}
