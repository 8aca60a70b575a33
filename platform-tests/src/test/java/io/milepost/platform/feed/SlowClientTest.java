package io.milepost.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.Append;
import io.milepost.platform.eventlog.AppendCondition;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.NewEvent;
import io.milepost.platform.web.ParcelService;
import io.milepost.platform.web.Wire;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client that connects and then reads nothing, over a real connection, with the buffers of server and kernel between. */
class SlowClientTest {
    private static final int EVENTS = 2_000;
    private static final int BYTES = 20_000;

    private static void fill(EventLog log) {
        var data = "{\"text\":\"%s\"}".formatted("x".repeat(BYTES)).getBytes(StandardCharsets.UTF_8);
        for (int i = 1; i <= EVENTS; i++) {
            var event = new NewEvent(
                    UUID.randomUUID(),
                    "letter.written",
                    1,
                    Instant.EPOCH,
                    data,
                    Map.of(Metadata.AGGREGATE, "letter", Metadata.ROOT, "r", Metadata.SUBJECT, "s"),
                    Set.of("letter=s"));
            log.append(new Append(AppendCondition.none(), "r" + i, new byte[0], List.of(event)))
                    .join();
        }
    }

    private static HttpRequest request(ParcelService service) {
        return HttpRequest.newBuilder(URI.create(service.url() + "/v1/events"))
                .header("Authorization", "Bearer " + service.issuer().token(Role.ANALYST))
                .header("Accept", "text/event-stream")
                .build();
    }

    @Test
    void the_service_reads_no_further_than_buffers_reach_until_the_client_takes_more() throws Exception {
        try (var service = ParcelService.with()) {
            fill(service.bean(EventLog.class));
            var sent = service.bean(MeterRegistry.class)
                    .get("milepost.feed.events")
                    .counter();
            // Takes from the connection what is read from the body, and a little ahead.
            try (var http = HttpClient.newHttpClient();
                    var body = http.send(request(service), HttpResponse.BodyHandlers.ofInputStream())
                            .body()) {
                await().until(() -> sent.count() > 0);
                await().during(Duration.ofSeconds(3))
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> sent.count() < EVENTS / 2.0);

                var blocks = new EventBlocks(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)));
                for (long seen = 0; seen < EVENTS; ) {
                    if (blocks.next().orElseThrow().data() != null) {
                        seen++;
                    }
                }
                assertThat(sent.count()).isEqualTo(EVENTS);
            }
        }
    }

    @Test
    void a_client_that_takes_nothing_for_long_is_cut_off_and_one_that_takes_little_is_not() throws Exception {
        try (var service = ParcelService.with("--milepost.web.answer-time=1s")) {
            fill(service.bean(EventLog.class));
            var open = service.bean(MeterRegistry.class)
                    .get("milepost.feed.streams")
                    .gauge();
            var ask = "GET /v1/events HTTP/1.1\r\nHost: h\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                    + service.issuer().token(Role.ANALYST) + "\r\n\r\n";
            try (var dead = new Wire(service);
                    var slow = new Wire(service)) {
                dead.send(ask);
                slow.send(ask);
                await().until(() -> open.value() == 2);

                await().atMost(Duration.ofSeconds(30)).until(() -> slow.take(100_000) && open.value() == 1);

                await().during(Duration.ofSeconds(3))
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> slow.take(100_000) && open.value() == 1);
            }
        }
    }
}
