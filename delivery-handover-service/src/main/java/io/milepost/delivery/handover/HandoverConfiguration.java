package io.milepost.delivery.handover;

import io.milepost.delivery.handover.domain.Handover;
import io.milepost.delivery.handover.domain.HandoverCommand;
import io.milepost.delivery.handover.domain.HandoverEvent;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.timer.Due;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the handover and its due date to the platform. */
@Configuration(proxyBeanMethods = false)
public class HandoverConfiguration {

    @Bean
    Catalogue<Handover, HandoverCommand, HandoverEvent> handover() {
        return HandoverMessages.HANDOVER;
    }

    @Bean
    Due<Handover> handoverDue() {
        return HandoverDeadline.DUE;
    }
}
