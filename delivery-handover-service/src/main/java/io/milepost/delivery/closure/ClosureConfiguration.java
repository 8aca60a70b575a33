package io.milepost.delivery.closure;

import io.milepost.delivery.closure.domain.Closure;
import io.milepost.delivery.closure.domain.ClosureCommand;
import io.milepost.delivery.closure.domain.ClosureEvent;
import io.milepost.platform.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the closure to the platform. */
@Configuration(proxyBeanMethods = false)
public class ClosureConfiguration {

    @Bean
    Catalogue<Closure, ClosureCommand, ClosureEvent> closure() {
        return ClosureMessages.CLOSURE;
    }
}
