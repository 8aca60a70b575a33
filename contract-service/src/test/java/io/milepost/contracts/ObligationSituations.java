package io.milepost.contracts;

import io.milepost.contracts.kernel.Debtor;
import io.milepost.contracts.obligation.ObligationRegister.*;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import java.time.LocalDate;
import java.util.UUID;

/** For every command on the obligations a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class ObligationSituations {
    private static final LocalDate FAR = LocalDate.parse("2060-12-30");

    private ObligationSituations() {}

    static AddObligation owedUntil(LocalDate lastDay) {
        return new AddObligation("S-1", Debtor.CUSTOMER, "prepares the site", lastDay);
    }

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(OpenObligationRegister.class, client -> {
                    var contract = ContractSituations.signed(client);
                    return new Situation(contract, new OpenObligationRegister(contract, "kim"));
                })
                .accepted(AddObligation.class, client -> new Situation(opened(client), owedUntil(FAR)))
                .accepted(
                        FulfilObligation.class,
                        client -> new Situation(owed(client), new FulfilObligation("S-1", "protocol 4", null)))
                .accepted(
                        WaiveObligation.class,
                        client -> new Situation(owed(client), new WaiveObligation("S-1", "goodwill")))
                .refused("CONTRACT_NOT_SIGNED", client -> {
                    var contract = client.create(ContractSituations.MIGRATED);
                    return new Situation(contract, new OpenObligationRegister(contract, "kim"));
                })
                .refused(
                        "OBLIGATION_UNKNOWN",
                        client -> new Situation(opened(client), new WaiveObligation("S-1", "goodwill")));
    }

    static UUID opened(SuiteClient client) {
        var contract = ContractSituations.signed(client);
        client.create(contract, new OpenObligationRegister(contract, "kim"));
        return contract;
    }

    private static UUID owed(SuiteClient client) {
        var register = opened(client);
        client.accept(register, owedUntil(FAR));
        return register;
    }
}
