package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.ACCEPTED_TERMS_DIFFER;
import static io.milepost.contracts.contract.Contracts.*;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.contracts.contract.Contract.Basis;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.AgreedItem;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Terms;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A contract says what the customer accepted, and which part of the agreed solution each line is. */
class AcceptedTermsTest {
    private static final AgreedItem POSITION = new AgreedItem(new UUID(1, 2), 3, new UUID(1, 4), 2, "1.2");
    private static final List<ContractLine> ACCEPTED =
            List.of(line("GTX Pro", "2", "4821.00").of(POSITION), line("service", "0.5", "0.00"));
    private static final Terms LATER = new Terms(
            "ISO 9001", LocalDate.parse("2026-10-31"), "30 days net", "delivery, set-up, training", "1 year", null);
    private static final List<PaymentTerm> HALVES =
            List.of(share("advance", "50", Trigger.SIGNATURE), share("rest", "50", Trigger.ACCEPTANCE));

    @Test
    @DisplayName(
            "R-100: a contract from an accepted quotation is not revised away from its lines, prices, value and currency")
    void what_was_accepted_stays() {
        refuses(usd("14463.00"), List.of(line("GTX Pro", "3", "4821.00"), ACCEPTED.getLast()), null);
        refuses(VALUE, List.of(line("GTX Pro", "2", "4820.99"), line("service", "2", "0.01")), null);
        refuses(VALUE, List.of(line("GTX Lite", "2", "4821.00"), ACCEPTED.getLast()), null);
        refuses(VALUE, List.of(ACCEPTED.getLast(), ACCEPTED.getFirst()), null);
        refuses(VALUE, List.of(ACCEPTED.getFirst()), null);
        refuses(VALUE, List.of(), null);
        refuses(usd("8677.80"), List.of(discounted("10"), ACCEPTED.getLast()), null);
        var euro = new ReviseContract(Money.of("9642.00", "EUR"), List.of(), TERMS, null, HALVES);
        fromQuotation(HALVES).when(euro).thenRefused(CURRENCIES_MIXED, "/value/currency");
    }

    @Test
    @DisplayName(
            "R-100: payments stay as they were accepted; where the quotation states none they are agreed with the contract")
    void payments_that_were_accepted_stay() {
        var all = List.of(share("all", "100", Trigger.SIGNATURE));
        fromQuotation(HALVES)
                .when(new ReviseContract(VALUE, ACCEPTED, TERMS, null, all))
                .thenRefused(ACCEPTED_TERMS_DIFFER, "/payments");
        fromQuotation(HALVES)
                .when(new ReviseContract(VALUE, ACCEPTED, TERMS, null, null))
                .thenRefused(ACCEPTED_TERMS_DIFFER, "/payments");
        fromQuotation(null)
                .when(new ReviseContract(VALUE, ACCEPTED, TERMS, null, all))
                .then(new ContractRevised(VALUE, VALUE, ACCEPTED, TERMS, null, all));
    }

    @Test
    @DisplayName(
            "R-100, R-123: everything else may be revised, however the numbers are written, and the lines stay traced")
    void what_is_not_commercial_is_free() {
        var spelled = List.of(
                new ContractLine("GTX Pro", null, new BigDecimal("2.00"), usd("4821.00"), new BigDecimal("0.0")),
                line("service", "0.50", "0.00"));
        var halves = List.of(share("advance", "50.0", Trigger.SIGNATURE), share("rest", "50", Trigger.ACCEPTANCE));
        fromQuotation(HALVES)
                .when(new ReviseContract(VALUE, spelled, LATER, null, halves))
                .then(new ContractRevised(VALUE, VALUE, ACCEPTED, LATER, null, halves));
    }

    @Test
    @DisplayName("R-123: a line is not said to be of another item than it was accepted for")
    void a_line_keeps_its_item() {
        var other = new AgreedItem(new UUID(1, 2), 4, null, null, null);
        refuses(VALUE, List.of(line("GTX Pro", "2", "4821.00").of(other), ACCEPTED.getLast()), null);
        refuses(VALUE, List.of(ACCEPTED.getFirst(), ACCEPTED.getLast().of(POSITION)), null);
    }

    @Test
    @DisplayName(
            "R-100: a contract that was revised away before that was asked may stay as it is, or return to what was accepted")
    void one_of_before_may_stay() {
        var less = List.of(line("GTX Pro", "1", "4821.00"));
        var old = fromQuotation(null).given(new ContractRevised(VALUE, usd("4821.00"), less, TERMS, null, null));
        old.when(new ReviseContract(usd("4821.00"), less, LATER, null, null))
                .then(new ContractRevised(usd("4821.00"), usd("4821.00"), less, LATER, null, null));
        old.when(new ReviseContract(VALUE, ACCEPTED, TERMS, null, null))
                .then(new ContractRevised(usd("4821.00"), VALUE, ACCEPTED, TERMS, null, null));
        old.when(new ReviseContract(usd("0.00"), List.of(), TERMS, null, null))
                .thenRefused(ACCEPTED_TERMS_DIFFER, "/lines");
    }

    @Test
    @DisplayName("R-100: another basis than a quotation leaves its terms free")
    void another_basis_is_free() {
        var one = List.of(line("GTX Pro", "1", "4821.00"));
        nothing()
                .given(drafted(Basis.RENEWAL, LINES, TERMS))
                .when(new ReviseContract(usd("4821.00"), one, TERMS, null, null))
                .then(new ContractRevised(VALUE, usd("4821.00"), one, TERMS, null, null));
    }

    private static void refuses(Money value, List<ContractLine> lines, @Nullable List<PaymentTerm> payments) {
        fromQuotation(payments)
                .when(new ReviseContract(value, lines, TERMS, null, payments))
                .thenRefused(ACCEPTED_TERMS_DIFFER, "/lines");
    }

    private static ContractLine discounted(String percent) {
        return new ContractLine(
                "GTX Pro", null, new BigDecimal("2"), usd("4821.00"), new BigDecimal(percent), POSITION);
    }

    private static PaymentTerm share(String label, String percent, Trigger trigger) {
        return new PaymentTerm(label, null, new BigDecimal(percent), trigger, null, null, null);
    }

    private static Scenario<Contract, ContractCommand, ContractEvent> fromQuotation(
            @Nullable List<PaymentTerm> payments) {
        var drafted = nothing()
                .when(new DraftFromQuotation(
                        QUOTATION, OPPORTUNITY, ACCOUNT, "kim", VALUE, ACCEPTED, TERMS, payments, null, null))
                .decision();
        return nothing().given((ContractDrafted) drafted.events().getFirst());
    }
}
