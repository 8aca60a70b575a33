package io.milepost.contracts;

import io.milepost.contracts.changeorder.ChangeOrder.Origin;
import io.milepost.contracts.changeorder.ChangeOrderCommand.*;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** For every command of the change order a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class ChangeSituations {
    private static final ContractLine TRAINING =
            new ContractLine("training", null, BigDecimal.ONE, Money.of("486.00", "USD"), null);
    static final AssessImpact MORE = new AssessImpact(
            List.of(new LineChange(null, TRAINING)), null, null, null, null, null, "more people to train");

    private ChangeSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(
                        RequestChange.class, client -> new Situation(null, request(ContractSituations.signed(client))))
                .accepted(AssessImpact.class, client -> new Situation(requested(client), MORE))
                .accepted(SubmitChange.class, client -> new Situation(assessed(client), new SubmitChange()))
                .accepted(
                        AssignChangeReview.class,
                        client -> new Situation(inReview(client), new AssignChangeReview(Review.FINANCE, "zoe")))
                .accepted(
                        DecideChange.class,
                        client -> new Situation(inReview(client), new DecideChange(Review.FINANCE, false, "price")))
                .accepted(
                        SignChange.class,
                        client -> new Situation(
                                approved(client, ContractSituations.signed(client)),
                                new SignChange(Party.CUSTOMER, "Canary Kim", null)))
                .accepted(
                        WithdrawChange.class,
                        client -> new Situation(requested(client), new WithdrawChange("no budget")))
                .refused("CONTRACT_NOT_SIGNED", client -> new Situation(null, request(ContractSituations.sent(client))))
                .refused("CHANGE_NOT_ASSESSED", client -> new Situation(requested(client), new SubmitChange()));
    }

    static RequestChange request(UUID contract) {
        return new RequestChange(contract, Origin.CUSTOMER, "training", "more people", null);
    }

    private static UUID requested(SuiteClient client) {
        return client.create(request(ContractSituations.signed(client)));
    }

    private static UUID assessed(SuiteClient client) {
        var order = requested(client);
        client.accept(order, MORE);
        return order;
    }

    private static UUID inReview(SuiteClient client) {
        var order = assessed(client);
        client.accept(order, new SubmitChange());
        return order;
    }

    static UUID approved(SuiteClient client, UUID contract) {
        var order = client.create(request(contract));
        client.accept(order, MORE);
        client.accept(order, new SubmitChange());
        client.accept(order, new DecideChange(Review.FINANCE, true, null));
        client.accept(order, new DecideChange(Review.TECHNICAL, true, null));
        return order;
    }
}
