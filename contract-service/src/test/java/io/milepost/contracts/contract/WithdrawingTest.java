package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.contracts.contract.Contracts.*;
import static io.milepost.platform.decision.Usual.REASON_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.automation.WhenQuotationSupersededThenWithdrawContract;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.contract.Withdrawing.DealEnded;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.DealEnd;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A contract that nobody has signed is given up, and goes no further while its deal is over. */
class WithdrawingTest {
    /** What is reached here, in {@link VoidedContractTest} or in {@link PreparingTest}, and not in {@link ContractRefusalTest}. */
    static final List<Refusal> OF_OTHERS = Stream.of(
                    PreparingTest.AND_JUDGING,
                    AssigningTest.OF_ASSIGNING,
                    List.<Refusal>of(CONTRACT_WITHDRAWN, CONTRACT_VOIDED, DEAL_ENDED))
            .flatMap(List::stream)
            .toList();

    private static final UUID SUCCESSOR = UUID.fromString("01900000-0000-7000-8000-0000000000b7");
    private static final ContractWithdrawn BY_HAND =
            new ContractWithdrawn(OPPORTUNITY, "not wanted", null, TODAY, "kim");
    private static final ContractWithdrawn SUPERSEDED =
            new ContractWithdrawn(OPPORTUNITY, null, SUCCESSOR, TODAY, "automation");

    @Test
    @DisplayName("R-100: a contract whose quotation was replaced is given up as long as nobody has signed it")
    void a_replaced_quotation_takes_its_contract_along() {
        var declined =
                aContractOutForSignature().given(new ContractSignatureDeclined(OPPORTUNITY, Party.CUSTOMER, "price"));
        for (var unsigned : List.of(aDraft(), approved(), aContractOutForSignature(), declined)) {
            var given = unsigned.when(new WithdrawSuperseded(SUCCESSOR))
                    .unbound()
                    .then(SUPERSEDED)
                    .when(new WithdrawSuperseded(SUCCESSOR))
                    .unbound()
                    .thenNothing();
            var view = ContractView.of(given.state());
            assertThat(view.status()).isEqualTo("WITHDRAWN");
            assertThat(view.supersededBy()).isEqualTo(SUCCESSOR);
            assertThat(view.withdrawnOn()).isEqualTo(TODAY);
        }
    }

    @Test
    @DisplayName("Decision 41: what a party has signed goes on, whatever was quoted since")
    void a_signature_is_a_fact() {
        for (var signed : List.of(aContractSignedBy(Party.CUSTOMER, TODAY), aSignedContract())) {
            signed.when(new WithdrawSuperseded(SUCCESSOR)).thenRefused(CONTRACT_NOT_DRAFT);
        }
        assertThat(WhenQuotationSupersededThenWithdrawContract.AUTOMATION
                        .settledBy()
                        .toString())
                .as("nothing is parked")
                .contains(CONTRACT_NOT_DRAFT.name(), "UNKNOWN_TARGET");
    }

    @Test
    @DisplayName("R-100: word of a replaced quotation reaches the contract that it became")
    void the_contract_of_the_quotation_is_asked() {
        var automation = WhenQuotationSupersededThenWithdrawContract.AUTOMATION;
        var event = ProducerSamples.event("opportunity", automation.type(), """
            {"opportunityId": "%s", "successorId": "%s"}\
            """.formatted(OPPORTUNITY, SUCCESSOR));
        assertThat(automation.reaction().to(event, event.as(automation.data())))
                .contains(new Reaction.Command(
                        Contract.idOf(ProducerSamples.SUBJECT), new WithdrawSuperseded(SUCCESSOR)));
    }

    @Test
    @DisplayName("A draft is given up with a reason, once, and one that is out for signature is declined first")
    void people_give_up_a_draft() {
        var withdraw = new WithdrawContract("not wanted");
        aDraft().when(withdraw).by("kim").then(BY_HAND).when(withdraw).by("lee").thenNothing();
        approved().when(withdraw).by("kim").then(BY_HAND);
        aDraft().when(new WithdrawContract(" ")).thenRefused(REASON_MISSING, "/reason");
        withdrawn().when(new WithdrawContract("another")).thenRefused(CONTRACT_WITHDRAWN);
        aDraft().given(SUPERSEDED).when(withdraw).thenRefused(CONTRACT_WITHDRAWN);
        for (var sent :
                List.of(aContractOutForSignature(), aContractSignedBy(Party.SELLER, TODAY), aSignedContract())) {
            sent.when(withdraw).thenRefused(CONTRACT_NOT_DRAFT);
        }
    }

    @Test
    @DisplayName("Nothing more becomes of a contract that was given up")
    void nothing_more_becomes_of_it() {
        for (var command : List.of(
                new EditClause("P-1", Clause.Kind.SPECIAL, "penalty", null),
                new SubmitForReview(),
                new DecideReview(Review.FINANCE, true, null),
                new SendForSignature(),
                new RecordExplanation("Ann", null, null),
                new CheckText(),
                new SignContract(Party.SELLER, null, null),
                new DeclineSignature(Party.SELLER, "price"),
                new SetEffectiveDate(TODAY),
                new CloseContract(TODAY))) {
            withdrawn().when(command).thenRefused(CONTRACT_WITHDRAWN);
        }
        assertThat(ContractView.of(withdrawn().state()).withdrawReason()).isEqualTo("not wanted");
    }

    @Test
    @DisplayName(
            "Decision 44: no contract of a deal that is over is reviewed or sent for signature, until it is reopened")
    void a_deal_that_is_over_sends_no_contract() {
        for (var end : DealEnd.values()) {
            aDraft().when(new SubmitForReview()).reading(new DealEnded(end)).thenRefused(DEAL_ENDED);
            approved().when(new SendForSignature()).reading(new DealEnded(end)).thenRefused(DEAL_ENDED);
        }
        approved()
                .when(new SendForSignature())
                .reading(new DealEnded(null))
                .by("kim")
                .then(new ContractSentForSignature(OPPORTUNITY, TODAY, "kim"));
        aDraft().when(new SubmitForReview())
                .reading(new DealEnded(null))
                .then(new ContractReviewRequested(List.of(Review.FINANCE, Review.TECHNICAL)));
    }

    @Test
    @DisplayName("Decision 41: what is out for signature can be signed, also when the deal is taken for lost meanwhile")
    void what_is_with_the_parties_can_be_signed() {
        aContractOutForSignature()
                .when(new SignContract(Party.CUSTOMER, null, TODAY))
                .reading(new DealEnded(DealEnd.LOST))
                .by("desk")
                .then(new ContractPartySigned(Party.CUSTOMER, null, TODAY, "desk"));
        aContractOutForSignature()
                .when(new SendForSignature())
                .reading(new DealEnded(DealEnd.LOST))
                .thenNothing();
    }

    private static Scenario<Contract, ContractCommand, ContractEvent> approved() {
        var reviews = List.of(Review.FINANCE);
        return aDraft().given(
                        new ContractReviewRequested(reviews),
                        new ContractReviewPassed(Review.FINANCE),
                        new ContractApproved(reviews));
    }

    private static Scenario<Contract, ContractCommand, ContractEvent> withdrawn() {
        return aDraft().given(BY_HAND);
    }
}
