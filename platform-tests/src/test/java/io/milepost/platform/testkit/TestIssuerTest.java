package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.catalogue.Role;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class TestIssuerTest {

    @Test
    void signs_tokens_that_a_resource_server_accepts_and_some_that_it_does_not() throws Exception {
        try (var issuer = TestIssuer.start()) {
            var decoder = NimbusJwtDecoder.withJwkSetUri(issuer.jwkSetUri())
                    .validateType(false)
                    .build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(), new JwtIssuerValidator(issuer.issuer())));
            var token = decoder.decode(issuer.tokenFor("kim", Role.SALES_REP, Role.LEGAL));
            assertThat(token.getSubject()).isEqualTo("kim");
            assertThat(token.getClaimAsStringList("roles")).containsExactly("SALES_REP", "LEGAL");
            assertThat(token.getAudience()).containsExactly("milepost");
            assertThat(token.getHeaders()).containsEntry("typ", "at+jwt");
            assertThatThrownBy(() -> decoder.decode(issuer.expiredToken(Role.SALES_REP)))
                    .isInstanceOf(BadJwtException.class)
                    .hasMessageContaining("expired");
            assertThatThrownBy(() -> decoder.decode(issuer.foreignToken(Role.SALES_REP)))
                    .isInstanceOf(BadJwtException.class)
                    .hasMessageContaining("signature");
        }
    }
}
