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
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT_EFFECT;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;

import io.milepost.contracts.automation.WhenChangeEscalatedThenRequestChange;
import io.milepost.contracts.automation.WhenChangeOrderMovesThenAmendContract;
import io.milepost.contracts.automation.WhenComprehensiveAcceptedThenTriggerInstalments;
import io.milepost.contracts.automation.WhenContractAmendedThenRebaselinePayments;
import io.milepost.contracts.automation.WhenContractSignedThenOpenObligationRegister;
import io.milepost.contracts.automation.WhenContractSignedThenPlanPayments;
import io.milepost.contracts.automation.WhenContractVoidedThenNothingIsOwed;
import io.milepost.contracts.automation.WhenDealMovesThenNoteIt;
import io.milepost.contracts.automation.WhenDeliveryEndsThenCarryOutContract;
import io.milepost.contracts.automation.WhenDepositMovesThenUnitFollows;
import io.milepost.contracts.automation.WhenMilestoneReachedThenTriggerInstalments;
import io.milepost.contracts.automation.WhenOrderMovesThenNoteCallOff;
import io.milepost.contracts.automation.WhenQuotationAcceptedThenDraftContract;
import io.milepost.contracts.automation.WhenQuotationSupersededThenWithdrawContract;
import io.milepost.contracts.automation.WhenSaleMovesThenOthersFollow;
import io.milepost.contracts.automation.WhenSettlementCompletedThenClaimFinalPayment;
import io.milepost.contracts.automation.WhenSettlementDisputedThenPauseCollection;
import io.milepost.contracts.automation.WhenSinglePointAcceptedThenTriggerInstalments;
import io.milepost.contracts.automation.WhenSurplusMovesThenOtherContractFollows;
import io.milepost.contracts.automation.WhenVersionPublishedThenNoteReviewMatrix;
import io.milepost.contracts.automation.WhenVoidingGrantedThenVoidContract;
import io.milepost.contracts.changeorder.ChangeOrderCatalogue;
import io.milepost.contracts.contract.ContractCatalogue;
import io.milepost.contracts.deposit.DepositCatalogue;
import io.milepost.contracts.external.ExternalSalesConfiguration;
import io.milepost.contracts.obligation.ObligationRegisterCatalogue;
import io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue;
import io.milepost.contracts.subscription.SubscriptionCatalogue;
import io.milepost.platform.Platform;
import io.milepost.platform.Service;
import io.milepost.platform.controlled.SeededKinds;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts contract-service, and says what it consists of. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({Platform.class, ExternalSalesConfiguration.class})
public class ContractServiceApplication {
    private static final Service SERVICE = Service.of("contract")
            .decides(
                    CONTRACT,
                    CONTRACT_VOIDING,
                    CHANGE_ORDER,
                    PAYMENT_SCHEDULE,
                    SALES_ORDER,
                    OBLIGATION_REGISTER,
                    TERMS_ASSESSMENT,
                    CLAUSE_TEMPLATE,
                    REVIEW_MATRIX,
                    CALL_OFF,
                    DEAL_COPY,
                    LAUNCH_PHASE,
                    SELLABLE_UNIT,
                    DEPOSIT,
                    SUBSCRIPTION,
                    DOCUMENT,
                    DOCUMENT_KIND)
            .reacts(
                    WhenQuotationAcceptedThenDraftContract.AUTOMATION,
                    WhenVersionPublishedThenNoteReviewMatrix.AUTOMATION,
                    WhenQuotationSupersededThenWithdrawContract.AUTOMATION,
                    WhenDealMovesThenNoteIt.REJECTED,
                    WhenDealMovesThenNoteIt.LOST,
                    WhenDealMovesThenNoteIt.WITHDRAWN,
                    WhenDealMovesThenNoteIt.REOPENED,
                    WhenDealMovesThenNoteIt.IDENTIFIED,
                    WhenDealMovesThenNoteIt.REVIEWED,
                    WhenDealMovesThenNoteIt.CLOSED,
                    // Before the payments, which are parked where somebody planned them by hand.
                    WhenContractSignedThenOpenObligationRegister.AUTOMATION,
                    WhenContractSignedThenPlanPayments.AUTOMATION,
                    WhenChangeEscalatedThenRequestChange.AUTOMATION,
                    WhenChangeOrderMovesThenAmendContract.ASSESSED,
                    WhenChangeOrderMovesThenAmendContract.REJECTED,
                    WhenChangeOrderMovesThenAmendContract.WITHDRAWN,
                    WhenChangeOrderMovesThenAmendContract.APPLIED,
                    WhenContractAmendedThenRebaselinePayments.AUTOMATION,
                    WhenSurplusMovesThenOtherContractFollows.MOVED,
                    WhenSurplusMovesThenOtherContractFollows.RETURNED,
                    WhenOrderMovesThenNoteCallOff.CONFIRMED,
                    WhenOrderMovesThenNoteCallOff.CANCELLED,
                    WhenMilestoneReachedThenTriggerInstalments.AUTOMATION,
                    WhenSettlementCompletedThenClaimFinalPayment.AUTOMATION,
                    WhenSettlementDisputedThenPauseCollection.DISPUTED,
                    WhenSettlementDisputedThenPauseCollection.CONFIRMED,
                    WhenSinglePointAcceptedThenTriggerInstalments.AUTOMATION,
                    WhenComprehensiveAcceptedThenTriggerInstalments.AUTOMATION,
                    WhenVoidingGrantedThenVoidContract.AUTOMATION,
                    WhenContractVoidedThenNothingIsOwed.PAYMENTS,
                    WhenContractVoidedThenNothingIsOwed.OBLIGATIONS,
                    WhenDeliveryEndsThenCarryOutContract.TAKEN_OVER,
                    WhenDeliveryEndsThenCarryOutContract.PERFORMED,
                    WhenDeliveryEndsThenCarryOutContract.CLOSED,
                    WhenDepositMovesThenUnitFollows.PAID,
                    WhenDepositMovesThenUnitFollows.PARTLY_PAID,
                    WhenDepositMovesThenUnitFollows.TOPPED_UP,
                    WhenDepositMovesThenUnitFollows.EXPIRED,
                    WhenDepositMovesThenUnitFollows.LEFT_UNSIGNED,
                    WhenDepositMovesThenUnitFollows.CANCELLED,
                    WhenDepositMovesThenUnitFollows.CONVERTED,
                    WhenSaleMovesThenOthersFollow.CONTRACT_SIGNED,
                    WhenSaleMovesThenOthersFollow.PAYMENTS_PLANNED,
                    WhenSaleMovesThenOthersFollow.CREDITED,
                    WhenSaleMovesThenOthersFollow.CONVERTED,
                    WhenSaleMovesThenOthersFollow.CANCELLED,
                    WhenSaleMovesThenOthersFollow.EXPIRED,
                    WhenSaleMovesThenOthersFollow.SUBSCRIBED)
            .waits(
                    PaymentScheduleCatalogue.AGREED_DAY,
                    PaymentScheduleCatalogue.OVERDUE,
                    PaymentScheduleCatalogue.REMINDER,
                    PaymentScheduleCatalogue.ESCALATION,
                    ObligationRegisterCatalogue.OVERDUE,
                    ChangeOrderCatalogue.EFFECTIVE_DAY,
                    DepositCatalogue.TOP_UP_REMINDER,
                    DepositCatalogue.TOP_UP_OVERDUE,
                    DepositCatalogue.HOLD_EXPIRY,
                    SubscriptionCatalogue.ENTRY_OVERDUE,
                    SubscriptionCatalogue.ENTRY_RETRY,
                    SubscriptionCatalogue.SIGNING_REMINDER,
                    SubscriptionCatalogue.SIGNING_OVERDUE,
                    SubscriptionCatalogue.PAPERS_OVERDUE,
                    SubscriptionCatalogue.EXPIRY,
                    DOCUMENT_EFFECT)
            .tells(
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
                    SubscriptionCatalogue.RETURNED_NOTICE)
            .seeds(SeededKinds.of(ContractServiceApplication.class));

    @Bean
    Service service() {
        return SERVICE;
    }

    public static void main(String[] args) {
        SpringApplication.run(ContractServiceApplication.class, args);
    }
}
