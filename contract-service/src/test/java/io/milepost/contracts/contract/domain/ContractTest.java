package io.milepost.contracts.contract.domain;

import static io.milepost.contracts.contract.domain.ContractRefusal.*;
import static io.milepost.contracts.contract.domain.Contracts.*;
import static io.milepost.contracts.contract.domain.Party.CUSTOMER;
import static io.milepost.contracts.contract.domain.Party.SELLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.domain.ContractCommand.ArchiveContract;
import io.milepost.contracts.contract.domain.ContractCommand.DecideReview;
import io.milepost.contracts.contract.domain.ContractCommand.DeclineSignature;
import io.milepost.contracts.contract.domain.ContractCommand.DeliverCopies;
import io.milepost.contracts.contract.domain.ContractCommand.DraftContract;
import io.milepost.contracts.contract.domain.ContractCommand.EditClause;
import io.milepost.contracts.contract.domain.ContractCommand.RecordExplanation;
import io.milepost.contracts.contract.domain.ContractCommand.ReviseContract;
import io.milepost.contracts.contract.domain.ContractCommand.SendForSignature;
import io.milepost.contracts.contract.domain.ContractCommand.SetEffectiveDate;
import io.milepost.contracts.contract.domain.ContractCommand.SignContract;
import io.milepost.contracts.contract.domain.ContractCommand.SubmitForReview;
import io.milepost.contracts.contract.domain.ContractEvent.ContractBecameEffective;
import io.milepost.contracts.contract.domain.ContractEvent.ContractCopiesDelivered;
import io.milepost.contracts.contract.domain.ContractEvent.ContractDrafted;
import io.milepost.contracts.contract.domain.ContractEvent.ContractIncompleteFlagged;
import io.milepost.contracts.contract.domain.ContractEvent.ContractPartySigned;
import io.milepost.contracts.contract.domain.ContractEvent.ContractRevised;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.Trigger;
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

class ContractTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(ContractRefusal.class);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Nested
    @DisplayName("R-121: drafting")
    class Drafting {

        @Test
        void is_drafted_once_with_lines_and_value() {
            nothing()
                    .recording(REACHED)
                    .when(draft(VALUE, LINES, TERMS))
                    .then(new ContractDrafted(
                            "C-1",
                            Basis.QUOTATION,
                            null,
                            QUOTATION,
                            OPPORTUNITY,
                            ACCOUNT,
                            "kim",
                            VALUE,
                            LINES,
                            TERMS,
                            null,
                            null))
                    .when(draft(VALUE, LINES, TERMS))
                    .thenRefused(CONTRACT_ALREADY_DRAFTED);
        }

        @Test
        @DisplayName("Decision 42: basis QUOTATION names its quotation")
        void a_quotation_is_named() {
            refuses(basis(Basis.QUOTATION, "as said", null), QUOTATION_MISSING, "/quotationId");
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
            var nobody = new DraftContract(
                    null, Basis.QUOTATION, null, QUOTATION, OPPORTUNITY, ACCOUNT, "", VALUE, LINES, TERMS, null, null);
            refuses(nobody, OWNER_MISSING, "/owner");
        }

        @Test
        void lines_can_be_sold_and_add_up_in_one_currency() {
            refuses(draft(usd("-1.00"), List.of(), TERMS), VALUE_NEGATIVE, "/value");
            refuses(draft(VALUE, List.of(line(" ", "2", "4821.00")), TERMS), PRODUCT_MISSING, "/lines/0/product");
            refuses(draft(VALUE, List.of(line("A", "0", "1.00")), TERMS), QUANTITY_NOT_POSITIVE, "/lines/0/quantity");
            refuses(draft(VALUE, List.of(line("A", "1", "-1.00")), TERMS), VALUE_NEGATIVE, "/lines/0/unitPrice");
            refuses(draft(Money.of("9642.00", "EUR"), LINES, TERMS), CURRENCIES_MIXED, "/lines/0/unitPrice/currency");
            refuses(draft(usd("9642.01"), LINES, TERMS), VALUE_NOT_SUM_OF_LINES, "/value");
        }

        private void refuses(DraftContract draft, ContractRefusal reason, String pointer) {
            nothing().recording(REACHED).when(draft).thenRefused(reason, pointer);
        }

        private DraftContract basis(Basis basis, String reason, UUID quotation) {
            return new DraftContract(
                    null, basis, reason, quotation, OPPORTUNITY, ACCOUNT, "kim", VALUE, List.of(), null, null, null);
        }
    }

    @Test
    @DisplayName("R-121: the content changes until it is out for signature")
    void is_revised_until_it_is_out_for_signature() {
        var more = List.of(line("GTX Pro", "3", "4821.00"));
        var revise = new ReviseContract(usd("14463.00"), more, null, null, null);
        aDraft().when(revise)
                .then(new ContractRevised(VALUE, usd("14463.00"), more, Terms.NONE, null, null))
                .when(revise)
                .thenNothing();
        aDraft().recording(REACHED)
                .when(new ReviseContract(VALUE, more, TERMS, null, null))
                .thenRefused(VALUE_NOT_SUM_OF_LINES, "/value");
        aContractOutForSignature().recording(REACHED).when(revise).thenRefused(CONTRACT_NOT_DRAFT);
        aContractSignedBy(SELLER, TODAY).recording(REACHED).when(revise).thenRefused(CONTRACT_NOT_DRAFT);
        aSignedContract().recording(REACHED).when(revise).thenRefused(CONTRACT_NOT_DRAFT);
    }

    @Nested
    @DisplayName("R-122, G14: completeness")
    class Completeness {

        @Test
        void nobody_signs_what_is_incomplete_and_that_is_on_record() {
            var everything = List.of(
                    "product",
                    "quantity",
                    "price",
                    "qualityStandard",
                    "deliveryDeadline",
                    "paymentMethod",
                    "scope",
                    "duration");
            flags(List.of(), Terms.NONE, everything);
            flags(LINES, Terms.NONE, everything.subList(3, everything.size()));
            flags(LINES, new Terms("a", TODAY, " ", "b", "c", null), List.of("paymentMethod"));
        }

        @Test
        void the_complete_one_is_signed() {
            aContractOutForSignature()
                    .when(new SignContract(SELLER, "Kim", null))
                    .then(new ContractPartySigned(SELLER, "Kim", TODAY));
        }

        @Test
        @DisplayName("Decision 41: a migrated signature is a fact of the past")
        void a_migrated_contract_is_not_held_back() {
            nothing()
                    .given(drafted(Basis.MIGRATED, List.of(), Terms.NONE))
                    .when(new SignContract(CUSTOMER, null, YESTERDAY))
                    .then(new ContractPartySigned(CUSTOMER, null, YESTERDAY));
        }

        private void flags(List<ContractLine> lines, Terms terms, List<String> missing) {
            nothing()
                    .recording(REACHED)
                    .given(drafted(Basis.RENEWAL, lines, terms))
                    .when(new SignContract(SELLER, null, null))
                    .thenRefusedOnRecord(CONTRACT_INCOMPLETE, new ContractIncompleteFlagged(missing));
        }
    }

    @Nested
    @DisplayName("R-131, G15: both parties sign")
    class BothPartiesSign {

        @Test
        void the_same_signature_again_changes_nothing() {
            for (var contract : List.of(aContractSignedBy(SELLER, YESTERDAY), aSignedContract())) {
                contract.when(new SignContract(SELLER, "Kim", YESTERDAY)).thenNothing();
                contract.when(new SignContract(SELLER, "Kim", null)).thenNothing();
                contract.recording(REACHED)
                        .when(new SignContract(SELLER, "Kim", TODAY))
                        .thenRefused(PARTY_ALREADY_SIGNED);
            }
        }

        @Test
        void nobody_signs_tomorrow() {
            var tomorrow = TODAY.plusDays(1);
            for (var contract : List.of(aDraft(), aContractSignedBy(SELLER, YESTERDAY))) {
                contract.recording(REACHED)
                        .when(new SignContract(CUSTOMER, null, tomorrow))
                        .thenRefused(SIGNED_IN_FUTURE, "/signedOn");
            }
        }
    }

    @Nested
    @DisplayName("R-131: the effective date is recorded")
    class TakingEffect {

        @Test
        void is_effective_from_the_stated_day() {
            aSignedContract()
                    .recording(REACHED)
                    .when(new SetEffectiveDate(TODAY))
                    .then(new ContractBecameEffective(TODAY))
                    .when(new SetEffectiveDate(TODAY))
                    .thenNothing()
                    .when(new SetEffectiveDate(YESTERDAY))
                    .thenRefused(CONTRACT_ALREADY_EFFECTIVE);
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
                new EditClause("P-1", Clause.Kind.SPECIAL, "penalty"),
                new SubmitForReview(),
                new DecideReview(Review.LEGAL, true, null),
                new DeclineSignature(CUSTOMER, "price"),
                new DeliverCopies(null),
                new ArchiveContract(null),
                new SendForSignature(),
                new RecordExplanation(),
                new SignContract(SELLER, null, null),
                new SetEffectiveDate(TODAY));
        commands.forEach(command -> nothing().recording(REACHED).when(command).thenRefused(CONTRACT_UNKNOWN));
    }

    @Nested
    @DisplayName("R-128, R-129, R-132: reviewing, declining and filing say no")
    class SayingNo {

        @Test
        void clauses_discounts_and_payments_can_be_written_down() {
            var clause = new Clause("P-1", Clause.Kind.SPECIAL, "penalty");
            var discounted = new ContractLine("A", null, BigDecimal.ONE, VALUE, new BigDecimal("100.1"));
            var halfPaid = new PaymentTerm("half", null, new BigDecimal("50"), Trigger.SIGNATURE, null, null, null);
            refuses(revise(LINES, List.of(clause, clause), null), CLAUSE_DOUBLED, "/clauses/1/code");
            refuses(
                    revise(LINES, List.of(new Clause("P-1", Clause.Kind.STANDARD, " ")), null),
                    CLAUSE_INCOMPLETE,
                    "/clauses/0");
            refuses(new EditClause(" ", Clause.Kind.SPECIAL, "penalty"), CLAUSE_INCOMPLETE, "/code");
            refuses(new EditClause("P-1", Clause.Kind.SPECIAL, ""), CLAUSE_INCOMPLETE, "/text");
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
            signed.given(new ContractCopiesDelivered(YESTERDAY))
                    .when(new DeliverCopies(TODAY))
                    .thenRefused(COPIES_ALREADY_DELIVERED);
        }

        private void refuses(ContractCommand command, ContractRefusal reason, @Nullable String pointer) {
            aDraft().recording(REACHED).when(command).thenRefused(reason, pointer);
        }

        private ReviseContract revise(
                List<ContractLine> lines, @Nullable List<Clause> clauses, @Nullable List<PaymentTerm> payments) {
            return new ReviseContract(VALUE, lines, TERMS, clauses, payments);
        }
    }
}
