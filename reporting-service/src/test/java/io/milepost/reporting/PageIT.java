package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a browser, over the service as it runs. Without a browser on the machine it is skipped. */
@EnabledIf(value = "io.milepost.reporting.Browser#isInstalled", disabledReason = "there is no Chromium on this machine")
class PageIT {
    private static final String READY = "document.body?.dataset.state === 'ready'";
    private static final String WIDTH = "document.documentElement.scrollWidth";

    private static PageHost host;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        host = new PageHost();
        browser = new Browser();
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (host != null) {
            host.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void the_figures_of_the_population_stand_on_the_page_at_every_width(int width) throws IOException {
        browser.open(width, 800, width == 360);
        browser.go(host.withToken("/"));
        browser.until(READY);

        assertThat(browser.text("#tiles"))
                .contains("Open pipeline\nUSD 777.7\n1 deal · USD 777.70")
                .contains("Won\nUSD 1.237M\n3 deals · USD 1,236,568.09")
                .contains("Win rate\n60.0%\n3 won, 2 lost");
        assertThat(browser.rows("#regions table"))
                .contains(
                        "East 2 1 66.7% USD 1,235,567.99",
                        "West 1 1 50.0% USD 1,000.10", "All 3 2 60.0% USD 1,236,568.09");
        assertThat(browser.rows("#funnel table")).contains("Identified 6 –", "Qualified 3 50.0%", "Won 3 100.0%");
        assertThat(browser.unfolded("#months table"))
                .contains("Mar 2017 3 0 100.0% USD 1,236,568.09", "Apr 2017 0 2 0.0% USD 0.00");
        assertThat(browser.unfolded("#contracts table")).contains("Mar 2017 3 0 USD 1,236,568.09");
        assertThat(browser.rows("#movement table"))
                .contains(
                        "Opening 0 USD 0.00",
                        "+ New 6 USD 4,666.20",
                        "+ Increased 3 USD 1,234,234.99",
                        "− Won 3 USD 1,236,568.09",
                        "− Lost 2 USD 1,555.40",
                        "Closing 1 USD 777.70");
        assertThat(browser.text("#tiles")).contains("Open closures\n1\n0 closed");
        assertThat(browser.text("#milestones"))
                .contains("1 planned, 1 reached, 1 of them late; 0 overdue.")
                .contains("average days against the first and the present plan");
        assertThat(browser.rows("#milestones table")).contains("Installed 1 of 1 1 0 8 / 3", "All 1 of 1 1 0 8 / 3");
        assertThat(browser.text("#sales-milestones")).contains("No plan has been said by this day");
        assertThat(browser.rows("#sales-milestones table")).contains("All 0 of – – – –");
        assertThat(browser.rows("#closures table")).contains("Archive 0 1 0", "Settlement 1 0 0");
        trace("00000000-0000-0007-0000-000000000000");
        browser.until("document.querySelectorAll('#trace li').length === 10");
        assertThat(browser.text("#trace"))
                .contains("10 steps in 3 services.")
                .contains("2017-03-28")
                .contains("delivery-project.milestone-reached\ndelivery 5, by tester")
                .contains("expectedValue USD 777.70");
        trace("00000000-0000-0007-0000-00000000ffff");
        browser.until("document.querySelectorAll('#trace li').length === 0");
        assertThat(browser.text("#trace")).contains("No event of any service mentions");
        trace("00000000-0000-0007-0000-000000000000");
        browser.until("document.querySelectorAll('#trace li').length === 10");
        assertThat(browser.text("#freshness")).contains("opportunity=16,lead=2").contains("nothing is waiting");

        assertThat(browser.eval(WIDTH).asInt()).as("no sideways scrolling").isLessThanOrEqualTo(width);
        browser.picture(Path.of("target", "page-%d.png".formatted(width)));
        browser.eval("document.querySelector('main').append(Object.assign(document.createElement('pre'),"
                + " { id: 'too-wide', textContent: 'x'.repeat(400) }))");
        browser.eval("document.getElementById('too-wide').style.width = '3000px'");
        assertThat(browser.eval(WIDTH).asInt()).as("what is too wide is seen").isGreaterThan(width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void stages_tell_where_deals_truly_stand_how_long_and_what_is_missing(int width) throws IOException {
        browser.open(width, 800, width == 360);
        browser.go(host.withToken("/?asOf=2017-04-03"));
        browser.until(READY);
        assertThat(browser.rows("#pipeline table"))
                .contains("S0 2 – USD 1,555.40 USD 0.00", "S1 1 2 USD 777.70 USD 77.77", "S2 0 1 USD 0.00 USD 0.00")
                .contains("All 3 3 USD 2,333.10 USD 77.77");
        assertThat(browser.rows("[aria-label=\"Conversion of each stage\"] table"))
                .contains("S1 1 1 100.0% 4 3 0", "S2 0 0 – 3 3 0");
        assertThat(browser.rows("[aria-label=\"Days in each stage\"] table"))
                .contains("S1 1 47 47 0 – –", "S2 0 – – 0 – –");
        assertThat(browser.rows("[aria-label=\"What keeps deals from advancing\"] table"))
                .contains("S2 COMMITMENT 1", "S2 FIRST_VISIT_LOGGED 1");
        assertThat(browser.text("#stages")).contains("true stage").doesNotContain("Not available");
        assertThat(browser.eval(WIDTH).asInt()).as("no sideways scrolling").isLessThanOrEqualTo(width);
        browser.picture(Path.of("target", "stages-%d.png".formatted(width)));
        assertThat(browser.text("#tiles")).contains("Weighted pipeline\nUSD 77.77");
    }

    @Test
    void every_chart_is_drawn() {
        browser.open(1280, 800, false);
        browser.answer("movement", 200, MOVEMENT);
        browser.go(host.withToken("/"));
        browser.until(READY);
        for (var panel :
                new String[] {"funnel", "regions", "months", "movement", "pipeline", "stages", "contracts", "milestones"
                }) {
            browser.until("""
                (() => {
                  const canvas = document.querySelector('#%s canvas');
                  if (!canvas) return false;
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  return data.filter((value, at) => at %% 4 === 3 && value > 0).length > 1000;
                })()\
                """.formatted(panel));
        }
    }

    @Test
    void a_token_is_asked_for_once_and_leaves_the_address() {
        browser.open(1280, 800, false);
        browser.go(host.at("/"));
        browser.until("document.body?.dataset.state === 'sign-in'");
        assertThat(browser.text("#sign-in")).contains("./milepost token ANALYST");
        assertThat(browser.requests()).noneMatch(request -> request.contains("/v1/"));

        enterToken("nonsense");
        browser.until("document.querySelector('#sign-in [role=alert]').textContent !== ''");
        assertThat(browser.text("#sign-in")).contains("The service does not take this token");

        enterToken(host.token());
        browser.until(READY);
        assertThat(browser.text("#tiles")).contains("60.0%");
        browser.go(host.at("/?asOf=2017-03-31"));
        browser.until(READY);
        assertThat(browser.text("#tiles")).as("a reload keeps the token").contains("100.0%");

        browser.open(1280, 800, false);
        browser.go(host.withToken("/"));
        browser.until(READY);
        assertThat(browser.eval("location.href").asString())
                .isEqualTo(host.at("/").toString());
    }

    @Test
    void a_past_day_is_picked_and_stands_in_the_address() {
        browser.open(1280, 800, false);
        browser.go(host.withToken("/"));
        browser.until(READY);
        assertThat(browser.eval("document.querySelector('[name=from]').value + ' ' +"
                                + " document.querySelector('[name=to]').value")
                        .asString())
                .as("the last three months in which deals were closed")
                .isEqualTo("2017-01-31 2017-04-30");
        browser.eval("document.querySelector('[name=asOf]').value = '2017-02-10';"
                + "document.getElementById('asking').dispatchEvent(new Event('change'))");
        browser.until(READY + " && document.querySelector('#tiles').innerText.includes('6 deals')");
        assertThat(browser.text("#tiles")).contains("Open pipeline\nUSD 4.666K\n6 deals · USD 4,666.20");
        assertThat(browser.eval("location.search").asString()).contains("asOf=2017-02-10");
    }

    @Test
    void a_report_that_is_not_there_is_one_honest_line_and_the_others_stand() {
        browser.open(1280, 800, false);
        browser.answer("collections", 404, "{\"code\":\"UNKNOWN_ROUTE\",\"title\":\"There is no such path\"}");
        browser.answer(
                "contracts", 503, "{\"code\":\"POSITION_NOT_REACHED\",\"detail\":\"The report stands elsewhere.\"}");
        browser.go(host.withToken("/"));
        browser.until(READY);
        assertThat(browser.text("#collections"))
                .isEqualToNormalizingWhitespace(
                        "Collections Not available yet: this service does not offer the report.");
        assertThat(browser.text("#contracts")).endsWith("The report stands elsewhere.");
        assertThat(browser.text("#regions")).contains("66.7%").doesNotContain("Catching up", "Not complete");
    }

    @Test
    void a_day_that_cannot_be_asked_about_is_said_and_can_be_corrected() {
        browser.open(1280, 800, false);
        browser.go(host.withToken("/?asOf=2099-01-01"));
        browser.until("document.body?.dataset.state === 'fault'");
        assertThat(browser.text("#fault")).contains("asOf").contains("a day not after today");
        browser.eval("document.querySelector('[name=asOf]').value = '';"
                + "document.getElementById('asking').dispatchEvent(new Event('change'))");
        browser.until(READY);
        assertThat(browser.eval("document.getElementById('fault').hidden").asBoolean())
                .isTrue();
        assertThat(browser.text("#tiles")).contains("60.0%");
    }

    private static final String MOVEMENT = """
        {"lagMs":61000,"setAside":2,"currency":"USD","from":"2017-01-31","to":"2017-04-30","bars":[
         {"bar":"opening","count":0,"value":{"amount":"0.00","currency":"USD"}},
         {"bar":"new","count":6,"value":{"amount":"4666.20","currency":"USD"},"deals":[
          {"id":"<b>markup</b>","on":"2017-02-10","value":{"amount":"777.70","currency":"USD"},"position":3}]},
         {"bar":"won","count":3,"value":{"amount":"2333.10","currency":"USD"},"deals":[]},
         {"bar":"lost","count":2,"value":{"amount":"1555.40","currency":"USD"},"deals":[]},
         {"bar":"rejected","count":0,"value":{"amount":"0.00","currency":"USD"},"deals":[]},
         {"bar":"closing","count":1,"value":{"amount":"777.70","currency":"USD"}}]}\
        """;

    @Test
    void a_movement_is_shown_to_the_cent_with_the_deals_behind_each_bar() {
        browser.open(360, 800, false);
        browser.answer("movement", 200, MOVEMENT);
        browser.go(host.withToken("/?from=2017-01-31&to=2017-04-30"));
        browser.until(READY);
        assertThat(browser.rows("#movement table"))
                .contains(
                        "+ New 6 USD 4,666.20",
                        "− Won 3 USD 2,333.10",
                        "− Lost 2 USD 1,555.40",
                        "Closing 1 USD 777.70");
        browser.eval("document.querySelectorAll('#movement details').forEach(folded => folded.open = true)");
        assertThat(browser.text("#movement"))
                .contains("Catching up: events up to 61 s old are not in the figures.")
                .contains("Not complete: 2 subjects are set aside")
                .contains("Deals behind new: the largest 1 of 6")
                .contains("USD 777.70 on 2017-02-10 · <b>markup</b>")
                .doesNotContain("Rejected");
        assertThat(browser.requests()).anyMatch(asked -> asked.endsWith("movement?from=2017-01-31&to=2017-04-30"));
        assertThat(browser.eval(WIDTH).asInt()).isLessThanOrEqualTo(360);
    }

    @Test
    void of_several_currencies_one_is_shown_and_the_others_can_be_chosen() {
        browser.open(1280, 800, false);
        browser.answer(
                "contracts",
                422,
                "{\"code\":\"CURRENCY_REQUIRED\",\"detail\":\"Ask for one of them with ?currency=: EUR, USD.\"}");
        browser.go(host.withToken("/"));
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
        browser.go(host.withToken("/"));
        browser.until(READY);
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(request -> request.startsWith(host.at("/").toString()) || request.startsWith("data:"));
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
        var page = host.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'");
        assertThat(host.get("/page/echarts/NOTICE").statusCode()).isEqualTo(200);
        assertThat(host.get("/page/nothing.js").statusCode()).isEqualTo(404);
        assertThat(host.get("/page/..%2fapplication.yaml").statusCode()).isNotEqualTo(200);
        assertThat(host.get("/v1/reports/funnel").statusCode()).isEqualTo(401);
        assertThat(host.get("/elsewhere").statusCode()).isEqualTo(401);
    }

    private static void trace(String id) {
        browser.eval("document.getElementById('trace-id').value = '%s';".formatted(id)
                + "document.querySelector('#trace [type=submit]').click()");
    }

    private static void enterToken(String token) {
        browser.eval("document.getElementById('token').value = '%s';".formatted(token)
                + "document.querySelector('#sign-in [type=submit]').click()");
    }
}
