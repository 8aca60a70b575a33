package io.milepost.contracts.contract.domain;

import static io.milepost.contracts.contract.domain.ContractRefusal.*;
import static io.milepost.contracts.contract.domain.Contracts.*;
import static io.milepost.contracts.contract.domain.Party.CUSTOMER;
import static io.milepost.contracts.contract.domain.Party.SELLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.domain.ContractCommand.DraftContract;
import io.milepost.contracts.contract.domain.ContractCommand.ReviseContract;
import io.milepost.contracts.contract.domain.ContractCommand.SetEffectiveDate;
import io.milepost.contracts.contract.domain.ContractCommand.SignContract;
import io.milepost.contracts.contract.domain.ContractEvent.ContractBecameEffective;
import io.milepost.contracts.contract.domain.ContractEvent.ContractDrafted;
import io.milepost.contracts.contract.domain.ContractEvent.ContractIncompleteFlagged;
import io.milepost.contracts.contract.domain.ContractEvent.ContractPartySigned;
import io.milepost.contracts.contract.domain.ContractEvent.ContractRevised;
import io.milepost.contracts.contract.domain.ContractEvent.ContractSigned;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
                            "C-1", Basis.QUOTATION, null, QUOTATION, OPPORTUNITY, ACCOUNT, "kim", VALUE, LINES, TERMS))
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
                    null, Basis.QUOTATION, null, QUOTATION, OPPORTUNITY, ACCOUNT, "", VALUE, LINES, TERMS);
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

        @Test
        void each_line_is_rounded_once() {
            var thirds = List.of(line("A", "0.5", "0.01"), line("B", "0.5", "0.01"));
            refuses(draft(usd("0.01"), thirds, TERMS), VALUE_NOT_SUM_OF_LINES, "/value");
            assertThat(nothing()
                            .when(draft(usd("0.02"), thirds, TERMS))
                            .decision()
                            .events())
                    .hasSize(1);
        }

        private void refuses(DraftContract draft, ContractRefusal reason, String pointer) {
            nothing().recording(REACHED).when(draft).thenRefused(reason, pointer);
        }

        private DraftContract basis(Basis basis, String reason, UUID quotation) {
            return new DraftContract(
                    null, basis, reason, quotation, OPPORTUNITY, ACCOUNT, "kim", VALUE, List.of(), null);
        }
    }

    @Test
    @DisplayName("R-121: the content changes until somebody has signed")
    void is_revised_until_signed() {
        var more = List.of(line("GTX Pro", "3", "4821.00"));
        var revise = new ReviseContract(usd("14463.00"), more, null);
        aDraft().when(revise)
                .then(new ContractRevised(VALUE, usd("14463.00"), more, Terms.NONE))
                .when(revise)
                .thenNothing();
        aDraft().recording(REACHED)
                .when(new ReviseContract(VALUE, more, TERMS))
                .thenRefused(VALUE_NOT_SUM_OF_LINES, "/value");
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
            aDraft().when(new SignContract(SELLER, "Kim", null)).then(new ContractPartySigned(SELLER, "Kim", TODAY));
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
        void is_signed_on_the_day_of_the_later_signature() {
            aContractSignedBy(SELLER, YESTERDAY)
                    .when(new SignContract(CUSTOMER, "Ann", null))
                    .then(new ContractPartySigned(CUSTOMER, "Ann", TODAY), signed(TODAY));
            aContractSignedBy(CUSTOMER, TODAY)
                    .when(new SignContract(SELLER, "Kim", YESTERDAY))
                    .then(new ContractPartySigned(SELLER, "Kim", YESTERDAY), signed(TODAY));
        }

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

        @Test
        void tells_the_revised_value() {
            var value = usd("4821.00");
            aDraft().given(new ContractRevised(VALUE, value, List.of(line("GTX Pro", "1", "4821.00")), TERMS))
                    .given(by(SELLER, TODAY))
                    .when(new SignContract(CUSTOMER, null, null))
                    .then(
                            new ContractPartySigned(CUSTOMER, null, TODAY),
                            new ContractSigned(OPPORTUNITY, ACCOUNT, "kim", value, TODAY, Basis.QUOTATION, null));
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

        @Test
        void an_agreed_day_counts_from_the_signature_on() {
            signedWithAgreedDay(TODAY, new ContractBecameEffective(TODAY));
            signedWithAgreedDay(YESTERDAY.minusDays(9), new ContractBecameEffective(TODAY));
            signedWithAgreedDay(TODAY.plusDays(1));
        }

        private void signedWithAgreedDay(LocalDate agreed, ContractEvent... effect) {
            var terms = new Terms("ISO 9001", TODAY, "30 days net", "delivery", "1 year", agreed);
            var events = nothing()
                    .given(drafted(Basis.QUOTATION, LINES, terms), by(SELLER, YESTERDAY))
                    .when(new SignContract(CUSTOMER, null, TODAY))
                    .decision()
                    .events();
            assertThat(events).startsWith(new ContractPartySigned(CUSTOMER, null, TODAY), signed(TODAY));
            assertThat(events.subList(2, events.size())).containsExactly(effect);
        }
    }

    @Test
    void nothing_happens_to_a_contract_that_nobody_drafted() {
        List<ContractCommand> commands = List.of(
                new ReviseContract(VALUE, LINES, null),
                new SignContract(SELLER, null, null),
                new SetEffectiveDate(TODAY));
        commands.forEach(command -> nothing().recording(REACHED).when(command).thenRefused(CONTRACT_UNKNOWN));
    }

    @Test
    void shows_its_status_in_the_words_of_the_domain() {
        assertThat(ContractView.of(nothing().state())).isNull();
        assertThat(view(aDraft()).status()).isEqualTo("DRAFT");
        assertThat(view(aDraft().given(new ContractIncompleteFlagged(List.of("scope")))))
                .isEqualTo(view(aDraft()));
        var partly = view(aContractSignedBy(CUSTOMER, TODAY));
        assertThat(partly.status()).isEqualTo("PARTLY_SIGNED");
        assertThat(partly.customerSignedOn()).isEqualTo(TODAY);
        assertThat(partly.sellerSignedOn()).isNull();
        assertThat(view(aSignedContract()).status()).isEqualTo("SIGNED");
        assertThat(view(aSignedContract()).signedOn()).isEqualTo(TODAY);
        var effective = view(aSignedContract().given(new ContractBecameEffective(TODAY)));
        assertThat(effective.status()).isEqualTo("EFFECTIVE");
        assertThat(effective.effectiveOn()).isEqualTo(TODAY);
    }

    private static ContractView view(Scenario<Contract, ContractCommand, ContractEvent> contract) {
        return Objects.requireNonNull(ContractView.of(contract.state()));
    }
}
