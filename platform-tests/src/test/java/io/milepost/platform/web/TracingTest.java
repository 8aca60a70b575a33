package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLog;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a request reaches a collector, where a deployment names one. */
class TracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String UNSAMPLED = "4bf92f3577b34da6a3ce929d0e0e4737";

    private static Collector collector;
    private static ParcelService service;

    @BeforeAll
    static void start() throws Exception {
        collector = new Collector();
        service = ParcelService.with(
                "--management.tracing.export.otlp.enabled=true",
                "--management.opentelemetry.tracing.export.schedule-delay=100ms",
                "--management.opentelemetry.tracing.export.otlp.endpoint=" + collector.endpoint());
    }

    @AfterAll
    static void stop() {
        service.close();
        collector.close();
    }

    private static List<String> names(String trace) {
        return collector.of(trace).stream().map(Collector.Told::name).toList();
    }

    @Test
    void a_command_its_commit_and_the_lists_are_spans_of_the_callers_trace() {
        service.as(Role.SALES_REP)
                .post("/v1/parcels", Parcels.posted(), "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

        await().until(() -> names(TRACE).containsAll(List.of("command PostParcel", "commit", "list")));
        await().until(() -> names(TRACE).stream().anyMatch(name -> name.startsWith("http")));
        var spans = collector.of(TRACE);
        var server = spans.stream()
                .filter(span -> span.parent().equals("00f067aa0ba902b7"))
                .findFirst()
                .orElseThrow();
        assertThat(server.service()).isEqualTo("parcel");
        assertThat(spans)
                .filteredOn(
                        span -> List.of("command PostParcel", "commit", "list").contains(span.name()))
                .hasSize(3)
                .allSatisfy(span -> assertThat(span.parent()).isEqualTo(server.id()));
        assertThat(spans.toString()).doesNotContain(Parcels.RECIPIENT);
        var stored = service.bean(EventLog.class).read(0, 1_000).join().getLast();
        assertThat(stored.events().getFirst().metadata().get("traceparent"))
                .isEqualTo("00-%s-%s-01".formatted(TRACE, server.id()));
    }

    @Test
    void a_trace_that_its_caller_does_not_sample_is_not_exported() {
        var rep = service.as(Role.SALES_REP);
        rep.post("/v1/parcels", Parcels.posted(), "traceparent", "00-" + UNSAMPLED + "-00f067aa0ba902b7-00");
        var later = "4bf92f3577b34da6a3ce929d0e0e4738";
        rep.post("/v1/parcels", Parcels.posted(), "traceparent", "00-" + later + "-00f067aa0ba902b7-01");

        await().until(() -> names(later).contains("list"));
        assertThat(collector.of(UNSAMPLED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "00-0-0-01", "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"})
    void a_text_that_is_no_traceparent_is_a_request_like_any_other(String nonsense) {
        var answer = service.as(Role.SALES_REP).post("/v1/parcels", Parcels.posted(), "traceparent", nonsense);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }
}
