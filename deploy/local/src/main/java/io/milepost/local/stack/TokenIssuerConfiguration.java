package io.milepost.local.stack;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The token issuer of a developer's machine: well-known secrets, loopback only. It issues what any provider would:
 * {@code at+jwt} access tokens for audience {@code milepost} with a {@code roles} claim. What a person's or a
 * system's token says beside it is asked for by parameters: {@code member}, {@code access}, and {@code may_act_for}, which adds the
 * role SYSTEM.
 */
@Configuration(proxyBeanMethods = false)
class TokenIssuerConfiguration {
    private static final String MAY_ACT_FOR = "may_act_for";
    private static final Set<String> ASKED = Set.of("member", "access");

    @Bean
    @Order(1)
    SecurityFilterChain tokens(HttpSecurity http) throws Exception {
        return http.oauth2AuthorizationServer(server -> http.securityMatcher(server.getEndpointsMatcher()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain health(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    RegisteredClientRepository clients() {
        return new InMemoryRegisteredClientRepository(Arrays.stream(Role.values())
                .map(TokenIssuerConfiguration::client)
                .toList());
    }

    private static RegisteredClient client(Role role) {
        return RegisteredClient.withId(role.clientId())
                .clientId(role.clientId())
                .clientSecret("{noop}" + role.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofHours(1))
                        .build())
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> accessToken() {
        return context -> {
            String client = context.getRegisteredClient().getClientId();
            context.getJwsHeader().type("at+jwt");
            context.getClaims()
                    .audience(List.of("milepost"))
                    .claim("client_id", client)
                    .claim("roles", rolesOf(client, asked(context)));
            asked(context).forEach((name, said) -> context.getClaims().claim(name, said));
        };
    }

    private static List<String> rolesOf(String client, Map<String, Object> asked) {
        var role = client.toUpperCase(Locale.ROOT);
        return asked.containsKey(MAY_ACT_FOR) ? List.of(role, "SYSTEM") : List.of(role);
    }

    /** The claims that the request for the token states. */
    private static Map<String, Object> asked(JwtEncodingContext context) {
        if (!(context.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken grant)) {
            return Map.of();
        }
        var claims = new HashMap<String, Object>();
        grant.getAdditionalParameters().forEach((name, value) -> {
            if (name.equals(MAY_ACT_FOR)) {
                claims.put(name, List.of(value.toString().split(",", -1)));
            } else if (ASKED.contains(name)) {
                claims.put(name, value.toString());
            }
        });
        return Map.copyOf(claims);
    }

    @Bean
    AuthorizationServerSettings issuer(@Value("${server.port}") int port) {
        return AuthorizationServerSettings.builder()
                .issuer("http://localhost:" + port)
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keys(LocalStackProperties properties) {
        return new ImmutableJWKSet<>(
                SigningKey.loadOrCreate(properties.data().resolve("issuer").resolve("key.json")));
    }
}
