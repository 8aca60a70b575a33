package io.milepost.contracts;

import static io.milepost.contracts.CatalogueTest.WORDINGS;
import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;

import io.milepost.contracts.changeorder.ChangeOrderEvent.*;
import io.milepost.contracts.contract.Contract;
import io.milepost.contracts.contract.Contract.Basis;
import io.milepost.contracts.contract.Contract.ProcessName;
import io.milepost.contracts.contract.ContractCommand;
import io.milepost.contracts.contract.ContractEvent;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.contract.ContractEvent.ContractCopiesDelivered;
import io.milepost.contracts.kernel.AmendedLine;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.ClauseRead;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.ReviewRule;
import io.milepost.contracts.kernel.ReviewRule.Cause;
import io.milepost.contracts.kernel.StandardReviews;
import io.milepost.contracts.kernel.Terms;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds in every history of a contract: from its draft, out for signature, and signed. */
class ContractLawsTest {
    private static final Money PRICE = Money.of("12.50", "USD");
    private static final ContractLine LINE = new ContractLine("GTX Pro", null, BigDecimal.ONE, PRICE, null);
    private static final Terms TERMS = new Terms("a", LocalDate.EPOCH, "b", "c", "d", null);
    private static final UUID DEAL = new UUID(1, 2);

    @Test
    void laws_of_the_contract() {
        contracts()
                .rare(ContractSentForSignature.class)
                .rare(ContractReviewAssigned.class)
                .rare(ContractReviewPassed.class)
                .rare(ContractTermsExplained.class)
                .rare(ContractTextChecked.class)
                .rare(ContractSignatureDeclined.class)
                .rare(ContractWithdrawn.class)
                .rare(ContractJudged.class)
                .rare(ContractReviewRejected.class)
                .rare(ContractApproved.class)
                .rare(ContractApprovalVoided.class)
                .rare(ContractSigned.class)
                .rare(ContractBecameEffective.class)
                .rare(ContractCopiesDelivered.class)
                .rare(ContractArchived.class)
                .rare(ContractPerformed.class)
                .rare(ContractClosed.class)
                .rare(ContractForecastChanged.class)
                .rare(ContractAmended.class)
                .rare(ContractHandedOver.class)
                .rare(ContractVoided.class)
                .check();
    }

    @Test
    void laws_of_a_contract_under_review() {
        drafted(contracts(), new ContractReviewRequested(List.of(Review.FINANCE, Review.WHOLE)))
                .rare(ContractDrafted.class)
                .rare(ContractSignatureDeclined.class)
                .rare(ContractWithdrawn.class)
                .rare(ContractTextChecked.class)
                .rare(ContractTermsExplained.class)
                .rare(ContractPartySigned.class)
                .rare(ContractSentForSignature.class)
                .rare(ContractIncompleteFlagged.class)
                .rare(ContractSigned.class)
                .rare(ContractBecameEffective.class)
                .rare(ContractCopiesDelivered.class)
                .rare(ContractArchived.class)
                .rare(ContractPerformed.class)
                .rare(ContractClosed.class)
                .rare(ContractForecastChanged.class)
                .rare(ContractAmended.class)
                .rare(ContractHandedOver.class)
                .rare(ContractVoided.class)
                .check();
    }

    @Test
    void laws_of_a_contract_out_for_signature() {
        var reviews = List.of(Review.FINANCE);
        drafted(
                        contracts(),
                        new ContractReviewRequested(reviews),
                        new ContractReviewPassed(Review.FINANCE),
                        new ContractApproved(reviews),
                        new ContractSentForSignature(DEAL, LocalDate.EPOCH, "another"))
                .rare(ContractDrafted.class)
                .rare(ContractSentForSignature.class)
                .rare(ContractReviewRequested.class)
                .rare(ContractReviewAssigned.class)
                .rare(ContractReviewPassed.class)
                .rare(ContractReviewRejected.class)
                .rare(ContractApproved.class)
                .rare(ContractApprovalVoided.class)
                .rare(ContractJudged.class)
                .rare(ContractRevised.class)
                .rare(ContractClauseChanged.class)
                .rare(ContractTemplateAdopted.class)
                .rare(ContractIncompleteFlagged.class)
                .rare(ContractSigned.class)
                .rare(ContractBecameEffective.class)
                .rare(ContractCopiesDelivered.class)
                .rare(ContractArchived.class)
                .rare(ContractPerformed.class)
                .rare(ContractClosed.class)
                .rare(ContractForecastChanged.class)
                .rare(ContractAmended.class)
                .rare(ContractHandedOver.class)
                .rare(ContractVoided.class)
                .check();
    }

    @Test
    void laws_of_a_signed_contract() {
        drafted(
                        contracts(),
                        new ContractPartySigned(Party.SELLER, null, LocalDate.EPOCH, "one"),
                        new ContractPartySigned(Party.CUSTOMER, null, LocalDate.EPOCH, "another"))
                .rare(ContractDrafted.class)
                .rare(ContractSentForSignature.class)
                .rare(ContractTermsExplained.class)
                .rare(ContractTextChecked.class)
                .rare(ContractSignatureDeclined.class)
                .rare(ContractWithdrawn.class)
                .rare(ContractPartySigned.class)
                .rare(ContractSigned.class)
                .rare(ContractReviewRequested.class)
                .rare(ContractReviewAssigned.class)
                .rare(ContractReviewPassed.class)
                .rare(ContractReviewRejected.class)
                .rare(ContractApproved.class)
                .rare(ContractApprovalVoided.class)
                .rare(ContractJudged.class)
                .rare(ContractRevised.class)
                .rare(ContractClauseChanged.class)
                .rare(ContractTemplateAdopted.class)
                .rare(ContractIncompleteFlagged.class)
                .check();
    }

    private static Laws<Contract, ContractCommand, ContractEvent> contracts() {
        return Laws.of(CONTRACT)
                .suggesting("value", PRICE)
                .suggesting("basis", Basis.RENEWAL, Basis.RENEWAL, Basis.MIGRATED)
                .suggesting("lines", List.of(LINE))
                .suggesting("DraftContract.terms", TERMS)
                .suggesting("ReviseContract.terms", TERMS)
                .suggesting("DraftFromQuotation.terms", TERMS)
                .suggesting("DraftContract.clauses", List.of(), List.of(new ClauseRead("P-1", "penalty")))
                .suggesting("ReviseContract.clauses", List.of(), List.of(new ClauseRead("P-1", "penalty")))
                .suggesting("NamedTemplate.wordings", WORDINGS)
                .suggesting("StandardTemplate.wordings", WORDINGS)
                .suggesting("AmendContract.clauses", List.of(new Clause("P-1", Clause.Kind.SPECIAL, "penalty")))
                .suggesting("payments", List.of(), List.of(), halves())
                .suggesting("EditClause.code", "P-1")
                .suggesting("EditClause.kind", Clause.Kind.SPECIAL)
                .suggesting("EditClause.text", "penalty")
                .suggesting("review", Review.TECHNICAL, Review.TECHNICAL, Review.LEGAL, Review.FINANCE, Review.FINANCE)
                .suggesting("DecideReview.reason", "scope")
                .suggesting(
                        "rules",
                        StandardReviews.RULES,
                        List.of(new ReviewRule(Review.WHOLE, Cause.ALWAYS, null, null, null)))
                .suggesting("asked", List.of())
                .suggesting("fair", true)
                .suggesting("valid", true)
                .suggesting("lawful", true)
                .suggesting("withinPolicy", true, true, false)
                .suggesting("RecordExplanation.to", "Ann")
                .suggesting("RecordExplanation.on", LocalDate.EPOCH)
                .suggesting("AdoptTemplate.name", "standard")
                .suggesting("DraftContract.process", new ProcessName("north", 4))
                .suggesting("signedOn", LocalDate.EPOCH)
                .suggesting("effectiveOn", LocalDate.EPOCH)
                .suggesting("NoteChangeOrder.change", PRICE)
                .suggesting("AmendContract.lines", List.of(new AmendedLine(null, null, LINE)), List.of())
                .terminal("CLOSED", "WITHDRAWN", "VOIDED");
    }

    private static Laws<Contract, ContractCommand, ContractEvent> drafted(
            Laws<Contract, ContractCommand, ContractEvent> laws, ContractEvent... more) {
        var drafted = new ContractDrafted(
                null,
                Basis.RENEWAL,
                "as said",
                null,
                DEAL,
                DEAL,
                "kim",
                PRICE,
                List.of(LINE),
                TERMS,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return laws.after(Stream.concat(Stream.of(drafted), Stream.of(more)).toArray(ContractEvent[]::new));
    }

    private static List<PaymentTerm> halves() {
        return List.of(half(Trigger.SIGNATURE, null), half(Trigger.MILESTONE, "alpha"));
    }

    private static PaymentTerm half(Trigger trigger, String milestone) {
        return new PaymentTerm("half", null, new BigDecimal("50"), trigger, null, milestone, null);
    }
}
