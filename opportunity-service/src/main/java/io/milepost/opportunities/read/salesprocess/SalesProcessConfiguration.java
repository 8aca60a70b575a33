package io.milepost.opportunities.read.salesprocess;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Gives the sales processes a path. */
@Configuration(proxyBeanMethods = false)
public class SalesProcessConfiguration {

    @Bean
    RouterFunction<ServerResponse> salesProcessRoutes() {
        return SalesProcessApi.routes();
    }
}
