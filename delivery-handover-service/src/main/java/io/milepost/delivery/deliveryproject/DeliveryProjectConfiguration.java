package io.milepost.delivery.deliveryproject;

import io.milepost.delivery.deliveryproject.domain.DeliveryProject;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent;
import io.milepost.platform.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the delivery project to the platform. */
@Configuration(proxyBeanMethods = false)
public class DeliveryProjectConfiguration {

    @Bean
    Catalogue<DeliveryProject, DeliveryProjectCommand, DeliveryProjectEvent> deliveryProject() {
        return DeliveryProjectMessages.DELIVERY_PROJECT;
    }
}
