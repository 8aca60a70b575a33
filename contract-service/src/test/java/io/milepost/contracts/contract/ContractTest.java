package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.contracts.contract.Contracts.*;
import static io.milepost.contracts.kernel.Party.CUSTOMER;
import static io.milepost.contracts.kernel.Party.SELLER;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.Terms;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContractTest {
    @Nested
    @DisplayName("R-121: drafting")
    class Drafting {

        @Test
        void is_drafted_once_with_lines_and_value() {
            nothing()
                    .when(draft(VALUE, LINES, TERMS))
                    .then(new ContractDrafted(
                            "C-1",
                            Basis.RENEWAL,
                            "as said",
                            null,
                            OPPORTUNITY,
                            ACCOUNT,
                            "kim",
                            VALUE,
                            LINES,
                            TERMS,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null))
                    .when(draft(VALUE, LINES, TERMS))
                    .thenTaken();
        }
    }

    @Test
    @DisplayName("R-121: the content changes until it is out for signature")
    void is_revised_until_it_is_out_for_signature() {
        var more = List.of(line("GTX Pro", "3", "4821.00"));
        var revise = new ReviseContract(usd("14463.00"), more, null, null, null);
        var renewal = nothing().given(drafted(Basis.RENEWAL, LINES, TERMS));
        renewal.when(revise)
                .then(new ContractRevised(VALUE, usd("14463.00"), more, Terms.NONE, null, null))
                .when(revise)
                .thenNothing();
        renewal.when(new ReviseContract(VALUE, more, TERMS, null, null)).thenRefused(VALUE_NOT_SUM_OF_LINES, "/value");
        aContractOutForSignature().when(revise).thenRefused(CONTRACT_NOT_DRAFT);
        aContractSignedBy(SELLER, TODAY).when(revise).thenRefused(CONTRACT_NOT_DRAFT);
        aSignedContract().when(revise).thenRefused(CONTRACT_NOT_DRAFT);
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
                    .then(new ContractPartySigned(SELLER, "Kim", TODAY, "someone"));
        }

        @Test
        @DisplayName("Decision 41: a migrated signature is a fact of the past")
        void a_migrated_contract_is_not_held_back() {
            nothing()
                    .given(drafted(Basis.MIGRATED, List.of(), Terms.NONE))
                    .when(new SignContract(CUSTOMER, null, YESTERDAY))
                    .then(new ContractPartySigned(CUSTOMER, null, YESTERDAY, "someone"));
        }

        private void flags(List<ContractLine> lines, Terms terms, List<String> missing) {
            nothing()
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
                contract.when(new SignContract(SELLER, "sealed name", YESTERDAY))
                        .thenNothing();
                contract.when(new SignContract(SELLER, "sealed name", null)).thenNothing();
                contract.when(new SignContract(SELLER, null, YESTERDAY)).thenNothing();
                contract.when(new SignContract(SELLER, "sealed name", TODAY)).thenRefused(PARTY_ALREADY_SIGNED);
                contract.when(new SignContract(SELLER, "Lee", YESTERDAY)).thenRefused(PARTY_ALREADY_SIGNED);
            }
        }
    }

    @Nested
    @DisplayName("R-131: the effective date is recorded")
    class TakingEffect {

        @Test
        void is_effective_from_the_stated_day() {
            aSignedContract()
                    .when(new SetEffectiveDate(TODAY))
                    .then(new ContractBecameEffective(TODAY))
                    .when(new SetEffectiveDate(TODAY))
                    .thenNothing()
                    .when(new SetEffectiveDate(YESTERDAY))
                    .thenRefused(CONTRACT_ALREADY_EFFECTIVE);
        }
    }
}
