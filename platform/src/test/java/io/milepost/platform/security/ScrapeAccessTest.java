package io.milepost.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;

/** Metrics are open to the same machine, to scrapers and to operators. */
class ScrapeAccessTest {

    private static boolean granted(String address, Mono<Authentication> caller) {
        var request =
                MockServerHttpRequest.get("/actuator/prometheus").remoteAddress(new InetSocketAddress(address, 5));
        var context = new AuthorizationContext(MockServerWebExchange.from(request));
        return SecurityConfiguration.mayScrape(caller, context).block().isGranted();
    }

    private static Mono<Authentication> caller(String authority) {
        return Mono.just(new TestingAuthenticationToken("tester", "", authority));
    }

    @Test
    void the_same_machine_needs_no_token() {
        assertThat(granted("127.0.0.1", Mono.empty())).isTrue();
        assertThat(granted("::1", Mono.empty())).isTrue();
    }

    @Test
    void another_machine_needs_a_scrapers_or_an_operators_token() {
        assertThat(granted("10.0.0.7", Mono.empty())).isFalse();
        assertThat(granted("10.0.0.7", caller("ROLE_ANALYST"))).isFalse();
        assertThat(granted("10.0.0.7", caller("ROLE_OPERATOR"))).isTrue();
        assertThat(granted("10.0.0.7", caller("ROLE_METRICS"))).isTrue();
    }
}
