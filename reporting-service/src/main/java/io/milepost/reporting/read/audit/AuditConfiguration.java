package io.milepost.reporting.read.audit;

import io.milepost.platform.web.Sights;
import io.milepost.reporting.read.answer.Reports;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.store.Keeper;
import io.milepost.reporting.read.mart.store.Mart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The trail of all services: kept in the mart, told from there. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    @Bean
    Keeper auditKeeper() {
        return new AuditKeeper();
    }

    @Bean
    RouterFunction<ServerResponse> auditRoutes(Reports reports, Sights sights, Feeding martFeeding, Mart mart) {
        return new AuditApi(reports, sights, martFeeding, mart).routes();
    }
}
