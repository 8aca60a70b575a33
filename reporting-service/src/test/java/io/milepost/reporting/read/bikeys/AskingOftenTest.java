package io.milepost.reporting.read.bikeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.security.BasicCallers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

class AskingOftenTest {
    private final Hand clock = new Hand();
    private final AskingOften filter = new AskingOften(3, clock);
    private final AtomicInteger passed = new AtomicInteger();

    @Test
    void a_key_may_ask_so_often_in_a_minute_and_is_told_when_to_come_again() {
        for (int times = 0; times < 3; times++) {
            assertThat(ask("one", BasicCallers.AUTHORITY).getResponse().getStatusCode())
                    .isNull();
        }
        clock.now = clock.now.plusSeconds(20);
        var refused = ask("one", BasicCallers.AUTHORITY).getResponse();
        assertThat(refused.getStatusCode().value()).isEqualTo(429);
        assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("40");
        assertThat(passed.get()).isEqualTo(3);

        assertThat(ask("another", BasicCallers.AUTHORITY).getResponse().getStatusCode())
                .as("each key for itself")
                .isNull();
        clock.now = clock.now.plusSeconds(40);
        assertThat(ask("one", BasicCallers.AUTHORITY).getResponse().getStatusCode())
                .isNull();
        assertThat(passed.get()).isEqualTo(5);
    }

    @Test
    void whoever_comes_with_a_token_is_not_counted() {
        for (int times = 0; times < 10; times++) {
            assertThat(ask("one", "ROLE_ANALYST").getResponse().getStatusCode()).isNull();
        }
        assertThat(passed.get()).isEqualTo(10);
    }

    private ServerWebExchange ask(String name, String authority) {
        Authentication caller = UsernamePasswordAuthenticationToken.authenticated(
                name, null, List.of(new SimpleGrantedAuthority(authority)));
        var exchange = MockServerWebExchange.builder(MockServerHttpRequest.get("/v1/datasets"))
                .principal(caller)
                .build();
        filter.filter(exchange, _ -> Mono.fromRunnable(passed::incrementAndGet)).block();
        return exchange;
    }

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-03-01T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
