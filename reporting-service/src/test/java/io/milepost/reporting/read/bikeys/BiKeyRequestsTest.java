package io.milepost.reporting.read.bikeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.security.BasicCallers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

class BiKeyRequestsTest {
    private static boolean isCounted(String authority) {
        var policy = new BiKeysConfiguration().biKeyRequests(3);
        assertThat(policy.most()).isEqualTo(3);
        assertThat(policy.window()).isEqualTo(Duration.ofMinutes(1));
        return policy.concerns()
                .test(
                        MockServerWebExchange.from(MockServerHttpRequest.get("/v1/datasets")),
                        UsernamePasswordAuthenticationToken.authenticated(
                                "one", null, List.of(new SimpleGrantedAuthority(authority))));
    }

    @Test
    void a_key_may_ask_so_often_in_a_minute_and_whoever_comes_with_a_token_is_not_counted() {
        assertThat(isCounted(BasicCallers.AUTHORITY)).isTrue();
        assertThat(isCounted("ROLE_ANALYST")).isFalse();
    }
}
