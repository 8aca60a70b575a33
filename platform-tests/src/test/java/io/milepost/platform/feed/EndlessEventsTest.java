package io.milepost.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.limit.Endless;
import io.milepost.platform.web.ParcelService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** Which requests of a running service have no turn. */
class EndlessEventsTest {

    @ParameterizedTest(name = "{0} {1}, Accept: {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        GET  | /v1/events            | text/event-stream                         | true
        GET  | /v1/events?after=7    | text/event-stream, */*;q=0.1              | true
        GET  | /v1/events            | application/json, text/event-stream;q=0.9 | false
        GET  | /v1/events            | */*                                       | false
        GET  | /v1/events            | junk                                      | false
        POST | /v1/events            | text/event-stream                         | false
        GET  | /v1/events/proof      | text/event-stream                         | false
        GET  | /v1/parcels           | text/event-stream                         | false
        GET  | /v1/events/../parcels | text/event-stream                         | false
        POST | /v1/batch             | text/event-stream                         | false
        """)
    void only_a_stream_of_events_need_not_end(String method, String path, String accept, boolean isEndless) {
        var exchange = MockServerWebExchange.from(
                MockServerHttpRequest.method(HttpMethod.valueOf(method), path).header("Accept", accept));

        assertThat(ParcelService.shared().bean(Endless.class).concerns().test(exchange))
                .isEqualTo(isEndless);
    }
}
