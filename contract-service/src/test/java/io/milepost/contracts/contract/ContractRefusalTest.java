package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.contract.Contracts.*;
import static io.milepost.contracts.kernel.Party.CUSTOMER;
import static io.milepost.contracts.kernel.Party.SELLER;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.AgreedItem;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.ClauseRead;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.Terms;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reason for which a contract says no, and beside each what it says yes to. */
class ContractRefusalTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.without(CONTRACT, WithdrawingTest.OF_OTHERS);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Nested
    @DisplayName("R-121: what cannot be drafted")
    class Drafting {

        @Test
        @DisplayName("Decision 42: basis QUOTATION names its quotation")
        void a_quotation_is_named() {
            refuses(basis(Basis.QUOTATION, "as said", null), QUOTATION_MISSING, "/quotationId");
            var byHand = basis(Basis.QUOTATION, null, QUOTATION);
            refuses(byHand, QUOTATION_DRAFTS_ITSELF, "/basis");
            assertThat(nothing().when(byHand).to(Contract.idOf(QUOTATION)).decision())
                    .extracting(decision -> ((Decision.Refused<ContractEvent>) decision).detail())
                    .asString()
                    .contains(QUOTATION.toString(), Contract.idOf(QUOTATION).toString());
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "QUOTATION")
        @DisplayName("Decision 42: any other basis gives its reason, and needs no quotation")
        void another_basis_has_a_reason(Basis basis) {
            refuses(basis(basis, null, null), BASIS_REASON_MISSING, "/basisReason");
            refuses(basis(basis, " ", QUOTATION), BASIS_REASON_MISSING, "/basisReason");
            assertThat(nothing().when(basis(basis, "as said", null)).decision().events())
                    .hasSize(1);
        }

        @Test
        void has_an_owner() {
            refuses(of("", null), OWNER_MISSING, "/owner");
        }

        @Test
        @DisplayName("R-188: a sales process has a name and a version")
        void a_process_is_named() {
            refuses(of("kim", new ProcessName(" ", 4)), PROCESS_FAULTY, "/process/name");
            refuses(of("kim", new ProcessName("north", 0)), PROCESS_FAULTY, "/process/version");
        }

        @Test
        void lines_can_be_sold_and_add_up_in_one_currency() {
            refuses(draft(usd("-1.00"), List.of(), TERMS), VALUE_NEGATIVE, "/value");
            refuses(draft(VALUE, List.of(line(" ", "2", "4821.00")), TERMS), PRODUCT_MISSING, "/lines/0/product");
            refuses(draft(VALUE, List.of(line("A", "0", "1.00")), TERMS), QUANTITY_NOT_POSITIVE, "/lines/0/quantity");
            refuses(draft(VALUE, List.of(line("A", "1", "-1.00")), TERMS), VALUE_NEGATIVE, "/lines/0/unitPrice");
            refuses(draft(Money.of("9642.00", "EUR"), LINES, TERMS), CURRENCIES_MIXED, "/lines/0/unitPrice/currency");
            refuses(draft(usd("9642.01"), LINES, TERMS), VALUE_NOT_SUM_OF_LINES, "/value");
            var most = line("A", "1", "999999999999999.99");
            refuses(draft(VALUE, List.of(line("A", "4930123456789", "1299.00")), TERMS), AMOUNT_TOO_LARGE, "/lines/0");
            refuses(draft(VALUE, List.of(most, line("B", "1", "0.01")), TERMS), AMOUNT_TOO_LARGE, "/lines/1");
            assertThat(nothing()
                            .when(draft(usd("999999999999999.99"), List.of(most), TERMS))
                            .decision()
                            .events())
                    .hasSize(1);
        }

        private void refuses(DraftContract draft, Refusal reason, String pointer) {
            nothing().recording(REACHED).when(draft).thenRefused(reason, pointer);
        }

        private DraftContract of(String owner, ProcessName process) {
            return by(Basis.RENEWAL, "as said", null, owner, process);
        }

        private DraftContract basis(Basis basis, String reason, UUID quotation) {
            return by(basis, reason, quotation, "kim", null);
        }

        private DraftContract by(Basis basis, String reason, UUID quotation, String owner, ProcessName process) {
            return new DraftContract(
                    null,
                    basis,
                    reason,
                    quotation,
                    OPPORTUNITY,
                    ACCOUNT,
                    owner,
                    VALUE,
                    LINES,
                    TERMS,
                    null,
                    null,
                    process,
                    null);
        }
    }

    @Test
    void what_is_done_is_not_done_again_otherwise() {
        aDraft().recording(REACHED).when(draft(VALUE, LINES, TERMS)).thenTaken();
        aSignedContract()
                .recording(REACHED)
                .when(new SignContract(SELLER, "Kim", TODAY))
                .thenRefused(PARTY_ALREADY_SIGNED)
                .when(new SendForSignature())
                .thenRefused(CONTRACT_NOT_DRAFT)
                .given(new ContractBecameEffective(TODAY))
                .when(new SetEffectiveDate(YESTERDAY))
                .thenRefused(CONTRACT_ALREADY_EFFECTIVE)
                .given(new ContractPerformed(TODAY), new ContractClosed(TODAY))
                .when(new RecordPerformance(YESTERDAY))
                .thenRefused(CONTRACT_ALREADY_PERFORMED)
                .when(new CloseContract(YESTERDAY))
                .thenRefused(CONTRACT_ALREADY_CLOSED);
    }

    @Test
    @DisplayName("R-122, G14: nobody signs what is incomplete, and that is on record")
    void nobody_signs_what_is_incomplete() {
        nothing()
                .recording(REACHED)
                .given(drafted(Basis.RENEWAL, LINES, new Terms("a", TODAY, "b", " ", "d", null)))
                .when(new SignContract(SELLER, null, null))
                .thenRefusedOnRecord(CONTRACT_INCOMPLETE, new ContractIncompleteFlagged(List.of("scope")));
    }

    @Test
    @DisplayName("R-131: whoever noted the signature of one party does not note that of the other")
    void one_person_notes_one_signature() {
        aDraft().recording(REACHED)
                .given(new ContractPartySigned(SELLER, "Kim", TODAY, "zoe"))
                .when(new SignContract(CUSTOMER, "Ann", null))
                .byMember("ZOE")
                .thenRefused(RECORDED_BY_ONE, "/party");
    }

    @Test
    void a_contract_keeps_its_currency() {
        aDraft().recording(REACHED)
                .when(new ReviseContract(usd("1.00"), List.of(), TERMS, null, null))
                .thenRefused(ACCEPTED_TERMS_DIFFER, "/lines");
        nothing()
                .given(drafted(Basis.RENEWAL, LINES, TERMS))
                .when(new ReviseContract(Money.of("9642.00", "EUR"), List.of(), TERMS, null, null))
                .thenRefused(CURRENCIES_MIXED, "/value/currency")
                .when(new ReviseContract(usd("1.00"), List.of(), TERMS, null, null))
                .then(new ContractRevised(VALUE, usd("1.00"), List.of(), TERMS, null, null));
    }

    @Nested
    @DisplayName("R-131: on which days nobody signs, and no contract takes effect")
    class Days {

        @Test
        void nobody_signs_tomorrow() {
            var tomorrow = TODAY.plusDays(1);
            for (var contract : List.of(aDraft(), aContractSignedBy(SELLER, YESTERDAY))) {
                contract.recording(REACHED)
                        .when(new SignContract(CUSTOMER, null, tomorrow))
                        .thenRefused(SIGNED_IN_FUTURE, "/signedOn");
            }
        }

        @Test
        void nobody_signs_before_it_was_sent() {
            for (var contract : List.of(aContractOutForSignature(), aContractSignedBy(SELLER, TODAY))) {
                contract.recording(REACHED)
                        .when(new SignContract(CUSTOMER, null, YESTERDAY.minusDays(1)))
                        .thenRefused(SIGNED_BEFORE_SENT, "/signedOn");
                assertThat(contract.when(new SignContract(CUSTOMER, null, YESTERDAY))
                                .decision()
                                .events())
                        .contains(new ContractPartySigned(CUSTOMER, null, YESTERDAY, "someone"));
            }
        }

        @Test
        void not_before_it_is_signed_and_not_on_a_day_to_come() {
            var signed = aSignedContract().recording(REACHED);
            signed.when(new SetEffectiveDate(YESTERDAY)).thenRefused(EFFECTIVE_BEFORE_SIGNED, "/effectiveOn");
            signed.when(new SetEffectiveDate(TODAY.plusDays(1))).thenRefused(EFFECTIVE_IN_FUTURE, "/effectiveOn");
            aDraft().recording(REACHED).when(new SetEffectiveDate(TODAY)).thenRefused(CONTRACT_NOT_SIGNED);
            aContractSignedBy(SELLER, TODAY)
                    .recording(REACHED)
                    .when(new SetEffectiveDate(TODAY))
                    .thenRefused(CONTRACT_NOT_SIGNED);
        }
    }

    @Test
    void nothing_happens_to_a_contract_that_nobody_drafted() {
        List<ContractCommand> commands = List.of(
                new ReviseContract(VALUE, LINES, null, null, null),
                new EditClause("P-1", Clause.Kind.SPECIAL, "penalty", null),
                new SubmitForReview(),
                new DecideReview(Review.LEGAL, true, null),
                new DeclineSignature(CUSTOMER, "price"),
                new DeliverCopies(null),
                new ArchiveContract(null),
                new SendForSignature(),
                new RecordExplanation(null, null, null),
                new SignContract(SELLER, null, null),
                new SetEffectiveDate(TODAY));
        commands.forEach(command -> nothing().recording(REACHED).when(command).thenUnknown());
    }

    @Nested
    @DisplayName("R-128, R-129, R-132: reviewing, declining and filing say no")
    class SayingNo {

        @Test
        void clauses_discounts_and_payments_can_be_written_down() {
            var clause = new ClauseRead("P-1", "penalty");
            var discounted = new ContractLine("A", null, BigDecimal.ONE, VALUE, new BigDecimal("100.1"));
            var halfPaid = new PaymentTerm("half", null, new BigDecimal("50"), Trigger.SIGNATURE, null, null, null);
            refuses(revise(LINES, List.of(clause, clause), null), CLAUSE_DOUBLED, "/clauses/1/code");
            refuses(
                    revise(LINES, List.of(clause, new ClauseRead("p-1 ", "other")), null),
                    CLAUSE_DOUBLED,
                    "/clauses/1/code");
            refuses(revise(LINES, List.of(new ClauseRead("P-1", " ")), null), CLAUSE_INCOMPLETE, "/clauses/0");
            refuses(new EditClause(" ", Clause.Kind.SPECIAL, "penalty", null), CLAUSE_INCOMPLETE, "/code");
            refuses(new EditClause("P-1", Clause.Kind.SPECIAL, "", null), CLAUSE_INCOMPLETE, "/text");
            refuses(new EditClause("P-1", Clause.Kind.STANDARD, "penalty", null), CLAUSE_KIND_DIFFERS, "/kind");
            refuses(new AdoptTemplate("north"), TEMPLATE_NOT_IN_EFFECT, "/name");
            var whole = new AgreedItem(null, null, QUOTATION, 1, null);
            refuses(revise(List.of(LINES.getFirst().of(whole)), null, null), SOURCE_INCOMPLETE, "/lines/0/source");
            refuses(revise(List.of(discounted), null, null), DISCOUNT_OUT_OF_RANGE, "/lines/0/discountPercent");
            refuses(revise(LINES, null, List.of(halfPaid)), PAYMENTS_FAULTY, "/payments");
        }

        @Test
        void what_is_not_asked_for_is_not_decided() {
            refuses(new DecideReview(Review.LEGAL, true, null), REVIEW_NOT_OPEN, null);
            refuses(new DeclineSignature(CUSTOMER, "price"), CONTRACT_NOT_OUT_FOR_SIGNATURE, null);
            refuses(new DeclineSignature(CUSTOMER, " "), REASON_MISSING, "/reason");
            refuses(new SignContract(SELLER, null, null), CONTRACT_NOT_APPROVED, null);
        }

        @Test
        void copies_are_delivered_once_and_not_tomorrow() {
            var signed = aSignedContract().recording(REACHED);
            signed.when(new DeliverCopies(TODAY.plusDays(1))).thenRefused(DELIVERED_IN_FUTURE, "/on");
            signed.when(new DeliverCopies(YESTERDAY)).thenRefused(DELIVERED_BEFORE_SIGNED, "/on");
            signed.given(new ContractCopiesDelivered(TODAY), new ContractArchived(TODAY, "shelf 4"))
                    .when(new DeliverCopies(YESTERDAY))
                    .thenRefused(COPIES_ALREADY_DELIVERED)
                    .when(new ArchiveContract("shelf 5"))
                    .thenRefused(CONTRACT_ALREADY_ARCHIVED, "/location")
                    .when(new ArchiveContract(null))
                    .thenNothing();
        }

        private void refuses(ContractCommand command, Refusal reason, @Nullable String pointer) {
            aDraft().recording(REACHED).when(command).thenRefused(reason, pointer);
        }

        private ReviseContract revise(
                List<ContractLine> lines, @Nullable List<ClauseRead> clauses, @Nullable List<PaymentTerm> payments) {
            return new ReviseContract(VALUE, lines, TERMS, clauses, payments);
        }
    }
}
