package io.milepost.contracts;

import io.milepost.contracts.automation.AutomationConfiguration;
import io.milepost.contracts.contract.ContractConfiguration;
import io.milepost.contracts.obligation.ObligationRegisterConfiguration;
import io.milepost.contracts.paymentschedule.PaymentScheduleConfiguration;
import io.milepost.contracts.salesorder.SalesOrderConfiguration;
import io.milepost.contracts.termsassessment.TermsAssessmentConfiguration;
import io.milepost.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts contract-service; what it consists of is imported by name. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
    Platform.class,
    ContractConfiguration.class,
    PaymentScheduleConfiguration.class,
    SalesOrderConfiguration.class,
    ObligationRegisterConfiguration.class,
    TermsAssessmentConfiguration.class,
    AutomationConfiguration.class
})
public class ContractServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(ContractServiceApplication.class, args);
    }
}
