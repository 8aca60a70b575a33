package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.Metadata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.reactive.function.server.MockServerRequest;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class CallerTest {

    @Test
    void a_client_in_its_own_name_is_a_service_account() {
        assertThat(caller(Map.of("sub", "importer", "client_id", "importer")).authType())
                .isEqualTo(Metadata.SERVICE_ACCOUNT);
        assertThat(caller(Map.of("sub", "importer", "azp", "importer")).authType())
                .isEqualTo(Metadata.SERVICE_ACCOUNT);
    }

    @Test
    void somebody_who_uses_a_client_is_a_person() {
        assertThat(caller(Map.of("sub", "0f1c", "client_id", "portal"))).satisfies(person -> {
            assertThat(person.authType()).isEqualTo(Metadata.APP_USER);
            assertThat(person.subject()).isEqualTo("0f1c");
            assertThat(person.is(Role.SALES_REP)).isTrue();
        });
        assertThat(caller(Map.of("sub", "0f1c")).authType()).isEqualTo(Metadata.APP_USER);
    }

    private static Caller caller(Map<String, Object> claims) {
        var token = Jwt.withTokenValue("t")
                .header("alg", "none")
                .claims(all -> all.putAll(claims))
                .build();
        var authentication = new JwtAuthenticationToken(token, List.of(new SimpleGrantedAuthority("ROLE_SALES_REP")));
        return Caller.of(MockServerRequest.builder().principal(authentication).build())
                .block();
    }
}
