package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.paymentschedule.domain.PaymentSchedule;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.timer.Due;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the payment schedule to the platform, and the days that it waits for. */
@Configuration(proxyBeanMethods = false)
public class PaymentScheduleConfiguration {

    @Bean
    Catalogue<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> paymentSchedule() {
        return PaymentScheduleMessages.PAYMENT_SCHEDULE;
    }

    @Bean
    Due<PaymentSchedule> agreedDay() {
        return PaymentDates.AGREED_DAY;
    }

    @Bean
    Due<PaymentSchedule> overdueInstalment() {
        return PaymentDates.OVERDUE;
    }
}
