package io.milepost.contracts;

import static io.milepost.contracts.changeorder.ChangeOrderCatalogue.CHANGE_ORDER;
import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.deposit.DepositCatalogue.DEPOSIT;
import static io.milepost.contracts.launchphase.LaunchPhaseCatalogue.LAUNCH_PHASE;
import static io.milepost.contracts.obligation.ObligationRegisterCatalogue.OBLIGATION_REGISTER;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;
import static io.milepost.contracts.reviewmatrix.ReviewMatrixCatalogue.REVIEW_MATRIX;
import static io.milepost.contracts.salesorder.SalesOrderCatalogue.SALES_ORDER;
import static io.milepost.contracts.sellableunit.SellableUnitCatalogue.SELLABLE_UNIT;
import static io.milepost.contracts.subscription.SubscriptionCatalogue.SUBSCRIPTION;
import static io.milepost.contracts.termsassessment.TermsAssessmentCatalogue.TERMS_ASSESSMENT;
import static io.milepost.platform.auditrecord.AuditRecordCatalogue.AUDIT_RECORD;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;

import io.milepost.contracts.changeorder.ChangeOrder;
import io.milepost.contracts.changeorder.ChangeOrder.Origin;
import io.milepost.contracts.changeorder.ChangeOrderCatalogue;
import io.milepost.contracts.changeorder.ChangeOrderCommand;
import io.milepost.contracts.changeorder.ChangeOrderCommand.LineChange;
import io.milepost.contracts.changeorder.ChangeOrderEvent;
import io.milepost.contracts.changeorder.ChangeOrderEvent.*;
import io.milepost.contracts.contract.Contract.Basis;
import io.milepost.contracts.contract.Contract.ProcessName;
import io.milepost.contracts.contract.ContractEvent.ContractCopiesDelivered;
import io.milepost.contracts.deposit.DepositCatalogue;
import io.milepost.contracts.kernel.AmendedLine;
import io.milepost.contracts.kernel.AmendedTerms;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.Debtor;
import io.milepost.contracts.kernel.NumberedLine;
import io.milepost.contracts.kernel.ObligationTerm;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.StandardReviews;
import io.milepost.contracts.kernel.Terms;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.obligation.ObligationRegisterCatalogue;
import io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue;
import io.milepost.contracts.salesorder.SalesOrder.OrderLine;
import io.milepost.contracts.subscription.SubscriptionCatalogue;
import io.milepost.contracts.termsassessment.TermsAssessment.Deviation;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.documents.Samples;
import io.milepost.platform.notice.NoticeCatalogue;
import io.milepost.platform.testkit.CatalogueWalk;
import io.milepost.platform.testkit.ContractFiles;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds for every aggregate of this service: names, published files, laws. */
class CatalogueTest {
    private static final List<Catalogue<?, ?, ?>> CATALOGUES = List.of(
            CONTRACT,
            CHANGE_ORDER,
            PAYMENT_SCHEDULE,
            SALES_ORDER,
            OBLIGATION_REGISTER,
            TERMS_ASSESSMENT,
            REVIEW_MATRIX,
            LAUNCH_PHASE,
            SELLABLE_UNIT,
            DEPOSIT,
            SUBSCRIPTION,
            DOCUMENT,
            DOCUMENT_KIND,
            AUDIT_RECORD,
            NoticeCatalogue.of(
                    PaymentScheduleCatalogue.OVERDUE_NOTICE,
                    PaymentScheduleCatalogue.REMINDER_NOTICE,
                    PaymentScheduleCatalogue.ESCALATION_NOTICE,
                    ObligationRegisterCatalogue.OVERDUE_NOTICE,
                    ChangeOrderCatalogue.REJECTED_NOTICE,
                    DepositCatalogue.REJECTED_NOTICE,
                    DepositCatalogue.TOP_UP_NOTICE,
                    DepositCatalogue.TOP_UP_OVERDUE_NOTICE,
                    DepositCatalogue.EXPIRED_NOTICE,
                    SubscriptionCatalogue.ENTRY_FAILED_NOTICE,
                    SubscriptionCatalogue.ENTRY_OVERDUE_NOTICE,
                    SubscriptionCatalogue.SIGNING_NOTICE,
                    SubscriptionCatalogue.SIGNING_OVERDUE_NOTICE,
                    SubscriptionCatalogue.PAPERS_NOTICE,
                    SubscriptionCatalogue.RETURNED_NOTICE));

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final List<Review> REVIEWS = List.of(Review.FINANCE, Review.TECHNICAL);

    /** What the examples of requests say where the name of a field is no good value. */
    private static final Samples EXAMPLES = Samples.choosing("""
            {
              "DraftContract.basis": "RENEWAL",
              "DraftContract.basisReason": "the contract of last year goes on",
              "OpenObligationRegister.id": "b80bb774-0288-3da1-b201-890375a60c8f",
              "OpenObligationRegister.contractId": "b80bb774-0288-3da1-b201-890375a60c8f",
              "AssessStandardTerms.id": "b80bb774-0288-3da1-b201-890375a60c8f",
              "AssessStandardTerms.opportunityId": "b80bb774-0288-3da1-b201-890375a60c8f",
              "DraftContract.lines": [{"product": "GTX Pro", "quantity": 1, "unitPrice": {"amount": "1250.00", "currency": "USD"}}],
              "DraftContract.payments": [{"label": "advance", "percent": 50, "trigger": "SIGNATURE"}, {"label": "rest", "percent": 50, "trigger": "ACCEPTANCE", "daysAfter": 10}],
              "ReviseContract.lines": [{"product": "GTX Pro", "quantity": 1, "unitPrice": {"amount": "1250.00", "currency": "USD"}}],
              "ReviseContract.payments": [{"label": "advance", "percent": 50, "trigger": "SIGNATURE"}, {"label": "rest", "percent": 50, "trigger": "ACCEPTANCE", "daysAfter": 10}],
              "PlanPayments.payments": [{"label": "advance", "percent": 50, "trigger": "SIGNATURE"}, {"label": "rest", "percent": 50, "trigger": "ACCEPTANCE", "daysAfter": 10}],
              "AssessImpact.lines": [{"becomes": {"product": "training", "quantity": 1, "unitPrice": {"amount": "250.00", "currency": "USD"}}}],
              "AssessImpact.payments": [{"label": "advance", "percent": 50, "trigger": "SIGNATURE"}, {"label": "rest", "percent": 50, "trigger": "ACCEPTANCE", "daysAfter": 10}],
              "AssessImpact.moves": [],
              "AssessImpact.effectiveOn": "2070-12-31",
              "AssessImpact.terms": {"deliveryDeadline": "2070-12-31"},
              "DefineDocumentKind.approvers": ["SALES_MANAGER"],
              "ReviseDocumentKind.approvers": ["SALES_MANAGER"],
              "DraftDocument.kindId": "0190c000-0000-7000-8000-000000000051",
              "ApproveDocument.effectiveOn": "2026-12-31",
              "TriggerInstalment.number": 2,
              "IssueInvoice.number": 1,
              "RecordReceipt.instalment": 1,
              "MatchReceipt.number": 1,
              "MatchReceipt.receiptNo": "R-1",
              "ReverseReceipt.receiptNo": "R-1",
              "ReceiveOrder.lines": [{"product": "GTX Pro", "quantity": 1, "unitPrice": {"amount": "1250.00", "currency": "USD"}}],
              "ReceiveOrder.requestedFor": "2070-12-31",
              "OpenLaunchPhase.kind": "PUBLIC_SALE",
              "OpenLaunchPhase.terms": {"deposit": {"amount": "1000.00", "currency": "USD"}, "graceDays": 3,
                "earnestCapPercent": 20, "forfeitPercent": 10, "signingGraceDays": 5, "sideAgreements": ["house rules"], "pack": ["floor plan"]},
              "CompleteLetter.method": "LUMP_SUM",
              "CompleteLetter.papersBy": null,
              "CompleteLetter.contractOn": "2070-12-31",
              "RescheduleSigning.contractOn": "2070-12-31",
              "SignSubscription.agreements": ["house rules"],
              "DeliverPack.documents": ["floor plan"],
              "ReviseTerms.terms": {"deposit": {"amount": "1500.00", "currency": "USD"}, "graceDays": 3,
                "earnestCapPercent": 20, "forfeitPercent": 10, "signingGraceDays": 5, "sideAgreements": ["house rules"], "pack": ["floor plan"]}
            }""");

    @Test
    void everything_is_declared_and_well_named() {
        CatalogueWalk.check(CATALOGUES);
    }

    @Test
    void what_is_published_was_approved() {
        ContractFiles.check("contract", CATALOGUES, List.of(), EXAMPLES);
    }

    @Test
    void laws_of_the_contract() {
        var price = Money.of("12.50", "USD");
        var line = new ContractLine("GTX Pro", null, BigDecimal.ONE, price, null);
        var terms = new Terms("a", LocalDate.EPOCH, "b", "c", "d", null);
        Laws.of(CONTRACT)
                .suggesting("value", price)
                .suggesting("basis", Basis.RENEWAL, Basis.RENEWAL, Basis.MIGRATED)
                .suggesting("lines", List.of(line))
                .suggesting("DraftContract.terms", terms)
                .suggesting("ReviseContract.terms", terms)
                .suggesting("DraftFromQuotation.terms", terms)
                .suggesting("clauses", List.of(), List.of(), List.of(new Clause("P-1", Clause.Kind.SPECIAL, "penalty")))
                .suggesting("payments", List.of(), List.of(), halves())
                .suggesting("EditClause.code", "P-1")
                .suggesting("EditClause.kind", Clause.Kind.STANDARD)
                .suggesting("EditClause.text", "penalty")
                .suggesting("review", Review.TECHNICAL, Review.TECHNICAL, Review.LEGAL, Review.FINANCE)
                .suggesting("DecideReview.reason", "scope")
                .suggesting("rules", StandardReviews.RULES)
                .suggesting("DraftContract.process", new ProcessName("north", 4))
                .suggesting("signedOn", LocalDate.EPOCH)
                .suggesting("effectiveOn", LocalDate.EPOCH)
                .suggesting("NoteChangeOrder.change", price)
                .suggesting("AmendContract.lines", List.of(new AmendedLine(null, null, line)), List.of())
                .rare(ContractCopiesDelivered.class)
                .terminal("CLOSED")
                .check();
    }

    @Test
    void laws_of_the_change_order() {
        changeOrders()
                .rare(ChangeOrderSigned.class)
                .rare(ChangeOrderApplied.class)
                .check();
    }

    @Test
    void laws_of_an_approved_change_order() {
        var id = new UUID(1, 2);
        var none = Money.of("0.00", "USD");
        changeOrders()
                .after(
                        new ChangeOrderRequested(id, id, id, "kim", Origin.OURS, "training", null, null, TODAY),
                        new ChangeImpactAssessed(
                                id, List.of(), none, none, none, null, null, null, null, null, null, null, REVIEWS),
                        new ChangeReviewRequested(id, REVIEWS),
                        new ChangeReviewPassed(id, Review.FINANCE),
                        new ChangeReviewPassed(id, Review.TECHNICAL),
                        new ChangeOrderApproved(id, LocalDate.EPOCH))
                .rare(ChangeOrderRequested.class)
                .rare(ChangeReviewRequested.class)
                .rare(ChangeReviewPassed.class)
                .rare(ChangeOrderApproved.class)
                .rare(ChangeOrderRejected.class)
                .check();
    }

    private static Laws<ChangeOrder, ChangeOrderCommand, ChangeOrderEvent> changeOrders() {
        var line = new ContractLine("GTX Pro", null, BigDecimal.ONE, Money.of("12.50", "USD"), null);
        return Laws.of(CHANGE_ORDER)
                .suggesting("ContractToChange.lines", List.of(new NumberedLine(1, line)))
                .suggesting("ContractToChange.value", Money.of("12.50", "USD"))
                .suggesting("ContractToChange.signedOn", LocalDate.EPOCH)
                .suggesting("ContractToChange.closed", false)
                .suggesting("ContractToChange.reviewers", List.of(Review.TECHNICAL))
                .suggesting("RequestChange.subject", "training")
                .suggesting("AssessImpact.lines", List.of(new LineChange(null, line)))
                .suggesting("AssessImpact.terms", new AmendedTerms("a", null, null, null, null))
                .suggesting("AssessImpact.explanation", "more")
                .suggesting("AssessImpact.clauses", List.of())
                .suggesting("AssessImpact.payments", List.of())
                .suggesting("AssessImpact.moves", List.of())
                .suggesting("AssessImpact.effectiveOn", TODAY.plusDays(2))
                .suggesting("DecideChange.passed", true, true, true, true, false)
                .suggesting("DecideChange.review", Review.TECHNICAL, Review.FINANCE)
                .suggesting("DecideChange.reason", "price")
                .suggesting("WithdrawChange.reason", " ")
                .waits(ChangeOrderCatalogue.EFFECTIVE_DAY)
                .terminal("APPLIED", "REJECTED", "WITHDRAWN");
    }

    @Test
    void laws_of_the_review_matrix() {
        Laws.of(REVIEW_MATRIX).check();
    }

    @Test
    void laws_of_the_sales_order() {
        var line = new OrderLine("GTX Pro", BigDecimal.ONE, Money.of("12.50", "USD"));
        Laws.of(SALES_ORDER)
                .suggesting("lines", List.of(line), List.of(line, line), List.of())
                .suggesting("owner", "kim")
                .suggesting("contractId", new UUID(1, 2))
                .suggesting("findings", List.of(), List.of(), List.of("alpha"))
                .suggesting("requestedFor", LocalDate.parse("2027-01-01"))
                .suggesting("receivedOn", LocalDate.parse("2026-03-01"))
                .suggesting("StartFulfilment.on", LocalDate.EPOCH)
                .suggesting("OrderedUnder.closed", false)
                .terminal("RETURNED", "CANCELLED", "FULFILLED")
                .check();
    }

    @Test
    void laws_of_the_register_of_obligations() {
        Laws.of(OBLIGATION_REGISTER)
                .suggesting(
                        "OwedUnder.terms",
                        List.of(
                                new ObligationTerm("S-1", Debtor.CUSTOMER, "prepares the site", 30),
                                new ObligationTerm("T.1", Debtor.OURS, "trains the operators", 60)))
                .suggesting("contractId", Scenario.ID)
                .suggesting("owner", "kim")
                .suggesting("code", "S-1", "T-1")
                .suggesting("dueOn", LocalDate.parse("2026-03-05"))
                .suggesting("FulfilObligation.on", LocalDate.EPOCH)
                .waits(ObligationRegisterCatalogue.OVERDUE)
                .check();
    }

    @Test
    void laws_of_the_assessment_of_standard_terms() {
        var deviation = new Deviation("P-1", "60 days net", List.of(Review.FINANCE));
        Laws.of(TERMS_ASSESSMENT)
                .suggesting("opportunityId", Scenario.ID)
                .suggesting("deviations", List.of(), List.of(deviation), List.of(deviation, deviation))
                .check();
    }

    private static List<PaymentTerm> halves() {
        return List.of(half(Trigger.SIGNATURE, null), half(Trigger.MILESTONE, "alpha"));
    }

    private static PaymentTerm half(Trigger trigger, String milestone) {
        return new PaymentTerm("half", null, new BigDecimal("50"), trigger, null, milestone, null);
    }
}
