package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.StandardClause;
import io.milepost.contracts.kernel.StandardWording;
import io.milepost.contracts.kernel.Terms;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Contracts as tests need them: two presses for 9,642.00 USD, complete unless said otherwise. */
final class Contracts {
    static final UUID QUOTATION = UUID.fromString("01900000-0000-7000-8000-0000000000a1");
    static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000a2");
    static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-0000000000a3");
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final LocalDate YESTERDAY = TODAY.minusDays(1);

    static final Money VALUE = usd("9642.00");
    static final List<ContractLine> LINES = List.of(line("GTX Pro", "2", "4821.00"));
    static final Terms TERMS =
            new Terms("ISO 9001", LocalDate.parse("2026-09-30"), "30 days net", "delivery and set-up", "1 year", null);

    /** Of the template that contracts here are drafted from, though none of their clauses is written yet. */
    static final StandardWording WORDING =
            new StandardWording("north", 2, List.of(new StandardClause("W-1", "Warranty", "warranty", false)));

    private Contracts() {}

    static DraftContract draft(Money value, List<ContractLine> lines, Terms terms) {
        return new DraftContract(
                "C-1",
                Basis.RENEWAL,
                "as said",
                null,
                OPPORTUNITY,
                ACCOUNT,
                "kim",
                value,
                lines,
                terms,
                null,
                null,
                null,
                null);
    }

    static ContractDrafted drafted(Basis basis, List<ContractLine> lines, Terms terms) {
        return new ContractDrafted(
                "C-1",
                basis,
                "as said",
                QUOTATION,
                OPPORTUNITY,
                ACCOUNT,
                "kim",
                VALUE,
                lines,
                terms,
                null,
                null,
                null,
                null,
                null,
                null,
                WORDING,
                null,
                null);
    }

    static ContractSigned signed(LocalDate day) {
        return new ContractSigned(
                OPPORTUNITY,
                ACCOUNT,
                "kim",
                VALUE,
                day,
                Basis.QUOTATION,
                null,
                null,
                null,
                null,
                TERMS.qualityStandard());
    }

    static ContractPartySigned by(Party party, LocalDate day) {
        return new ContractPartySigned(party, "sealed name", day, null);
    }

    static Scenario<Contract, ContractCommand, ContractEvent> nothing() {
        return Scenario.of(CONTRACT);
    }

    static Scenario<Contract, ContractCommand, ContractEvent> aDraft() {
        return nothing().given(drafted(Basis.QUOTATION, LINES, TERMS));
    }

    static Scenario<Contract, ContractCommand, ContractEvent> anApprovedContract() {
        return aDraft().given(
                        new ContractReviewRequested(List.of(Review.TECHNICAL)),
                        new ContractReviewPassed(Review.TECHNICAL),
                        new ContractApproved(List.of(Review.TECHNICAL)));
    }

    static Scenario<Contract, ContractCommand, ContractEvent> aContractOutForSignature() {
        return anApprovedContract().given(new ContractSentForSignature(OPPORTUNITY, YESTERDAY, null));
    }

    static Scenario<Contract, ContractCommand, ContractEvent> aContractSignedBy(Party party, LocalDate day) {
        return aContractOutForSignature().given(by(party, day));
    }

    static Scenario<Contract, ContractCommand, ContractEvent> aSignedContract() {
        return aContractSignedBy(Party.SELLER, YESTERDAY).given(by(Party.CUSTOMER, TODAY), signed(TODAY));
    }

    static ContractLine line(String product, String quantity, String unitPrice) {
        return new ContractLine(product, null, new BigDecimal(quantity), usd(unitPrice), null);
    }

    static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
