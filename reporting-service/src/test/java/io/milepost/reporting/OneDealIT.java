package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.SuiteParts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** One deal from its lead to its closure as four services publish it, over the service as it runs. */
class OneDealIT {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
    private static final UUID LEAD = new UUID(1, 1);
    private static final UUID OPPORTUNITY = new UUID(2, 1);
    private static final UUID QUOTATION = new UUID(3, 1);
    private static final UUID CONTRACT = new UUID(4, 1);
    private static final UUID RECORD = new UUID(5, 1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static SuiteParts parts;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() throws Exception {
        parts = SuiteParts.start();
        service = RunningReports.run(Stream.concat(Stream.of(parts.arguments("reporting")), RunningReports.mart())
                .toArray(String[]::new));
        publish();
    }

    @AfterAll
    static void stop() {
        service.close();
        parts.close();
    }

    /** Delivery speaks first and the lead last: the topics keep no order among each other. */
    private static void publish() throws Exception {
        var contract = "\"contractId\":\"%s\",\"opportunityId\":\"%s\"".formatted(CONTRACT, OPPORTUNITY);
        try (var leads = new Publisher(parts.bootstrapServers(), "lead");
                var opportunities = new Publisher(parts.bootstrapServers(), "opportunity");
                var contracts = new Publisher(parts.bootstrapServers(), "contract");
                var deliveries = new Publisher(parts.bootstrapServers(), "delivery")) {
            deliveries.send(
                    event(
                            "closure.opened.v1",
                            CONTRACT,
                            10,
                            contract + ",\"kind\":\"DELIVERY_PROJECT\",\"items\":[\"ARCHIVE\",\"SUMMARY\"]"),
                    event("handover.initiated.v1", CONTRACT, 10, contract + ",\"owner\":\"smith\""),
                    event("handover.accepted.v1", CONTRACT, 12, contract + ",\"acceptedOn\":\"2026-03-14\""),
                    event(
                            "delivery-project.plan-baselined.v1",
                            CONTRACT,
                            13,
                            "\"contractId\":\"%s\",\"milestones\":[".formatted(CONTRACT)
                                    + "{\"code\":\"INSTALL\",\"name\":\"Installed\",\"plannedOn\":\"2026-03-20\"}]"),
                    event(
                            "delivery-project.milestone-reached.v1",
                            CONTRACT,
                            20,
                            "\"contractId\":\"%s\",".formatted(CONTRACT)
                                    + "\"milestone\":\"INSTALL\",\"plannedOn\":\"2026-03-20\",\"reachedOn\":\"2026-03-22\""),
                    event("closure.blocked.v1", CONTRACT, 21, contract + ",\"open\":[\"ARCHIVE\",\"SUMMARY\"]"),
                    event("closure.item-done.v1", CONTRACT, 22, contract + ",\"item\":\"ARCHIVE\""),
                    event(
                            "archive-record.filed.v1",
                            RECORD,
                            22,
                            "\"contractId\":\"%s\",\"title\":\"Drawings\"".formatted(CONTRACT)));
            contracts.send(
                    event(
                            "contract.drafted.v1",
                            CONTRACT,
                            8,
                            "\"quotationId\":\"%s\",\"opportunityId\":\"%s\",\"owner\":\"smith\",%s"
                                    .formatted(QUOTATION, OPPORTUNITY, value("value"))),
                    event("payment-schedule.set.v1", CONTRACT, 10, contract + ",\"owner\":\"smith\"," + value("value")),
                    event(
                            "payment-schedule.payment-received.v1",
                            CONTRACT,
                            15,
                            "\"receiptNo\":\"R1\",\"receivedOn\":\"2026-03-17\"," + value("amount")));
            opportunities.send(
                    event(
                                    "opportunity.identified.v1",
                                    OPPORTUNITY,
                                    1,
                                    "\"owner\":\"smith\",\"need\":\"sealed.v1.x.y\",\"leadId\":\"%s\"".formatted(LEAD))
                            .causedBy(leads.id(3)),
                    event(
                            "opportunity.milestone-reached.v1",
                            OPPORTUNITY,
                            4,
                            "\"stage\":4,\"milestone\":\"DEMO_OR_EXCHANGE_HELD\",\"on\":\"2026-03-06\""),
                    event("quotation.drafted.v1", QUOTATION, 5, "\"opportunityId\":\"%s\"".formatted(OPPORTUNITY)));
            leads.send(
                    event(
                            "team-member.registered.v1",
                            new UUID(6, 1),
                            0,
                            "\"code\":\"smith\",\"team\":\"red\",\"region\":\"East\",\"from\":\"2026-01-01\""),
                    event("lead.captured.v1", LEAD, 0, "\"channel\":\"WEB\""),
                    event("lead.converted.v1", LEAD, 1, "\"opportunityId\":\"%s\"".formatted(OPPORTUNITY)));
            var stand = "lead=%d,opportunity=%d,contract=%d,delivery=%d"
                    .formatted(leads.position(), opportunities.position(), contracts.position(), deliveries.position());
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(answer("/v1/trace/" + LEAD).get("position").asString())
                        .isEqualTo(stand);
                assertThat(answer("/v1/reports/sales-milestones")
                                .get("position")
                                .asString()
                                .split(",", -1))
                        .containsExactlyInAnyOrder(
                                "opportunity=" + opportunities.position(), "lead=" + leads.position());
                assertThat(answer("/v1/reports/closures")
                                .get("position")
                                .asString()
                                .split(",", -1))
                        .containsExactlyInAnyOrder("delivery=" + deliveries.position(), "lead=" + leads.position());
            });
        }
    }

    @Test
    @DisplayName("R-189: any id of the deal leads to its steps in all services")
    void any_id_leads_to_the_whole_deal() throws Exception {
        for (UUID id : List.of(LEAD, OPPORTUNITY, QUOTATION, CONTRACT, RECORD)) {
            var trace = answer("/v1/trace/" + id);
            assertThat(trace.get("id").asString()).isEqualTo(id.toString());
            assertThat(trace.get("deal").toString())
                    .isEqualTo(("{\"leadId\":\"%s\",\"opportunityId\":\"%s\",\"quotationIds\":[\"%s\"],"
                                    + "\"contractIds\":[\"%s\"],\"archiveRecordIds\":[\"%s\"]}")
                            .formatted(LEAD, OPPORTUNITY, QUOTATION, CONTRACT, RECORD));
            assertThat(trace.get("steps")
                            .valueStream()
                            .map(step -> step.get("service").asString() + " "
                                    + step.get("type").asString())
                            .collect(Collectors.joining(", ")))
                    .startsWith("lead lead.captured.v1, lead lead.converted.v1, opportunity opportunity.identified.v1")
                    .contains("contract payment-schedule.payment-received.v1, delivery"
                            + " delivery-project.milestone-reached.v1")
                    .endsWith("delivery archive-record.filed.v1")
                    .doesNotContain("team-member");
            assertThat(trace.get("steps")).hasSize(16);
            assertThat(trace.at("/steps/2/causationId")).isEqualTo(trace.at("/steps/1/event"));
            assertThat(trace.toString()).contains("\"receiptNo\":\"R1\"").doesNotContain("sealed.v1");
        }
    }

    @Test
    void an_id_that_nobody_names_is_not_found_and_a_trace_is_for_callers_with_a_role() throws Exception {
        assertThat(get("/v1/trace/" + new UUID(0, 7), parts.token(Role.ANALYST)).body())
                .contains("\"code\":\"NOT_FOUND\"");
        assertThat(get("/v1/trace/" + new UUID(0, 7), parts.token(Role.ANALYST)).statusCode())
                .isEqualTo(404);
        assertThat(get("/v1/trace/R1", parts.token(Role.ANALYST)).statusCode()).isEqualTo(404);
        assertThat(get("/v1/trace/" + LEAD + "?asOf=2026-03-01", parts.token(Role.ANALYST))
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/v1/trace/" + LEAD, parts.token(Role.SALES_REP)).statusCode())
                .isEqualTo(200);
        assertThat(get("/v1/trace/" + LEAD, parts.token()).statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("R-194: plan against actual of delivery, and of sales what was reached without a plan")
    void milestones_tell_plan_and_actual() throws Exception {
        var delivery = answer("/v1/reports/delivery-milestones?by=region").get("rows");
        assertThat(delivery).hasSize(1);
        assertThat(delivery.get(0).toString())
                .isEqualTo("{\"region\":\"East\",\"planned\":1,\"reached\":1,\"on_time\":0,\"late\":1,\"unplanned\":0,"
                        + "\"open\":0,\"overdue\":0,\"dropped\":0,\"on_time_rate\":0.0000,\"first_slip_average\":2.00,"
                        + "\"first_slip_max\":2,\"plan_slip_average\":2.00,\"plan_slip_max\":2}");
        var sales = answer("/v1/reports/sales-milestones?by=milestone").get("rows");
        assertThat(sales).hasSize(1);
        assertThat(sales.at("/0/milestone").asString()).isEqualTo("DEMO_OR_EXCHANGE_HELD");
        assertThat(sales.at("/0/planned").asLong()).isZero();
        assertThat(sales.at("/0/unplanned").asLong()).isEqualTo(1);
        assertThat(sales.at("/0/on_time_rate").isNull()).isTrue();
        assertThat(answer("/v1/reports/delivery-milestones?asOf=2026-03-21")
                        .at("/rows/0/overdue")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("R-184: a closure is open, was refused once, and waits for one item")
    void closures_tell_what_they_wait_for() throws Exception {
        assertThat(answer("/v1/reports/closures?by=owner").get("rows").toString())
                .isEqualTo(
                        "[{\"owner\":\"smith\",\"opened\":1,\"closed\":0,\"open\":1,\"blocked\":1,\"average_days\":null}]");
        assertThat(answer("/v1/reports/closing-items?by=item&orderBy=item")
                        .get("rows")
                        .toString())
                .isEqualTo("[{\"item\":\"ARCHIVE\",\"required\":1,\"done\":1,\"waived\":0,\"waiting\":0},"
                        + "{\"item\":\"SUMMARY\",\"required\":1,\"done\":0,\"waived\":0,\"waiting\":1}]");
    }

    private static Publisher.Event event(String type, UUID subject, int day, String fields) {
        return new Publisher.Event(type, subject, MARCH.plusDays(day), "{" + fields + "}");
    }

    private static String value(String name) {
        return "\"%s\":{\"amount\":\"1250.00\",\"currency\":\"USD\"}".formatted(name);
    }

    private static JsonNode answer(String path) throws IOException, InterruptedException {
        var answer = get(path, parts.token(Role.ANALYST));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningReports.JSON.readTree(answer.body());
    }

    private static HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
