package io.milepost.contracts;

import static io.milepost.contracts.calloff.CallOffCatalogue.CALL_OFF;
import static io.milepost.contracts.changeorder.ChangeOrderCatalogue.CHANGE_ORDER;
import static io.milepost.contracts.clausetemplate.ClauseTemplateCatalogue.CLAUSE_TEMPLATE;
import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.contractvoiding.ContractVoidingCatalogue.CONTRACT_VOIDING;
import static io.milepost.contracts.dealcopy.DealCopyCatalogue.DEAL_COPY;
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
import static io.milepost.platform.privacy.ErasureCatalogue.ERASURE;
import static io.milepost.platform.webhook.WebhookCatalogue.WEBHOOK;

import io.milepost.contracts.changeorder.ChangeOrderCatalogue;
import io.milepost.contracts.changeorder.ChangeOrderEvent.*;
import io.milepost.contracts.contract.ContractCatalogue;
import io.milepost.contracts.deposit.DepositCatalogue;
import io.milepost.contracts.kernel.Debtor;
import io.milepost.contracts.kernel.ObligationTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.StandardClause;
import io.milepost.contracts.kernel.StandardWording;
import io.milepost.contracts.kernel.Wordings;
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
import io.milepost.platform.testkit.PermissionMatrix;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for every aggregate of this service: names, published files, laws. */
class CatalogueTest {
    static final List<Catalogue<?, ?, ?>> CATALOGUES = List.of(
            CONTRACT,
            CONTRACT_VOIDING,
            CHANGE_ORDER,
            PAYMENT_SCHEDULE,
            SALES_ORDER,
            OBLIGATION_REGISTER,
            TERMS_ASSESSMENT,
            CLAUSE_TEMPLATE,
            REVIEW_MATRIX,
            LAUNCH_PHASE,
            SELLABLE_UNIT,
            CALL_OFF,
            DEAL_COPY,
            DEPOSIT,
            SUBSCRIPTION,
            DOCUMENT,
            DOCUMENT_KIND,
            AUDIT_RECORD,
            ERASURE,
            WEBHOOK,
            NoticeCatalogue.of(
                    PaymentScheduleCatalogue.OVERDUE_NOTICE,
                    PaymentScheduleCatalogue.ADVANCE_NOTICE,
                    PaymentScheduleCatalogue.REMINDER_NOTICE,
                    PaymentScheduleCatalogue.ESCALATION_NOTICE,
                    ObligationRegisterCatalogue.OVERDUE_NOTICE,
                    ContractCatalogue.REVIEW_NOTICE,
                    ContractCatalogue.REJECTED_NOTICE,
                    ChangeOrderCatalogue.REVIEW_NOTICE,
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

    static final Wordings WORDINGS = new Wordings(List.of(new Wordings.Dated(
            LocalDate.EPOCH,
            new StandardWording("standard", 1, List.of(new StandardClause("P-1", "Penalty", "penalty", true))))));

    /** What the examples of requests say where the name of a field is no good value. */
    private static final Samples EXAMPLES = Samples.choosing("""
        {
          "DraftContract.basis": "RENEWAL",
          "DraftContract.basisReason": "the contract of last year goes on",
          "DefineClauseTemplate.id": "65fcdc17-bea7-384f-ad1f-4ef73c1630b7",
          "DefineClauseTemplate.name": "north",
          "PublishWording.version": 1,
          "PublishWording.effectiveOn": "2070-12-31",
          "RetireWording.version": 1,
          "ReviseContract.clauses": [{"code": "W-1", "text": "We warrant for two years."}],
          "DraftContract.clauses": [{"code": "W-1", "text": "We warrant for two years."}],
          "DraftContract.clauseTemplate": null,
          "EditClause.kind": null,
          "AssessImpact.clauses": [{"code": "W-1", "text": "We warrant for two years."}],
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
        }\
        """);

    @Test
    void everything_is_declared_and_well_named() {
        CatalogueWalk.check(CATALOGUES);
    }

    @Test
    void what_is_published_was_approved() {
        ContractFiles.check("contract", CATALOGUES, List.of(), EXAMPLES);
    }

    @Test
    @DisplayName("R-189: who may do what by each operation stands in docs/permissions.md as it is in the code")
    void what_each_role_may_do_is_published() {
        PermissionMatrix.of("contract", CATALOGUES).verify();
    }

    @Test
    void laws_of_the_clause_template() {
        Laws.of(CLAUSE_TEMPLATE)
                .suggesting("DefineClauseTemplate.name", "standard")
                .suggesting("clauses", WORDINGS.versions().getFirst().wording().clauses(), List.of())
                .suggesting("version", 1, 2)
                .suggesting("effectiveOn", TODAY.plusDays(2))
                .check();
    }

    @Test
    void laws_of_the_review_matrix() {
        Laws.of(REVIEW_MATRIX).check();
    }

    @Test
    void laws_of_the_copy_of_a_deal() {
        Laws.of(DEAL_COPY).suggesting("riskId", new UUID(3, 1), new UUID(3, 2)).check();
    }

    @Test
    void laws_of_what_was_called_off() {
        Laws.of(CALL_OFF).suggesting("orderId", new UUID(3, 1), new UUID(3, 2)).check();
    }

    @Test
    void laws_of_the_voiding_of_a_contract() {
        Laws.of(CONTRACT_VOIDING)
                .suggesting("SignedByMistake.signed", true)
                .suggesting("begun", false)
                .suggesting("changing", false)
                .suggesting("there", false)
                .suggesting("invoiced", false)
                .suggesting("standing", false)
                .suggesting("something", false)
                .suggesting("sold", false)
                .terminal("GRANTED", "DENIED")
                .check();
    }

    @Test
    void laws_of_the_sales_order() {
        var line = new OrderLine("GTX Pro", BigDecimal.ONE, Money.of("12.50", "USD"), null);
        Laws.of(SALES_ORDER)
                .suggesting("lines", List.of(line), List.of(line), List.of(line), List.of(line, line), List.of())
                .suggesting("owner", "kim")
                .suggesting("contractId", new UUID(1, 2))
                .suggesting("findings", List.of(), List.of(), List.of(), List.of(), List.of("alpha"))
                .suggesting("requestedFor", LocalDate.parse("2027-01-01"))
                .suggesting("receivedOn", LocalDate.parse("2026-03-01"))
                .suggesting("StartFulfilment.on", LocalDate.EPOCH)
                .suggesting("OrderedUnder.closed", false)
                .suggesting("OrderedUnder.effective", true)
                .suggesting("PaidFor.held", false)
                .suggesting("OrderedUnder.lines", List.of())
                .suggesting("accountId", new UUID(1, 2))
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
}
