package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Reports in another currency than that of the deals, over HTTP. */
class CurrencyIT {
    private static final String ASKED = "funnel?by=owner&asOf=2017-04-30&currency=GBP";
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 1);

    private static RunningReports running;

    @BeforeAll
    static void start() throws Exception {
        running = RunningReports.shared();
    }

    @Test
    @DisplayName(
            "R-196, R-208: without a rate it is 422 with what is missing; with one all five roads say the same, and at which rates")
    void five_roads() throws Exception {
        var missing = running.get(ASKED, running.parts.token(Role.ANALYST));
        assertThat(missing.statusCode()).isEqualTo(422);
        var problem = RunningReports.JSON.readTree(missing.body());
        assertThat(problem.get("code").asString()).isEqualTo("RATE_MISSING");
        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/currency");
        assertThat(problem.get("detail").asString()).contains("USD into GBP", "2017-04-30");

        running.population.leads.send(new Publisher.Event(
                "exchange-rate.recorded.v1",
                UUID.randomUUID(),
                MARCH,
                "{\"from\":\"USD\",\"to\":\"GBP\",\"on\":\"2017-03-01\",\"rate\":0.81}"));
        await().atMost(Duration.ofSeconds(60)).until(() -> fetch(ASKED).statusCode() == 200);

        var answer = RunningReports.JSON.readTree(fetch(ASKED).body());
        assertThat(answer.get("inCurrency").asString()).isEqualTo("GBP");
        assertThat(answer.get("rates").asString()).isEqualTo("then");
        assertThat(answer.get("ratesUsed").asString()).isEqualTo("USD 2017-03-01 0.81");
        var own = RunningReports.JSON.readTree(
                fetch("funnel?by=owner&asOf=2017-04-30").body());
        var expected = new TreeMap<String, BigDecimal>();
        own.get("rows")
                .forEach(row -> expected.put(
                        row.get("owner").asString(),
                        new BigDecimal(row.get("open_value").asString())
                                .multiply(new BigDecimal("0.81"))
                                .setScale(2, RoundingMode.HALF_UP)));
        assertThat(expected).hasSizeGreaterThan(1);
        assertThat(values(ReadBack.json(answer.get("rows")))).isEqualTo(expected);

        var csv = fetch(ASKED + "&format=csv");
        assertThat(csv.headers().firstValue("Milepost-Currency")).contains("GBP");
        assertThat(csv.headers().firstValue("Milepost-Rates")).contains("then");
        assertThat(values(ReadBack.csv(csv.body()))).isEqualTo(expected);
        var lines = new String(fetch(ASKED + "&format=ndjson").body(), StandardCharsets.UTF_8);
        var rows = RunningReports.JSON.createArrayNode();
        lines.lines().forEach(line -> rows.add(RunningReports.JSON.readTree(line)));
        assertThat(values(ReadBack.json(rows))).isEqualTo(expected);
        for (var format : List.of("xlsx", "parquet")) {
            var file = ReadBack.of(fetch(ASKED + "&rates=2017-03-15&format=" + format));
            assertThat(values(file)).as(format).isEqualTo(expected);
            assertThat(file.about())
                    .as("the file says it of itself")
                    .containsEntry("inCurrency", "GBP")
                    .containsEntry("rates", "2017-03-15")
                    .containsEntry("ratesUsed", "USD 2017-03-01 0.81");
        }
    }

    private static Map<String, BigDecimal> values(ReadBack read) {
        var values = new TreeMap<String, BigDecimal>();
        read.rows().forEach(row -> {
            assertThat(row.get("currency")).hasToString("GBP");
            values.put(
                    row.get("owner").toString(),
                    new BigDecimal(row.get("open_value").toString()).setScale(2));
        });
        return values;
    }

    private static HttpResponse<byte[]> fetch(String path) throws Exception {
        return running.fetchBytes("/v1/reports/" + path, running.parts.token(Role.ANALYST));
    }
}
