package io.milepost.platform.security;

import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.access.Access;
import io.milepost.platform.access.Standing;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.start.LiveBundle;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.header.CrossOriginResourcePolicyServerHttpHeadersWriter.CrossOriginResourcePolicy;
import reactor.core.publisher.Mono;

/** The resource server: stateless, by bearer tokens, and where a service has {@link BasicCallers} by name and secret. The roles of a command stand in its catalogue row and are held against the caller where it is handled. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
public class SecurityConfiguration {
    private static final String[] OPEN = {
        "/actuator/health",
        "/actuator/health/**",
        "/openapi.json",
        "/asyncapi.json",
        "/schemas/**",
        "/problems/**",
        "/v1/log/keys"
    };

    private static final Set<String> SCRAPERS = Set.of("ROLE_" + Standings.SCRAPER, "ROLE_" + Role.OPERATOR.name());

    @Bean
    ReactiveJwtDecoder jwtDecoder(
            MilepostProperties milepost, ObjectProvider<SslBundles> bundles, Clock clock, MeterRegistry meters) {
        var security = milepost.security();
        var bundle = security.issuerBundle();
        var tls = bundle == null || bundle.isBlank()
                ? null
                : LiveBundle.of(bundles.getObject(), bundle).context();
        return Tokens.decoder(security, new KeySets(security, tls), clock, meters);
    }

    @Bean
    SecurityWebFilterChain securityFilterChain(
            ServerHttpSecurity http,
            ReactiveJwtDecoder decoder,
            MilepostProperties milepost,
            ObjectProvider<BasicCallers> basic) {
        var standings = new Standings(milepost.security());
        var roles = Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new);
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .cors(ServerHttpSecurity.CorsSpec::disable)
                .httpBasic(spec -> basic(spec, basic.getIfAvailable()))
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .headers(SecurityConfiguration::headers)
                .authorizeExchange(paths -> paths.pathMatchers(OPEN)
                        .permitAll()
                        .pathMatchers("/actuator/prometheus")
                        .access(SecurityConfiguration::mayScrape)
                        .pathMatchers(
                                "/actuator/**",
                                "/v1/parked/**",
                                "/v1/log/**",
                                "/v1/projections/**",
                                "/v1/webhooks/*/deliveries")
                        .hasRole(Role.OPERATOR.name())
                        .pathMatchers(HttpMethod.GET, "/v1/persons/**")
                        .hasRole(Role.PRIVACY_OFFICER.name())
                        .pathMatchers("/v1/events/**")
                        .access(seesAll(Role.ANALYST, Role.OPERATOR))
                        .pathMatchers("/v1/trace/**")
                        .access(seesAll(Role.values()))
                        .pathMatchers("/v1/reports/**", "/v1/datasets/**", "/v1/semantics", "/odata/**")
                        .hasAnyAuthority(readers())
                        .pathMatchers("/v1/**")
                        .hasAnyRole(roles)
                        .anyExchange()
                        .authenticated())
                .exceptionHandling(rejected -> rejected.authenticationEntryPoint(Rejections::unauthenticated)
                        .accessDeniedHandler(Rejections::forbidden))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtDecoder(decoder)
                                .jwtAuthenticationConverter(token -> Mono.just(standings.authenticated(token))))
                        .authenticationEntryPoint(Rejections::unauthenticated)
                        .accessDeniedHandler(Rejections::forbidden))
                .build();
    }

    private static void basic(ServerHttpSecurity.HttpBasicSpec spec, @Nullable BasicCallers callers) {
        if (callers == null) {
            spec.disable();
        } else {
            spec.authenticationManager(new BasicAuthentication(callers))
                    .authenticationEntryPoint(Rejections::unauthenticated);
        }
    }

    /** Who reads reports: whoever has a role, and tools with a key. Of which rows is said where they are read. */
    private static String[] readers() {
        return Stream.concat(
                        Arrays.stream(Role.values()).map(role -> "ROLE_" + role.name()),
                        Stream.of(BasicCallers.AUTHORITY))
                .toArray(String[]::new);
    }

    /** Any method comes as far as the routes, which know those that a path takes. */
    @Bean
    ServerWebExchangeFirewall firewall() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    ServerExchangeRejectedHandler rejected() {
        return Rejections::unreadable;
    }

    /** What tells of everybody's entities is for those who may know of them all; to leave some out would make wrong sums and gaps. */
    private static ReactiveAuthorizationManager<AuthorizationContext> seesAll(Role... roles) {
        var names = Arrays.stream(roles).map(role -> "ROLE_" + role.name()).toList();
        return (caller, _) -> caller.filter(Authentication::isAuthenticated)
                .map(known -> known.getDetails() instanceof Standing standing
                        && standing.access() == Access.ALL
                        && known.getAuthorities().stream()
                                .anyMatch(authority -> names.contains(authority.getAuthority())))
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    }

    /** A scraper on the same machine needs no token; another one needs no more than the right to scrape. */
    static Mono<AuthorizationResult> mayScrape(Mono<Authentication> caller, AuthorizationContext context) {
        var remote = context.getExchange().getRequest().getRemoteAddress();
        if (remote != null && remote.getAddress() != null && remote.getAddress().isLoopbackAddress()) {
            return Mono.just(new AuthorizationDecision(true));
        }
        return caller.map(known -> known.getAuthorities().stream()
                        .anyMatch(authority -> SCRAPERS.contains(String.valueOf(authority.getAuthority()))))
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    }

    /** Answers are data, never pages; caching is said by the web package. */
    private static void headers(ServerHttpSecurity.HeaderSpec headers) {
        headers.cache(ServerHttpSecurity.HeaderSpec.CacheSpec::disable)
                .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                .permissionsPolicy(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
