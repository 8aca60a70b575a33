package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.SuiteParts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs, with a population that is small enough to know every figure by heart. */
final class PageHost implements AutoCloseable {
    private static final LocalDate FEBRUARY = LocalDate.of(2017, 2, 10);
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 5);
    private static final LocalDate APRIL = LocalDate.of(2017, 4, 4);

    private final SuiteParts parts = SuiteParts.start();
    private final ConfigurableApplicationContext service =
            SpringApplication.run(ReportingServiceApplication.class, parts.arguments("reporting"));
    private final HttpClient http = HttpClient.newHttpClient();

    PageHost() throws Exception {
        publishPopulation();
    }

    /** Six deals of two regions: three won, two of them in the East; one lost in each region; one open. */
    private void publishPopulation() throws Exception {
        try (var leads = new Publisher(parts.bootstrapServers(), "lead");
                var opportunities = new Publisher(parts.bootstrapServers(), "opportunity");
                var contracts = new Publisher(parts.bootstrapServers(), "contract");
                var deliveries = new Publisher(parts.bootstrapServers(), "delivery")) {
            leads.send(member("smith", "East"), member("jones", "West"));
            deliver(deliveries);
            for (int deal = 0; deal < 6; deal++) {
                var id = new UUID(7, deal);
                var owner = deal % 2 == 0 ? "smith" : "jones";
                var value = "\"value\":{\"amount\":\"%s\",\"currency\":\"USD\"}"
                        .formatted(deal == 0 ? "1234567.89" : "1000.10");
                var story = new ArrayList<Publisher.Event>();
                story.add(new Publisher.Event(
                        "opportunity.identified.v1",
                        id,
                        FEBRUARY,
                        "{\"owner\":\"%s\",\"expectedValue\":{\"amount\":\"777.70\",\"currency\":\"USD\"}}"
                                .formatted(owner)));
                if (deal < 3) {
                    var signed = "{\"owner\":\"%s\",\"signedOn\":\"%s\",%s}".formatted(owner, MARCH, value);
                    contracts.send(
                            new Publisher.Event("contract.drafted.v1", id, MARCH, signed),
                            new Publisher.Event("contract.signed.v1", id, MARCH, signed));
                    story.add(new Publisher.Event(
                            "opportunity.won.v1",
                            id,
                            MARCH,
                            "{\"contractId\":\"%s\",\"closedOn\":\"%s\",%s,\"skippedGates\":[]}"
                                    .formatted(id, MARCH, value)));
                } else if (deal < 5) {
                    story.add(new Publisher.Event(
                            "opportunity.lost.v1",
                            id,
                            APRIL,
                            "{\"reason\":\"price\",\"closedOn\":\"%s\"}".formatted(APRIL)));
                }
                if (deal == 5) {
                    story.addAll(throughTheFirstStage(id));
                }
                opportunities.send(story.toArray(Publisher.Event[]::new));
            }
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(report("funnel"))
                        .contains("\"opportunity=%d,lead=%d\"".formatted(opportunities.position(), leads.position()));
                assertThat(report("stages"))
                        .contains("\"opportunity=%d,lead=%d\"".formatted(opportunities.position(), leads.position()));
                assertThat(report("movement?from=2017-01-31&to=2017-04-30"))
                        .contains("\"opportunity=%d\"".formatted(opportunities.position()));
                assertThat(report("contracts"))
                        .contains("\"contract=%d,lead=%d\"".formatted(contracts.position(), leads.position()));
                assertThat(report("milestones"))
                        .contains("\"opportunity=%d,delivery=%d,lead=%d\""
                                .formatted(opportunities.position(), deliveries.position(), leads.position()));
                assertThat(report("closures")).contains("\"delivery=%d\"".formatted(deliveries.position()));
                assertThat(answer("/v1/trace/" + new UUID(7, 0)))
                        .contains("\"lead=%d,opportunity=%d,contract=%d,delivery=%d\""
                                .formatted(
                                        leads.position(),
                                        opportunities.position(),
                                        contracts.position(),
                                        deliveries.position()));
            });
        }
    }

    /** The first deal's delivery slipped and was reached late; its closure waits for one of two items. */
    private static void deliver(Publisher deliveries) {
        var contract = new UUID(7, 0);
        deliveries.send(
                new Publisher.Event("handover.initiated.v1", contract, MARCH, "{\"owner\":\"smith\"}"),
                new Publisher.Event(
                        "closure.opened.v1",
                        contract,
                        MARCH,
                        "{\"contractId\":\"%s\",\"kind\":\"DELIVERY_PROJECT\",\"items\":[\"ARCHIVE\",\"SETTLEMENT\"]}"
                                .formatted(contract)),
                new Publisher.Event(
                        "delivery-project.plan-baselined.v1",
                        contract,
                        MARCH.plusDays(1),
                        "{\"milestones\":[{\"code\":\"INSTALLED\",\"name\":\"Installed\",\"plannedOn\":\"2017-03-20\"}]}"),
                new Publisher.Event(
                        "delivery-project.milestone-slipped.v1",
                        contract,
                        MARCH.plusDays(9),
                        "{\"milestone\":\"INSTALLED\",\"from\":\"2017-03-20\",\"to\":\"2017-03-25\"}"),
                new Publisher.Event(
                        "delivery-project.milestone-reached.v1",
                        contract,
                        APRIL,
                        "{\"milestone\":\"INSTALLED\",\"plannedOn\":\"2017-03-20\",\"reachedOn\":\"2017-03-28\"}"),
                new Publisher.Event("closure.item-done.v1", contract, APRIL, "{\"item\":\"ARCHIVE\"}"));
    }

    /** It is through on 20 February, stands nominally in the second stage, and is not let out of that one. */
    private static List<Publisher.Event> throughTheFirstStage(UUID id) {
        var through = FEBRUARY.plusDays(10);
        return List.of(
                new Publisher.Event("opportunity.stage-entered.v1", id, through, "{\"stage\":1,\"on\":\"2017-02-15\"}"),
                new Publisher.Event("opportunity.stage-succeeded.v1", id, through, "{\"stage\":1}"),
                new Publisher.Event(
                        "opportunity.win-probability-changed.v1", id, through, "{\"previous\":0,\"probability\":10}"),
                new Publisher.Event("opportunity.stage-advanced.v1", id, through, "{\"from\":1,\"to\":2}"),
                new Publisher.Event(
                        "opportunity.stage-advance-rejected.v1",
                        id,
                        MARCH,
                        "{\"stage\":2,\"missing\":[\"FIRST_VISIT_LOGGED\",\"COMMITMENT\"]}"));
    }

    private static Publisher.Event member(String code, String region) {
        return new Publisher.Event(
                "team-member.registered.v1",
                UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                FEBRUARY,
                "{\"code\":\"%s\",\"team\":\"red\",\"region\":\"%s\",\"from\":\"2017-02-01\"}".formatted(code, region));
    }

    String token() {
        return parts.token(Role.ANALYST);
    }

    URI at(String path) {
        return URI.create(
                "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    URI withToken(String path) {
        return at(path + "#token=" + token());
    }

    /** What is answered to a caller without a token. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String report(String name) throws IOException, InterruptedException {
        return answer("/v1/reports/" + name);
    }

    private String answer(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token());
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        http.close();
        service.close();
        parts.close();
    }
}
