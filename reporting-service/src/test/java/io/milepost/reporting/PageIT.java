package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.SuiteParts;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The page in a browser, over the service as it runs. Without a browser on the machine it is skipped. */
class PageIT {
    private static final LocalDate FEBRUARY = LocalDate.of(2017, 2, 10);
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 5);
    private static final LocalDate APRIL = LocalDate.of(2017, 4, 4);
    private static final String READY = "document.body?.dataset.state === 'ready'";
    private static final String WIDTH = "document.documentElement.scrollWidth";

    private static SuiteParts parts;
    private static ConfigurableApplicationContext service;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        var chromium = Browser.installed();
        Assumptions.assumeTrue(
                chromium.isPresent(), "no Chromium on this machine: the page was not looked at (package chromium)");
        parts = SuiteParts.start();
        service = SpringApplication.run(ReportingServiceApplication.class, parts.arguments("reporting"));
        publishPopulation();
        browser = new Browser(chromium.get());
    }

    @AfterAll
    static void stop() throws Exception {
        if (service == null) {
            return;
        }
        if (browser != null) {
            browser.close();
        }
        service.close();
        parts.close();
    }

    /** Six deals of two regions: three won, two of them in the East; one lost in each region; one open. */
    private static void publishPopulation() throws Exception {
        try (var leads = new Publisher(parts.bootstrapServers(), "lead");
                var opportunities = new Publisher(parts.bootstrapServers(), "opportunity");
                var contracts = new Publisher(parts.bootstrapServers(), "contract")) {
            leads.send(member("smith", "East"), member("jones", "West"));
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
                opportunities.send(story.toArray(Publisher.Event[]::new));
            }
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(get("/v1/reports/funnel", parts.token(Role.ANALYST)).body())
                        .contains("\"opportunity=%d,lead=%d\"".formatted(opportunities.position(), leads.position()));
                assertThat(get("/v1/reports/contracts", parts.token(Role.ANALYST))
                                .body())
                        .contains("\"contract=%d,lead=%d\"".formatted(contracts.position(), leads.position()));
            });
        }
    }

    private static Publisher.Event member(String code, String region) {
        return new Publisher.Event(
                "team-member.registered.v1",
                UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                FEBRUARY,
                "{\"code\":\"%s\",\"team\":\"red\",\"region\":\"%s\",\"from\":\"2017-02-01\"}".formatted(code, region));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void the_figures_of_the_population_stand_on_the_page_at_every_width(int width) {
        browser.open(width, 800, width == 360);
        browser.go(withToken("/"));
        browser.until(READY);

        assertThat(browser.text("#tiles"))
                .contains("Open pipeline\nUSD 778\n1 deal · USD 777.70")
                .contains("Won\nUSD 1.24M\n3 deals · USD 1,236,568.09")
                .contains("Win rate\n60.0%\n3 won, 2 lost");
        assertThat(rows("#regions table"))
                .contains(
                        "East 2 1 66.7% USD 1,235,567.99",
                        "West 1 1 50.0% USD 1,000.10", "All 3 2 60.0% USD 1,236,568.09");
        assertThat(rows("#funnel table")).contains("Identified 6 –", "Qualified 3 50.0%", "Won 3 100.0%");
        assertThat(unfolded("#months table"))
                .contains("Mar 2017 3 0 100.0% USD 1,236,568.09", "Apr 2017 0 2 0.0% USD 0.00");
        assertThat(unfolded("#contracts table")).contains("Mar 2017 3 0 USD 1,236,568.09");
        assertThat(browser.text("#freshness")).contains("opportunity=11,lead=2").contains("nothing is waiting");

        assertThat(browser.eval(WIDTH).asInt()).isEqualTo(width);
        browser.eval("document.querySelector('main').append(Object.assign(document.createElement('pre'),"
                + " { id: 'too-wide', textContent: 'x'.repeat(400) }))");
        browser.eval("document.getElementById('too-wide').style.width = '3000px'");
        assertThat(browser.eval(WIDTH).asInt()).as("what is too wide is seen").isGreaterThan(width);
    }

    @Test
    void every_chart_is_drawn() {
        browser.open(1280, 800, false);
        browser.answer("movement", 200, MOVEMENT);
        browser.go(withToken("/"));
        browser.until(READY);
        for (var panel : new String[] {"funnel", "regions", "months", "movement", "contracts"}) {
            browser.until("""
                    (() => {
                      const canvas = document.querySelector('#%s canvas');
                      if (!canvas) return false;
                      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                      return data.filter((value, at) => at %% 4 === 3 && value > 0).length > 1000;
                    })()""".formatted(panel));
        }
    }

    @Test
    void a_token_is_asked_for_once_and_leaves_the_address() {
        browser.open(1280, 800, false);
        browser.go(at("/"));
        browser.until("document.body?.dataset.state === 'sign-in'");
        assertThat(browser.text("#sign-in")).contains("./milepost token ANALYST");
        assertThat(browser.requests()).noneMatch(request -> request.contains("/v1/"));

        enterToken("nonsense");
        browser.until("document.querySelector('#sign-in [role=alert]').textContent !== ''");
        assertThat(browser.text("#sign-in")).contains("The service does not take this token");

        enterToken(parts.token(Role.ANALYST));
        browser.until(READY);
        assertThat(browser.text("#tiles")).contains("60.0%");
        browser.go(at("/?asOf=2017-03-31"));
        browser.until(READY);
        assertThat(browser.text("#tiles")).as("a reload keeps the token").contains("100.0%");

        browser.open(1280, 800, false);
        browser.go(withToken("/"));
        browser.until(READY);
        assertThat(browser.eval("location.href").asString()).isEqualTo(at("/").toString());
    }

    @Test
    void a_past_day_is_picked_and_stands_in_the_address() {
        browser.open(1280, 800, false);
        browser.go(withToken("/"));
        browser.until(READY);
        assertThat(browser.eval(
                                "document.querySelector('[name=from]').value + ' ' + document.querySelector('[name=to]').value")
                        .asString())
                .as("the last three months in which deals were closed")
                .isEqualTo("2017-01-31 2017-04-30");
        browser.eval("document.querySelector('[name=asOf]').value = '2017-02-10';"
                + "document.getElementById('asking').dispatchEvent(new Event('change'))");
        browser.until(READY + " && document.querySelector('#tiles').innerText.includes('6 deals')");
        assertThat(browser.text("#tiles")).contains("Open pipeline\nUSD 4.67K\n6 deals · USD 4,666.20");
        assertThat(browser.eval("location.search").asString()).contains("asOf=2017-02-10");
    }

    @Test
    void a_report_that_is_not_there_is_one_honest_line_and_the_others_stand() {
        browser.open(1280, 800, false);
        browser.answer("collections", 404, "{\"code\":\"UNKNOWN_ROUTE\",\"title\":\"There is no such path\"}");
        browser.answer(
                "contracts", 503, "{\"code\":\"POSITION_NOT_REACHED\",\"detail\":\"The report stands elsewhere.\"}");
        browser.go(withToken("/"));
        browser.until(READY);
        assertThat(browser.text("#collections"))
                .isEqualTo("Collections\nNot available yet: this service does not offer the report.");
        assertThat(browser.text("#contracts")).endsWith("The report stands elsewhere.");
        assertThat(browser.text("#regions")).contains("66.7%");
    }

    private static final String MOVEMENT = """
            {"currency":"USD","from":"2017-01-31","to":"2017-04-30","bars":[
             {"bar":"opening","count":0,"value":{"amount":"0.00","currency":"USD"},"deals":[]},
             {"bar":"new","count":6,"value":{"amount":"4666.20","currency":"USD"},
              "deals":[{"id":"00000000-0000-0007-0000-000000000001","value":{"amount":"777.70","currency":"USD"}}]},
             {"bar":"won","count":3,"value":{"amount":"2333.10","currency":"USD"},"deals":["<b>markup</b>"]},
             {"bar":"lost","count":2,"value":{"amount":"1555.40","currency":"USD"},"deals":[]},
             {"bar":"closing","count":1,"value":{"amount":"777.70","currency":"USD"},"deals":[]}]}""";

    @Test
    void a_movement_is_shown_to_the_cent_with_the_deals_behind_each_bar() {
        browser.open(360, 800, false);
        browser.answer("movement", 200, MOVEMENT);
        browser.go(withToken("/?from=2017-01-31&to=2017-04-30"));
        browser.until(READY);
        assertThat(rows("#movement table"))
                .contains(
                        "+ New 6 USD 4,666.20",
                        "− Won 3 USD 2,333.10",
                        "− Lost 2 USD 1,555.40",
                        "Closing 1 USD 777.70");
        browser.eval("document.querySelectorAll('#movement details').forEach(folded => folded.open = true)");
        assertThat(browser.text("#movement"))
                .contains("00000000-0000-0007-0000-000000000001 · USD 777.70")
                .contains("<b>markup</b>");
        assertThat(browser.requests()).anyMatch(asked -> asked.endsWith("movement?from=2017-01-31&to=2017-04-30"));
        assertThat(browser.eval(WIDTH).asInt()).isEqualTo(360);
    }

    @Test
    void of_several_currencies_one_is_shown_and_the_others_can_be_chosen() {
        browser.open(1280, 800, false);
        browser.answer(
                "contracts",
                422,
                "{\"code\":\"CURRENCY_REQUIRED\",\"detail\":\"Ask for one of them with ?currency=: EUR, USD.\"}");
        browser.go(withToken("/"));
        browser.until(READY + " && document.querySelector('[name=currency]').value === 'EUR'");
        assertThat(browser.text("#tiles")).contains("EUR 0");
        browser.eval("document.querySelector('[name=currency]').value = 'USD';"
                + "document.getElementById('asking').dispatchEvent(new Event('change'))");
        browser.until(READY + " && document.querySelector('#tiles').innerText.includes('USD')");
        assertThat(browser.eval("location.search").asString()).contains("currency=USD");
    }

    @Test
    void nothing_comes_from_elsewhere_and_no_policy_is_broken() {
        browser.open(1280, 800, true);
        browser.go(withToken("/"));
        browser.until(READY);
        assertThat(browser.requests()).isNotEmpty().allMatch(request -> request.startsWith(at("/").toString()));
        assertThat(browser.complaints()).isEmpty();
        browser.eval(
                "document.body.append(Object.assign(document.createElement('img'), { src: 'http://127.0.0.1:9/' }))");
        Awaitility.await().until(() -> !browser.complaints().isEmpty());
        assertThat(browser.complaints())
                .as("a broken policy is seen")
                .anyMatch(said -> said.contains("Content Security"));
    }

    @Test
    void the_files_are_open_and_the_figures_are_not() throws Exception {
        var page = get("/", null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'");
        assertThat(get("/page/echarts/NOTICE", null).statusCode()).isEqualTo(200);
        assertThat(get("/page/nothing.js", null).statusCode()).isEqualTo(404);
        assertThat(get("/page/..%2fapplication.yaml", null).statusCode()).isNotEqualTo(200);
        assertThat(get("/v1/reports/funnel", null).statusCode()).isEqualTo(401);
        assertThat(get("/elsewhere", null).statusCode()).isEqualTo(401);
    }

    /** The rows of a table as a reader sees them, cells parted by one space. */
    private static List<String> rows(String selector) {
        return browser.text(selector)
                .lines()
                .map(line -> line.replace('\t', ' ').strip())
                .toList();
    }

    private static List<String> unfolded(String selector) {
        browser.eval("document.querySelector('%s').closest('details').open = true".formatted(selector));
        return rows(selector);
    }

    private static void enterToken(String token) {
        browser.eval("document.getElementById('token').value = '%s';".formatted(token)
                + "document.querySelector('#sign-in [type=submit]').click()");
    }

    private static URI withToken(String path) {
        return at(path + "#token=" + parts.token(Role.ANALYST));
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(at(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static URI at(String path) {
        return URI.create(
                "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port") + path);
    }
}
