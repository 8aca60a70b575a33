package io.milepost.reporting.page;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Serves the page's files. They are open to everyone, as no figure is in them: the page asks for those with its reader's token. */
@Configuration(proxyBeanMethods = false)
public class PageConfiguration {
    private static final String FILES = "/page/**";
    private static final ClassPathResource FOLDER = new ClassPathResource("page/");

    /** Nothing from elsewhere, nothing inline, and no form that could carry a token away. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Before the platform's chain, which asks for a token; whatever is not the page's falls through to it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain pageSecurity(ServerHttpSecurity http) {
        return http.securityMatcher(ServerWebExchangeMatchers.matchers(
                        ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET, "/", FILES),
                        ServerWebExchangeMatchers.pathMatchers(HttpMethod.HEAD, "/", FILES)))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .authorizeExchange(paths -> paths.anyExchange().permitAll())
                .headers(headers -> headers.cache(ServerHttpSecurity.HeaderSpec.CacheSpec::disable)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> pageRoutes() {
        return RouterFunctions.route()
                .GET("/", PageConfiguration::index)
                .HEAD("/", PageConfiguration::index)
                .resources(FILES, FOLDER, PageConfiguration::caching)
                .build();
    }

    private static Mono<ServerResponse> index(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noCache())
                .bodyValue(new ClassPathResource("page/index.html"));
    }

    /** The page is always that of the running service; the chart library changes rarely and is large. */
    private static void caching(Resource file, HttpHeaders headers) {
        var name = file.getFilename();
        headers.setCacheControl(
                name != null && name.startsWith("echarts")
                        ? CacheControl.maxAge(Duration.ofHours(12))
                        : CacheControl.noCache());
    }
}
