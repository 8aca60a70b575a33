package io.milepost.platform;

import static io.milepost.platform.TwoOffices.log;
import static io.milepost.platform.TwoOffices.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.milepost.platform.access.Sight;
import io.milepost.platform.axon.Commands;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.inbox.ParkedRecords;
import io.milepost.platform.observe.Spans;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** One trace leads from a command of one service over the broker to what follows from it in another one. */
class TracedOfficesIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    /** Keeps what one service would export. */
    private static final class Kept implements SpanExporter {
        private final List<SpanData> spans = new CopyOnWriteArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }

        Spans spans() {
            var sdk = SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(this))
                    .build();
            return new Spans(new OtelTracer(sdk.get("test"), new OtelCurrentTraceContext(), _ -> {}));
        }

        List<String> names() {
            return spans.stream()
                    .filter(span -> span.getTraceId().equals(TRACE))
                    .map(SpanData::getName)
                    .toList();
        }
    }

    private static Request posting(long number, String traceparent) {
        return new Request(
                parcel(number),
                ParcelOffice.post("no " + number, null, "1.00"),
                "post/" + number,
                new byte[32],
                null,
                Request.Timing.PRESENT,
                Who.unbound("clerk"),
                Sight.ALL,
                null,
                false,
                Map.of(Metadata.TRACEPARENT, traceparent, Metadata.CORRELATION, "story"));
    }

    @Test
    void a_trace_goes_from_command_to_commit_to_broker_to_reaction_and_nonsense_in_its_place_stops_nothing() {
        var desk = new Kept();
        var depot = new Kept();
        var offices = new TwoOffices("traced", SuiteParts.shared(), Map.of());
        try (var _ = new Topics(SuiteParts.shared().bootstrapServers(), offices.orders()).create();
                var told = new Topics(SuiteParts.shared().bootstrapServers(), offices.desk())) {
            offices.deskWith()
                    .withBean(Spans.class, desk::spans)
                    .run(sending -> offices.depotWith()
                            .withBean(Spans.class, depot::spans)
                            .run(hearing -> {
                                var commands = sending.getBean(Commands.class);
                                var sound = "00-%s-00f067aa0ba902b7-01".formatted(TRACE);
                                commands.dispatch(posting(1, "no trace at all-01"))
                                        .join();
                                commands.dispatch(posting(2, sound)).join();
                                await().until(() -> log(hearing).head() == 2);

                                await().until(() -> desk.names().size() == 3);
                                await().until(() -> depot.names().size() >= 4);
                                assertThat(desk.names())
                                        .containsExactlyInAnyOrder("command PostParcel", "commit", "publish");
                                assertThat(depot.names())
                                        .containsExactlyInAnyOrder(
                                                "react when-told-then-post", "command PostParcel", "commit", "publish");
                                assertThat(told.committed())
                                        .extracting(record -> new String(
                                                record.headers()
                                                        .lastHeader("traceparent")
                                                        .value(),
                                                StandardCharsets.UTF_8))
                                        .contains(sound);
                                assertThat(hearing.getBean(ParkedRecords.class).list())
                                        .isEmpty();
                            }));
        }
    }
}
