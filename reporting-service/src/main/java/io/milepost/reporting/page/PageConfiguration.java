package io.milepost.reporting.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    /** Those that the page speaks; the first is for readers who ask for none of them. */
    private static final List<String> LANGUAGES = List.of("en", "zh-CN");

    private static final String INDEX = text("index.html");

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
        String language = language(request);
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .bodyValue(INDEX.replace("lang=\"en\"", "lang=\"%s\"".formatted(language))
                        .replace("/text/en.js", "/text/%s.js".formatted(language)));
    }

    /** What the address names, else what the reader's browser likes best. */
    private static String language(ServerRequest request) {
        String named = request.queryParam("lang").orElse("");
        if (LANGUAGES.contains(named)) {
            return named;
        }
        return request.headers().acceptLanguage().stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> LANGUAGES.stream().filter(language -> isAlike(language, range.getRange())))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
    }

    /** Whoever reads Chinese of any kind rather reads Chinese than English. */
    private static boolean isAlike(String language, String liked) {
        return language.split("-", 2)[0].equals(liked.split("-", 2)[0]);
    }

    private static String text(String name) {
        try {
            return FOLDER.createRelative(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page is always that of the running service. */
    private static void caching(Resource file, HttpHeaders headers) {
        headers.setCacheControl(CacheControl.noCache());
    }
}
