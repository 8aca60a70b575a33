package io.milepost.platform.limit;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.scheduler.Schedulers;

/** The limits of every service; what a service limits besides are beans of it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
public class LimitConfiguration {
    private static final List<String> REPORTS =
            List.of("/v1/reports", "/v1/datasets", "/v1/semantics", "/v1/trace", "/odata/");

    private static final List<String> OPERATIONS = List.of("/v1/log", "/v1/parked", "/v1/projections");

    /** After security, which tells who calls. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebFilter limiting(LimitProperties settings, ObjectProvider<RatePolicy> more, ObjectProvider<Endless> endless) {
        var second = Duration.ofSeconds(1);
        var usual = Stream.of(
                new RatePolicy("commands", (exchange, _) -> isCommand(exchange), settings.commands(), second),
                new RatePolicy("reports", (exchange, _) -> isReport(exchange), settings.reports(), second),
                new RatePolicy("operations", (exchange, _) -> isOperation(exchange), settings.operations(), second),
                new RatePolicy("reads", (exchange, _) -> isRead(exchange), settings.reads(), second));
        return new Limiting(
                Stream.concat(usual, more.orderedStream()).toList(),
                endless.orderedStream().toList(),
                new RateLimits(System::nanoTime),
                new FairTurns(
                        settings.atOnce() * Runtime.getRuntime().availableProcessors(),
                        settings.waiting(),
                        settings.patience(),
                        Schedulers.parallel()));
    }

    static boolean isReport(ServerWebExchange exchange) {
        return under(REPORTS, exchange);
    }

    /** What operators ask and do, whom no work of the same client is to lock out. */
    static boolean isOperation(ServerWebExchange exchange) {
        return under(OPERATIONS, exchange);
    }

    static boolean isCommand(ServerWebExchange exchange) {
        return !HttpMethod.GET.equals(exchange.getRequest().getMethod()) && isWork(exchange);
    }

    static boolean isRead(ServerWebExchange exchange) {
        return HttpMethod.GET.equals(exchange.getRequest().getMethod()) && isWork(exchange);
    }

    private static boolean isWork(ServerWebExchange exchange) {
        return under(List.of("/v1/"), exchange) && !isReport(exchange) && !isOperation(exchange);
    }

    private static boolean under(List<String> paths, ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        return paths.stream().anyMatch(path::startsWith);
    }
}
