package io.milepost.delivery;

import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.RunningService;
import java.util.UUID;

/** What contract-service and opportunity-service say on their topics. */
final class OtherServices implements AutoCloseable {
    private final Topics contracts;
    private final Topics opportunities;
    private long position;
    private Runnable last = () -> {};
    private UUID opportunity = new UUID(0, 0);

    OtherServices(RunningService service) {
        contracts = service.topics("contract").create();
        opportunities = service.topics("opportunity").create();
    }

    void sign(UUID contract, UUID deal, String basis) {
        sign(contract, deal, basis, "kim");
    }

    void sign(UUID contract, UUID deal, String basis, String owner) {
        sign(contract, deal, basis, owner, "2026-01-01");
    }

    void sign(UUID contract, UUID deal, String basis, String owner, String signedOn) {
        opportunity = deal;
        tell(contracts, contract, "contract.signed", """
            {"opportunityId": "%s", "accountId": "%s", "owner": "%s", "basis": "%s",
             "value": {"amount": "4514.00", "currency": "USD"}, "signedOn": "%s", "qualityStandard": "ISO 9001"}
            """.formatted(deal, contract, owner, basis, signedOn));
    }

    void collected(UUID contract) {
        tell(contracts, contract, "payment-schedule.fully-collected", """
            {"contractId": "%s", "value": {"amount": "4514.00", "currency": "USD"}, "on": "2026-03-02"}
            """.formatted(contract));
    }

    void collectionReopened(UUID contract) {
        tell(contracts, contract, "payment-schedule.collection-reopened", """
            {"contractId": "%s", "open": {"amount": "100.00", "currency": "USD"}, "on": "2026-03-03"}
            """.formatted(contract));
    }

    /** Its advance was not paid in time, and its sales process lets the work wait for it. */
    void advanceMissed(UUID contract) {
        tell(contracts, contract, "payment-schedule.advance-payment-missed", """
            {"number": 1, "amount": {"amount": "4514.00", "currency": "USD"}, "dueOn": "2026-02-01", "owner": "kim",
             "holds": true}
            """);
    }

    void holdLifted(UUID contract) {
        tell(contracts, contract, "payment-schedule.advance-hold-lifted", """
            {"number": 1, "owner": "kim", "on": "2026-03-02"}
            """);
    }

    /** Its deadline is moved by an amendment that also adds a line. */
    void amended(UUID contract, String from, String to) {
        tell(contracts, contract, "contract.amended", """
            {"number": 1, "changeOrderId": "%1$s", "opportunityId": "%1$s", "accountId": "%1$s", "owner": "kim",
             "signedOn": "2026-03-01", "effectiveOn": "2026-03-01",
             "originalValue": {"amount": "4514.00", "currency": "USD"},
             "previousValue": {"amount": "4514.00", "currency": "USD"}, "value": {"amount": "5000.00", "currency": "USD"},
             "lines": [{"number": 2, "after": {"product": "training", "quantity": 1,
                        "unitPrice": {"amount": "486.00", "currency": "USD"}}}],
             "previousTerms": {"deliveryDeadline": "%2$s"}, "terms": {"deliveryDeadline": "%3$s"}}
            """.formatted(contract, from, to));
    }

    void won(UUID deal, UUID contract) {
        tell(opportunities, deal, "opportunity.won", """
            {"contractId": "%s", "value": {"amount": "4514.00", "currency": "USD"}, "closedOn": "2026-01-01",
             "skippedGates": [], "template": "strategic"}
            """.formatted(contract));
    }

    void lost(UUID deal) {
        tell(opportunities, deal, "opportunity.lost", """
            {"reason": "price", "closedOn": "2026-03-02", "template": "strategic"}
            """);
    }

    /** The deal of the contract that was signed last. */
    UUID lastOpportunity() {
        return opportunity;
    }

    /** Delivers the last message once more. */
    void again() {
        last.run();
    }

    private void tell(Topics topics, UUID subject, String name, String json) {
        long at = ++position;
        last = () -> topics.publish("first", at, subject, name, json);
        last.run();
    }

    @Override
    public void close() {
        contracts.close();
        opportunities.close();
    }
}
