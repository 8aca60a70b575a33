package io.milepost.contracts;

import static io.milepost.contracts.changeorder.ChangeOrderCatalogue.CHANGE_ORDER;
import static io.milepost.contracts.clausetemplate.ClauseTemplateCatalogue.CLAUSE_TEMPLATE;
import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.contractvoiding.ContractVoidingCatalogue.CONTRACT_VOIDING;
import static io.milepost.contracts.deposit.DepositCatalogue.DEPOSIT;
import static io.milepost.contracts.launchphase.LaunchPhaseCatalogue.LAUNCH_PHASE;
import static io.milepost.contracts.obligation.ObligationRegisterCatalogue.OBLIGATION_REGISTER;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;
import static io.milepost.contracts.salesorder.SalesOrderCatalogue.SALES_ORDER;
import static io.milepost.contracts.sellableunit.SellableUnitCatalogue.SELLABLE_UNIT;
import static io.milepost.contracts.subscription.SubscriptionCatalogue.SUBSCRIPTION;
import static io.milepost.contracts.termsassessment.TermsAssessmentCatalogue.TERMS_ASSESSMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.ContractCommand.DraftContract;
import io.milepost.contracts.obligation.ObligationRegister.OpenObligationRegister;
import io.milepost.contracts.salesorder.SalesOrder.ReceiveOrder;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.AccessWalk;
import io.milepost.platform.testkit.PermissionMatrix;
import io.milepost.platform.testkit.PermissionWalk;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may know of which contract, its payments, obligations and orders. */
class AccessIT {
    private static SuiteParts parts;
    private static RunningService service;
    private static SuiteClient client;
    private static Topics lead;

    @BeforeAll
    static void start() {
        parts = SuiteParts.start();
        lead = new Topics(parts.bootstrapServers(), "lead").create();
        service = RunningService.start(
                parts,
                ContractServiceApplication.class,
                "contract",
                List.of(
                        CONTRACT,
                        CONTRACT_VOIDING,
                        CHANGE_ORDER,
                        PAYMENT_SCHEDULE,
                        SALES_ORDER,
                        OBLIGATION_REGISTER,
                        TERMS_ASSESSMENT,
                        CLAUSE_TEMPLATE,
                        LAUNCH_PHASE,
                        SELLABLE_UNIT,
                        DEPOSIT,
                        SUBSCRIPTION));
        client = service.client();
    }

    @AfterAll
    static void stop() {
        lead.close();
        service.close();
        parts.close();
    }

    @Test
    @DisplayName("R-189: every operation is answered to every role as docs/permissions.md says, and to nobody without a"
            + " token")
    void the_matrix() {
        var walk = new PermissionWalk(client, PermissionMatrix.of("contract", CatalogueTest.CATALOGUES));
        assertThat(walk.faults()).isEmpty();
    }

    @TestFactory
    @DisplayName(
            "R-189: contracts and what follows from them are known to whom docs/access.md says, for every way to them")
    Stream<DynamicTest> the_table() {
        return new AccessWalk(client, AccessWalk.announcing(lead))
                .with(CONTRACT, owned(AccessIT::contract))
                .with(CONTRACT_VOIDING, owned(AccessIT::voiding))
                .with(CHANGE_ORDER, owned(AccessIT::change))
                .with(PAYMENT_SCHEDULE, owned(AccessIT::payments))
                .with(SALES_ORDER, owned(AccessIT::order))
                .with(OBLIGATION_REGISTER, owned(AccessIT::obligations))
                .with(DEPOSIT, owned(owner -> UnitSituations.paid(client, owner)))
                .with(SUBSCRIPTION, owned(owner -> SubscriptionSituations.issued(client, owner)))
                .tests();
    }

    /** Each has an owner from its first fact on. */
    private static Function<@Nullable String, @Nullable UUID> owned(Function<String, UUID> maker) {
        return owner -> owner == null ? null : maker.apply(owner);
    }

    private static UUID contract(String owner) {
        var like = ContractSituations.MIGRATED;
        return client.create(new DraftContract(
                null,
                like.basis(),
                like.basisReason(),
                null,
                like.opportunityId(),
                like.accountId(),
                owner,
                like.value(),
                like.lines(),
                null,
                null,
                null,
                null,
                null));
    }

    private static UUID voiding(String owner) {
        return client.create(ContractSituations.voiding(ContractSituations.signed(client, contract(owner))));
    }

    private static UUID change(String owner) {
        return client.create(ChangeSituations.request(ContractSituations.signed(client, contract(owner))));
    }

    private static UUID payments(String owner) {
        return PaymentSituations.planned(client, owner);
    }

    private static UUID order(String owner) {
        var like = OrderSituations.order(null);
        return client.create(new ReceiveOrder(null, like.accountId(), owner, null, null, null, like.lines()));
    }

    private static UUID obligations(String owner) {
        var contract = ContractSituations.signed(client);
        client.create(contract, new OpenObligationRegister(contract, owner));
        return contract;
    }
}
