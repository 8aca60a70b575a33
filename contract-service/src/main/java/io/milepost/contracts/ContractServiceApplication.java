package io.milepost.contracts;

import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.obligation.ObligationRegisterCatalogue.OBLIGATION_REGISTER;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;
import static io.milepost.contracts.reviewmatrix.ReviewMatrixCatalogue.REVIEW_MATRIX;
import static io.milepost.contracts.salesorder.SalesOrderCatalogue.SALES_ORDER;
import static io.milepost.contracts.termsassessment.TermsAssessmentCatalogue.TERMS_ASSESSMENT;

import io.milepost.contracts.automation.WhenComprehensiveAcceptedThenTriggerInstalments;
import io.milepost.contracts.automation.WhenContractSignedThenOpenObligationRegister;
import io.milepost.contracts.automation.WhenContractSignedThenPlanPayments;
import io.milepost.contracts.automation.WhenDeliveryEndsThenCarryOutContract;
import io.milepost.contracts.automation.WhenMilestoneReachedThenTriggerInstalments;
import io.milepost.contracts.automation.WhenQuotationAcceptedThenDraftContract;
import io.milepost.contracts.automation.WhenSinglePointAcceptedThenTriggerInstalments;
import io.milepost.contracts.automation.WhenVersionPublishedThenNoteReviewMatrix;
import io.milepost.contracts.obligation.ObligationRegisterCatalogue;
import io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue;
import io.milepost.platform.Platform;
import io.milepost.platform.Service;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts contract-service, and says what it consists of. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(Platform.class)
public class ContractServiceApplication {
    private static final Service SERVICE = Service.of("contract")
            .decides(CONTRACT, PAYMENT_SCHEDULE, SALES_ORDER, OBLIGATION_REGISTER, TERMS_ASSESSMENT, REVIEW_MATRIX)
            .reacts(
                    WhenQuotationAcceptedThenDraftContract.AUTOMATION,
                    WhenVersionPublishedThenNoteReviewMatrix.AUTOMATION,
                    // Before the payments, which are parked where somebody planned them by hand.
                    WhenContractSignedThenOpenObligationRegister.AUTOMATION,
                    WhenContractSignedThenPlanPayments.AUTOMATION,
                    WhenMilestoneReachedThenTriggerInstalments.AUTOMATION,
                    WhenSinglePointAcceptedThenTriggerInstalments.AUTOMATION,
                    WhenComprehensiveAcceptedThenTriggerInstalments.AUTOMATION,
                    WhenDeliveryEndsThenCarryOutContract.PERFORMED,
                    WhenDeliveryEndsThenCarryOutContract.CLOSED)
            .waits(
                    PaymentScheduleCatalogue.AGREED_DAY,
                    PaymentScheduleCatalogue.OVERDUE,
                    ObligationRegisterCatalogue.OVERDUE)
            .tells(PaymentScheduleCatalogue.OVERDUE_NOTICE, ObligationRegisterCatalogue.OVERDUE_NOTICE);

    @Bean
    Service service() {
        return SERVICE;
    }

    public static void main(String[] args) {
        SpringApplication.run(ContractServiceApplication.class, args);
    }
}
