package io.milepost.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class LimitingTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final AtomicInteger passed = new AtomicInteger();
    private final Limiting limiting = new Limiting(
            List.of(
                    new RatePolicy(
                            "commands",
                            (exchange, _) -> LimitConfiguration.isCommand(exchange),
                            4,
                            Duration.ofSeconds(1)),
                    new RatePolicy(
                            "reports",
                            (exchange, _) -> LimitConfiguration.isReport(exchange),
                            2,
                            Duration.ofMinutes(1)),
                    new RatePolicy(
                            "operations",
                            (exchange, _) -> LimitConfiguration.isOperation(exchange),
                            1,
                            Duration.ofSeconds(1)),
                    new RatePolicy(
                            "reads", (exchange, _) -> LimitConfiguration.isRead(exchange), 9, Duration.ofSeconds(1))),
            List.of(new Endless(
                    exchange -> exchange.getRequest().getPath().value().equals("/v1/events"))),
            new RateLimits(nanos::get),
            new FairTurns(8, 10, Duration.ofSeconds(5), Schedulers.parallel()));

    private MockServerHttpResponse ask(@Nullable String caller, HttpMethod method, String path) {
        var exchange = MockServerWebExchange.builder(MockServerHttpRequest.method(method, path));
        if (caller != null) {
            exchange.principal(UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
        }
        var asked = exchange.build();
        limiting.filter(asked, _ -> Mono.fromRunnable(passed::incrementAndGet)).block();
        return asked.getResponse();
    }

    private int status(MockServerHttpResponse response) {
        var status = response.getStatusCode();
        return status == null ? 200 : status.value();
    }

    @Test
    @DisplayName(
            "A caller is told its limit and what is left, and one request too many is answered 429 with when to come"
                    + " again")
    void a_caller_has_so_many() {
        var first = ask("ann", HttpMethod.POST, "/v1/leads");
        assertThat(first.getHeaders().getFirst("RateLimit-Policy")).isEqualTo("\"commands\";q=4;w=1");
        assertThat(first.getHeaders().getFirst("RateLimit")).isEqualTo("\"commands\";r=3;t=1");
        for (int i = 0; i < 3; i++) {
            assertThat(status(ask("ann", HttpMethod.POST, "/v1/leads/1/qualify")))
                    .isEqualTo(200);
        }
        var refused = ask("ann", HttpMethod.POST, "/v1/batch");
        assertThat(status(refused)).isEqualTo(429);
        assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        assertThat(refused.getHeaders().getFirst("RateLimit")).startsWith("\"commands\";r=0;t=");
        assertThat(Objects.requireNonNull(refused.getBodyAsString().block()))
                .contains("\"code\":\"TOO_MANY_REQUESTS\"");
        assertThat(passed.get()).isEqualTo(4);

        assertThat(status(ask("bob", HttpMethod.POST, "/v1/leads")))
                .as("each for itself")
                .isEqualTo(200);
        assertThat(status(ask("ann", HttpMethod.GET, "/v1/leads")))
                .as("reads are another class")
                .isEqualTo(200);

        nanos.addAndGet(Duration.ofMillis(250).toNanos());
        assertThat(status(ask("ann", HttpMethod.POST, "/v1/leads")))
                .as("one is there again")
                .isEqualTo(200);
        assertThat(status(ask("ann", HttpMethod.POST, "/v1/leads"))).isEqualTo(429);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        for (int i = 0; i < 4; i++) {
            assertThat(status(ask("ann", HttpMethod.POST, "/v1/leads")))
                    .as("no more than the limit is saved")
                    .isEqualTo(200);
        }
        assertThat(status(ask("ann", HttpMethod.POST, "/v1/leads"))).isEqualTo(429);
    }

    @Test
    void a_request_that_need_not_end_has_no_turn_and_another_has_one_whatever_it_accepts() {
        var turns = new FairTurns(1, 10, Duration.ofSeconds(5), Schedulers.parallel());
        var policy = new RatePolicy("reads", (_, _) -> true, 9, Duration.ofSeconds(1));
        var streams =
                new Endless(exchange -> exchange.getRequest().getPath().value().equals("/v1/events"));
        var fair = new Limiting(List.of(policy), List.of(streams), new RateLimits(nanos::get), turns);
        for (var path : List.of("/v1/events", "/v1/leads")) {
            var exchange = MockServerWebExchange.builder(
                            MockServerHttpRequest.get(path).header("Accept", "text/event-stream"))
                    .principal(UsernamePasswordAuthenticationToken.authenticated("ann", null, List.of()))
                    .build();
            var held = fair.filter(exchange, _ -> Mono.never()).subscribe();
            assertThat(turns.held()).as(path).isEqualTo(path.equals("/v1/leads") ? 1 : 0);
            held.dispose();
        }
        assertThat(turns.held()).isZero();
    }

    @Test
    void a_longer_window_says_how_long_it_takes() {
        ask("ann", HttpMethod.GET, "/v1/reports/won");
        ask("ann", HttpMethod.POST, "/odata/v1/$batch");
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        var refused = ask("ann", HttpMethod.GET, "/v1/datasets");
        assertThat(status(refused)).isEqualTo(429);
        assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("20");
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(status(ask("ann", HttpMethod.GET, "/v1/datasets"))).isEqualTo(200);
    }

    @Test
    void what_operators_do_is_a_class_of_its_own() {
        for (int i = 0; i < 4; i++) {
            assertThat(status(ask("ops", HttpMethod.POST, "/v1/leads"))).isEqualTo(200);
        }
        assertThat(status(ask("ops", HttpMethod.POST, "/v1/leads"))).isEqualTo(429);
        var redriven = ask("ops", HttpMethod.POST, "/v1/parked/redrive");
        assertThat(status(redriven)).isEqualTo(200);
        assertThat(redriven.getHeaders().getFirst("RateLimit-Policy")).isEqualTo("\"operations\";q=1;w=1");
        assertThat(status(ask("ops", HttpMethod.GET, "/v1/log/verify"))).isEqualTo(429);
    }

    @Test
    void what_needs_no_token_and_what_is_no_api_is_never_held_up() {
        for (int i = 0; i < 50; i++) {
            assertThat(status(ask(null, HttpMethod.GET, "/v1/log/keys"))).isEqualTo(200);
            assertThat(status(ask("ops", HttpMethod.GET, "/actuator/health"))).isEqualTo(200);
        }
        assertThat(passed.get()).isEqualTo(100);
    }

    @Test
    void what_is_kept_of_callers_is_bounded() {
        var limits = new RateLimits(nanos::get);
        var policy = new RatePolicy("reads", (_, _) -> true, 1, Duration.ofMinutes(1));
        for (int i = 0; i < 25_000; i++) {
            limits.ask(policy, "caller " + i);
        }
        assertThat(limits.size()).isLessThanOrEqualTo(10_001);
    }

    @Test
    void a_limit_that_no_clock_can_tell_is_not_taken() {
        var second = Duration.ofSeconds(1);
        var most = new RatePolicy("reads", (_, _) -> true, 1_000_000_000, second);
        assertThat(new RateLimits(nanos::get).ask(most, "ann").taken()).isTrue();
        for (int wrong : new int[] {0, -1, 1_000_000_001, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> new RatePolicy("reads", (_, _) -> true, wrong, second))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("from 1 to 1000000000");
        }
    }
}
