package io.milepost.reporting.read.mart.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.setaside.AsideDesk;
import io.milepost.platform.vital.VitalThreads;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.Sights;
import io.milepost.reporting.read.mart.operate.Acts;
import io.milepost.reporting.read.mart.operate.ActsRoutes;
import io.milepost.reporting.read.mart.operate.BusinessMeters;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.operate.MartAsideDesk;
import io.milepost.reporting.read.mart.operate.MartOperations;
import io.milepost.reporting.read.mart.operate.MartRoutes;
import io.milepost.reporting.read.mart.store.Generations;
import io.milepost.reporting.read.mart.store.Mart;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.Disposable;

/** What operators ask of the mart and do to it, on record. */
@Configuration(proxyBeanMethods = false)
public class OperatorsConfiguration {
    private static final Duration BETWEEN_FIGURES = Duration.ofMinutes(1);

    @Bean
    Acts operatorActs(Mart mart, Clock clock) {
        var acts = new Acts(mart, clock);
        acts.open();
        return acts;
    }

    @Bean
    RouterFunction<ServerResponse> operatorActsRoutes(Acts operatorActs, Sights sights, Blocking blocking) {
        return new ActsRoutes(operatorActs, sights, blocking).routes();
    }

    @Bean
    RouterFunction<ServerResponse> martOperatorRoutes(
            MartOperations martOperations, Feeding martFeeding, Acts operatorActs, Sights sights, Blocking blocking) {
        return new MartRoutes(martOperations, martFeeding, operatorActs, sights, blocking).routes();
    }

    @Bean
    AsideDesk martAsides(MartOperations martOperations) {
        return new MartAsideDesk(martOperations);
    }

    /** After the generations are open, whose views it reads. */
    @Bean(destroyMethod = "dispose")
    Disposable businessFigures(Mart mart, Generations martGenerations, MeterRegistry meters, VitalThreads threads) {
        var figures = new BusinessMeters(mart, meters);
        return threads.every(
                BETWEEN_FIGURES,
                "business-figures",
                () -> VitalThreads.attempt("read the figures of the business", figures::look));
    }
}
