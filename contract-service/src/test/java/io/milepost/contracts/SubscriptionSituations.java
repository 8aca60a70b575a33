package io.milepost.contracts;

import io.milepost.contracts.subscription.Subscription.*;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** For every command on a subscription a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class SubscriptionSituations {
    static final SignSubscription SIGN = new SignSubscription(List.of("house rules"), null);

    private SubscriptionSituations() {}

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static CompleteLetter complete() {
        return new CompleteLetter(
                "Canary Ann",
                "Canary 110",
                "+49 30 5550100",
                "Canary Street",
                null,
                PaymentMethod.MORTGAGE,
                today().plusDays(60),
                today().plusDays(30));
    }

    private static IssueLetter letterOf(UUID deposit) {
        return new IssueLetter(deposit, "L-" + deposit);
    }

    private static UUID issued(SuiteClient client) {
        return client.create(letterOf(UnitSituations.paid(client)));
    }

    static UUID issued(SuiteClient client, String consultant) {
        return client.create(letterOf(UnitSituations.paid(client, consultant)));
    }

    /** By somebody else than whom the client sends reviews for. */
    static UUID completed(SuiteClient client) {
        var sale = issued(client);
        var token = SuiteParts.shared().issuer().tokenFor("kim", Role.SALES_REP);
        var answer = client.send(sale, complete(), Map.of("Authorization", "Bearer " + token));
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
        return sale;
    }

    static UUID reviewed(SuiteClient client) {
        var sale = completed(client);
        client.accept(sale, new ReviewLetter(true, null));
        return sale;
    }

    static UUID signed(SuiteClient client) {
        var sale = reviewed(client);
        client.accept(sale, SIGN);
        return sale;
    }

    private static UUID entered(SuiteClient client) {
        var sale = signed(client);
        client.accept(sale, new RecordExternalEntry("X-1"));
        return sale;
    }

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(IssueLetter.class, client -> new Situation(null, letterOf(UnitSituations.paid(client))))
                .accepted(CompleteLetter.class, client -> new Situation(issued(client), complete()))
                .accepted(ReviewLetter.class, client -> new Situation(completed(client), new ReviewLetter(true, null)))
                .accepted(SignSubscription.class, client -> new Situation(reviewed(client), SIGN))
                .accepted(
                        DeliverPack.class,
                        client -> new Situation(signed(client), new DeliverPack(List.of("floor plan"), true, null)))
                .accepted(
                        RecordExternalEntry.class,
                        client -> new Situation(signed(client), new RecordExternalEntry("X-1")))
                .accepted(
                        TransferToSite.class, client -> new Situation(entered(client), new TransferToSite("lin", null)))
                .accepted(AcceptTransfer.class, client -> {
                    var sale = entered(client);
                    client.accept(sale, new TransferToSite("lin", null));
                    return new Situation(sale, new AcceptTransfer(null));
                })
                .accepted(
                        RecordMortgagePapers.class,
                        client -> new Situation(signed(client), new RecordMortgagePapers(today())))
                .accepted(
                        RescheduleSigning.class,
                        client -> new Situation(signed(client), new RescheduleSigning(today().plusDays(90), "travel")))
                .refused("LETTER_NOT_REVIEWED", client -> new Situation(completed(client), SIGN))
                .refused("NOT_ENTERED", client -> new Situation(signed(client), new TransferToSite("lin", null)));
    }
}
