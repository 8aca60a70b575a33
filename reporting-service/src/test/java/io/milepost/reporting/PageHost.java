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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs, with a population that is small enough to know every figure by heart. */
final class PageHost implements AutoCloseable {
    private static final LocalDate LAST_YEAR = LocalDate.of(2016, 3, 1);
    private static final LocalDate FEBRUARY = LocalDate.of(2017, 2, 10);
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 5);
    private static final LocalDate APRIL = LocalDate.of(2017, 4, 4);

    private static final List<String> NAMES = List.of(
            "Press line Dresden",
            "Press line Lyon",
            "Robot cell Turin",
            "Robot cell Porto",
            "Robot cell Ghent",
            "Robot cell <b>Oslo</b>",
            "Robot cell Rome",
            "Robot cell Graz");

    private final SuiteParts parts = SuiteParts.start();
    private final ConfigurableApplicationContext service = RunningReports.run(arguments());
    private final HttpClient http = HttpClient.newHttpClient();

    private static @Nullable PageHost shared;

    PageHost() throws Exception {
        publishPopulation();
    }

    /** The one that all tests of the page share; it ends with the JVM. */
    static synchronized PageHost shared() throws Exception {
        if (shared == null) {
            var started = new PageHost();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "close-page-host"));
            shared = started;
        }
        return shared;
    }

    private String[] arguments() {
        return Stream.concat(Arrays.stream(parts.arguments("reporting")), RunningReports.mart())
                .toArray(String[]::new);
    }

    /**
     * Six deals of two regions in dollars: three won, two of them in the East; one lost in each region; one open. A seventh in euros is open, an
     * eighth was won in the West a year before the others were lost.
     */
    private void publishPopulation() throws Exception {
        try (var leads = new Publisher(parts.bootstrapServers(), "lead");
                var opportunities = new Publisher(parts.bootstrapServers(), "opportunity");
                var contracts = new Publisher(parts.bootstrapServers(), "contract");
                var deliveries = new Publisher(parts.bootstrapServers(), "delivery")) {
            leads.send(member("smith", "red", "East"), member("jones", "blue", "West"));
            deliver(deliveries);
            for (int deal = 0; deal < NAMES.size(); deal++) {
                var id = new UUID(7, deal);
                var owner = deal % 2 == 0 ? "smith" : "jones";
                var value = "\"value\":" + money(deal == 0 ? "1234567.89" : "1000.10", "USD");
                var story = new ArrayList<Publisher.Event>();
                story.add(identified(id, owner, deal));
                if (deal < 3) {
                    var signed = "{\"owner\":\"%s\",\"signedOn\":\"%s\",%s}".formatted(owner, MARCH, value);
                    contracts.send(
                            new Publisher.Event("contract.drafted.v1", id, MARCH, signed),
                            new Publisher.Event("contract.signed.v1", id, MARCH, signed));
                    story.add(won(id, MARCH, value));
                } else if (deal < 5) {
                    story.add(new Publisher.Event(
                            "opportunity.lost.v1",
                            id,
                            APRIL,
                            "{\"reason\":\"price\",\"closedOn\":\"%s\"}".formatted(APRIL)));
                } else if (deal == 5) {
                    story.addAll(throughTheFirstStage(id));
                } else if (deal == 7) {
                    story.add(won(id, LAST_YEAR.plusDays(50), value));
                }
                opportunities.send(story.toArray(Publisher.Event[]::new));
            }
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(report("funnel"))
                        .contains("\"opportunity=%d,lead=%d\"".formatted(opportunities.position(), leads.position()));
                assertThat(report("contracts"))
                        .contains("\"lead=%d,contract=%d\"".formatted(leads.position(), contracts.position()));
                assertThat(report("closures")).contains("\"delivery=%d,".formatted(deliveries.position()));
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

    private static Publisher.Event identified(UUID id, String owner, int deal) {
        return new Publisher.Event(
                "opportunity.identified.v1",
                id,
                deal == 7 ? LAST_YEAR : FEBRUARY,
                "{\"owner\":\"%s\",\"name\":\"%s\",\"product\":\"%s\",\"expectedValue\":%s}"
                        .formatted(
                                owner,
                                NAMES.get(deal),
                                deal < 2 ? "Press line" : "Robot cell",
                                money("777.70", deal == 6 ? "EUR" : "USD")));
    }

    private static Publisher.Event won(UUID id, LocalDate on, String value) {
        return new Publisher.Event(
                "opportunity.won.v1",
                id,
                on,
                "{\"contractId\":\"%s\",\"closedOn\":\"%s\",%s,\"skippedGates\":[]}".formatted(id, on, value));
    }

    private static String money(String amount, String currency) {
        return "{\"amount\":\"%s\",\"currency\":\"%s\"}".formatted(amount, currency);
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

    private static Publisher.Event member(String code, String team, String region) {
        return new Publisher.Event(
                "team-member.registered.v1",
                UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                LAST_YEAR,
                "{\"code\":\"%s\",\"team\":\"%s\",\"region\":\"%s\",\"from\":\"2016-01-01\"}"
                        .formatted(code, team, region));
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
