package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's figures and filters in a browser, over the service as it runs. Without a browser on the machine it is skipped. */
@EnabledIf(value = "io.milepost.reporting.Browser#isInstalled", disabledReason = "there is no Chromium on this machine")
class PageIT {
    static final String READY = "document.body?.dataset.state === 'ready'";
    private static final String WIDTH = "document.documentElement.scrollWidth";

    private static PageHost host;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        host = PageHost.shared();
        browser = new Browser();
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(String path) {
        browser.go(host.withToken(path));
        browser.until(READY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390, 320})
    @DisplayName("it opens on the currency of most deals and on the last quarter with figures, at every width")
    void opens(int width) throws IOException {
        browser.open(width, 900, width == 390);
        open("/");

        assertThat(browser.eval("location.href").asString())
                .as("the token leaves the address")
                .isEqualTo(host.at("/").toString());
        assertThat(browser.text("#scope")).isEqualTo("Apr 1, 2017 – Jun 30, 2017 · USD");
        assertThat(browser.text("#tiles"))
                .contains("Open value\nUSD 777.7\nUSD 777.70", "Lost value\nUSD 1.555K\nUSD 1,555.40")
                .contains("Signed value\nUSD 1.237M\nUSD 1,236,568.09");
        assertThat(browser.rows("#panel-funnel table"))
                .contains(
                        "West 4 1 1 0 USD 777.70 USD 77.77 2 USD 2,000.20 1 0 0 66.7%",
                        "East 3 0 0 0 USD 0.00 USD 0.00 2 USD 1,235,567.99 1 0 0 66.7%",
                        "All 7 1 1 0 USD 777.70 USD 77.77 4 USD 1,237,568.19 2 0 0 66.7%");
        assertThat(browser.rows("#panel-loss-reasons table"))
                .contains("price Robot cell East 1 USD 777.70", "All 2 USD 1,555.40");
        assertThat(browser.rows("#panel-delivery-milestones table"))
                .contains("Installed East 1 1 0 1 0 0 0 0 0.0% 8.0 8 3.0 3");
        assertThat(browser.rows("#panel-closing-items table")).contains("Archive Delivery project 1 1 0 0");
        assertThat(browser.text("#panel-collections"))
                .contains("There was nothing on this day")
                .doesNotContain("USD 0");
        assertThat(browser.text("#freshness")).contains("Complete, from every event up to opportunity=19,lead=2");

        assertThat(browser.eval(WIDTH).asInt()).as("no sideways scrolling").isLessThanOrEqualTo(width);
        assertThat(browser.eval("""
                [...document.querySelectorAll('#tiles dd:not(.exact)')].filter(figure =>
                  figure.clientHeight > 2 * parseFloat(getComputedStyle(figure).fontSize)
                  || figure.scrollWidth > figure.parentElement.clientWidth).length\
                """).asInt()).as("labels that break").isZero();
        browser.picture(Path.of("target", "page-%d.png".formatted(width)));
        browser.eval("document.querySelector('main').append(Object.assign(document.createElement('pre'),"
                + " { id: 'too-wide', textContent: 'x'.repeat(400) }))");
        browser.eval("document.getElementById('too-wide').style.width = '3000px'");
        assertThat(browser.eval(WIDTH).asInt()).as("what is too wide is seen").isGreaterThan(width);
    }

    @Test
    @DisplayName("a report that is declared stands on the page, in both languages, and the page knows none by name")
    void draws_what_is_declared() {
        browser.open(1440, 900, false);
        browser.answer("reports", 200, """
            {"reports":[{"name":"anything","label":{"en":"Anything new","zh":"新报表"},"dataset":"opportunity","over":"DAY",
             "default":"TODAY","where":null,"path":"/v1/reports/funnel","measures":["open"],"by":["owner"],
             "chart":{"form":"BARS","measure":"open"}},
             {"name":"by-month","label":{"en":"Months","zh":"月份"},"dataset":"opportunity","over":"PERIOD",
             "default":"THIS_YEAR","where":null,"path":"/v1/reports/won","measures":["won_deals"],"by":["month"],
             "chart":{"form":"LINE","measure":"won_deals"}}]}\
            """);
        open("/?asOf=2017-04-15&period=year&currency=USD&lang=zh-CN");
        assertThat(browser.text("#panel-anything")).contains("新报表");
        assertThat(browser.eval("document.querySelector('#panel-by-month polyline').getAttribute('points')")
                        .asString())
                .as("all in March, none in April")
                .isEqualTo("0,2 100,40");
        open("/?asOf=2017-02-15");
        assertThat(browser.eval("document.querySelectorAll('.panel').length").asInt())
                .isEqualTo(2);
        assertThat(browser.text("#panel-anything"))
                .contains("Anything new", "smith", "jones")
                .doesNotContain("West");
        assertThat(browser.eval("document.querySelectorAll('#panel-anything .bars .bar').length")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @DisplayName(
            "every panel obeys the bar of filters, which stands in the address; Back and a shared link lead to the same")
    void filters() {
        browser.open(1440, 900, false);
        open("/");
        browser.choose("region", "West");
        browser.until(READY + " && document.querySelector('#scope').textContent.includes('West')");
        assertThat(browser.rows("#panel-funnel table")).noneMatch(row -> row.startsWith("East"));
        assertThat(browser.rows("#panel-loss-reasons table")).contains("All 1 USD 777.70");
        assertThat(browser.text("#panel-delivery-milestones")).contains("There was nothing on this day");
        String shared = browser.eval("location.pathname + location.search").asString();
        assertThat(shared).contains("region=West", "currency=USD", "asOf=2017-06-30");

        browser.choose("currency", "EUR");
        browser.until(READY + " && document.querySelector('#scope').textContent.includes('EUR')");
        assertThat(browser.text("#panel-funnel")).contains("There was nothing on this day");
        browser.back();
        browser.until(READY + " && document.querySelector('#scope').textContent.includes('USD')");
        assertThat(browser.eval("document.querySelector('[name=region]').value").asString())
                .isEqualTo("West");

        browser.open(1440, 900, false);
        open(shared);
        assertThat(browser.rows("#panel-funnel table"))
                .contains("All 4 1 1 0 USD 777.70 USD 77.77 2 USD 2,000.20 1 0 0 66.7%");
        assertThat(browser.eval("[...document.querySelector('[name=currency]').options].map(one => one.value).join()")
                        .asString())
                .as("a link hides no other currency")
                .isEqualTo("USD,EUR,all,in:USD,in:EUR");
        assertThat(browser.eval("[...document.querySelector('[name=owner]').options].map(one => one.value).join()")
                        .asString())
                .isEqualTo(",jones,smith");
    }

    @Test
    @DisplayName("a filter that a panel's data do not know leaves it empty, and says so, instead of unfiltered")
    void does_not_mix_scopes() {
        browser.open(1440, 900, false);
        open("/?asOf=2017-06-30&product=Press%20line");
        assertThat(browser.rows("#panel-funnel table")).anyMatch(row -> row.startsWith("All 2 0"));
        assertThat(browser.text("#panel-contracts"))
                .contains("not told apart by Product")
                .doesNotContain("USD 1");
    }

    @Test
    @DisplayName("presets, other days, months and a year before, each in the address")
    void periods() throws IOException {
        browser.open(1440, 900, false);
        open("/?asOf=2017-06-30&period=year&compare=year");
        assertThat(browser.text("#scope")).startsWith("Jan 1, 2017 – Jun 30, 2017");
        assertThat(browser.text("#panel-won tfoot"))
                .contains("3\nlast year 1 (+200%)", "USD 1,236,568.09\nlast year USD 1,000.10");
        browser.picture(Path.of("target", "page.png"));
        browser.choose("by-won", "month");
        browser.until(READY + " && location.search.includes('by.won=month')");
        assertThat(browser.text("#panel-won tbody"))
                .contains("Mar 2017\t3\nlast year 0")
                .contains("Apr 2017\t0\nlast year 1 (-100%)");
        browser.choose("period", "custom");
        browser.until(READY + " && location.search.includes('from=2017-01-01')");
        browser.choose("from", "2017-03-01");
        browser.until(READY + " && location.search.includes('from=2017-03-01')");
        assertThat(browser.text("#scope")).startsWith("Mar 1, 2017 – Jun 30, 2017");
        browser.choose("period", "last-quarter");
        browser.until(READY + " && location.search.includes('last-quarter')");
        assertThat(browser.text("#scope")).doesNotContain("2017");
        assertThat(browser.text("#panel-won")).contains("Nothing happened here", "Show the last quarter with figures");
        browser.eval("[...document.querySelectorAll('#panel-won button')].at(-1).click()");
        browser.until(READY + " && document.querySelector('#scope').textContent.startsWith('Apr 1, 2017')");
        assertThat(browser.text("#panel-won tfoot")).contains("2\nlast year 0", "USD 1,555.40\nlast year USD 0.00");
    }

    @Test
    @DisplayName("a panel is saved as CSV and as a spreadsheet, with the filters")
    void files(@TempDir Path folder) throws IOException {
        browser.open(1440, 900, false);
        browser.saveTo(folder);
        open("/?asOf=2017-06-30&region=West");
        for (var format : new String[] {"csv", "xlsx"}) {
            browser.eval("[...document.querySelectorAll('#panel-loss-reasons .files button')]"
                    + ".find(one => one.textContent === '%s').click()"
                            .formatted(format.toUpperCase(java.util.Locale.ROOT)));
            var file = folder.resolve("loss-reasons-2017-06-30." + format);
            Awaitility.await().until(() -> Files.exists(file) && Files.size(file) > 0);
        }
        assertThat(Files.readString(folder.resolve("loss-reasons-2017-06-30.csv"))
                        .lines())
                .containsExactly(
                        "\uFEFFloss_reason,product,region,currency,lost_deals,lost_value",
                        "price,Robot cell,West,USD,1,777.70");
        assertThat(Files.readAllBytes(folder.resolve("loss-reasons-2017-06-30.xlsx")))
                .startsWith('P', 'K');
    }

    @Test
    @DisplayName("a token is asked for once and leaves the address")
    void sign_in() {
        browser.open(1440, 900, false);
        browser.go(host.at("/"));
        browser.until("document.body?.dataset.state === 'sign-in'");
        assertThat(browser.text("#sign-in")).contains("./milepost token ANALYST");
        assertThat(browser.requests()).noneMatch(request -> request.contains("/v1/"));

        enterToken("nonsense");
        browser.until("document.querySelector('#sign-in [role=alert]')?.textContent !== ''");
        assertThat(browser.text("#sign-in")).contains("The service does not take this token");

        enterToken(host.token());
        browser.until(READY);
        browser.go(host.at("/?asOf=2017-03-31"));
        browser.until(READY + " && document.querySelector('#scope').textContent.includes('Mar 31')");
        assertThat(browser.text("#tiles")).as("a reload keeps the token").contains("USD 1.237M");
    }

    @Test
    @DisplayName("nothing comes from elsewhere and no policy is broken")
    void policy() {
        browser.open(1440, 900, true);
        open("/?asOf=2017-03-31&compare=year&open=won/won_deals");
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
    @DisplayName("the files are open and the figures are not")
    void files_are_open() throws Exception {
        var page = host.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'");
        assertThat(host.get("/page/page.js").statusCode()).isEqualTo(200);
        assertThat(host.get("/page/nothing.js").statusCode()).isEqualTo(404);
        assertThat(host.get("/page/..%2fapplication.yaml").statusCode()).isNotEqualTo(200);
        assertThat(host.get("/v1/reports").statusCode()).isEqualTo(401);
        assertThat(host.get("/elsewhere").statusCode()).isEqualTo(401);
    }

    private static void enterToken(String token) {
        browser.eval("document.getElementById('token').value = '%s';".formatted(token)
                + "document.querySelector('#sign-in [type=submit]').click()");
    }
}
