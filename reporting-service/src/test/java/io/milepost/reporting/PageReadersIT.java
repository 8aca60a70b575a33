package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The page for readers with a keyboard alone, with a screen reader, of another language, far away, and on paper. */
@EnabledIf(value = "io.milepost.reporting.Browser#isInstalled", disabledReason = "there is no Chromium on this machine")
class PageReadersIT {
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
        browser.until(PageIT.READY);
    }

    @Test
    @DisplayName("with the keyboard from a figure to its rows, to a deal and its events, and back by Back and Escape")
    void keyboard() {
        browser.open(1440, 900, false);
        open("/?asOf=2017-03-31");
        browser.tabTo("#panel-won tbody tr:nth-child(2) td:nth-child(3) .figure");
        assertThat(browser.eval("document.activeElement.ariaLabel").asString().replace('\u00a0', ' '))
                .isEqualTo("Won value, West: USD 1,000.10. Show the rows behind it");
        browser.press("Enter");
        browser.until("document.querySelector('#drill[open] tbody') !== null");
        assertThat(browser.text("#drill"))
                .contains("Won value, West")
                .contains("1 row", "Sum of these rows: Won value USD 1,000.10.");
        browser.tabTo("#drill [data-deal]");
        browser.press("Enter");
        browser.until("document.querySelectorAll('#drill .steps li').length === 4");
        assertThat(browser.text("#drill h2")).isEqualTo("Press line Lyon");
        assertThat(browser.text("#drill .steps"))
                .contains("Mar 5, 2017\nopportunity.won")
                .contains("expectedValue USD 777.70");
        browser.tabTo("#drill summary");
        browser.press("Enter");
        browser.until("document.querySelector('#drill details').open");
        assertThat(browser.text("#drill details"))
                .contains("by tester", "Recorded at", "opportunity " + "00000000-0000-0007-0000-000000000001");

        browser.back();
        browser.until("document.querySelector('#drill [data-deal]').offsetHeight > 0");
        assertThat(browser.eval("document.activeElement.dataset.deal").asString())
                .isEqualTo("00000000-0000-0007-0000-000000000001");
        browser.press("Escape");
        browser.until("!document.querySelector('#drill').open");
        assertThat(browser.eval("document.activeElement.ariaLabel").asString()).startsWith("Won value, West");
        assertThat(browser.eval("location.search").asString()).isEqualTo("?asOf=2017-03-31");
    }

    @Test
    @DisplayName("a link to rows or to a deal opens them, and a deal is found by its name; what people wrote is text")
    void links() {
        browser.open(320, 800, false);
        open("/?asOf=2017-06-30&open=won/win_rate&at.region=East&at.currency=USD&period=year");
        browser.until("document.querySelectorAll('#drill tbody tr').length === 3");
        assertThat(browser.rows("#drill table"))
                .anyMatch(row -> row.startsWith("Robot cell Turin 1 unknown"))
                .anyMatch(row -> row.startsWith("Robot cell Ghent unknown 1"));
        browser.eval("[...document.querySelectorAll('#drill header button')].at(-1).click()");
        browser.until("!document.querySelector('#drill').open && !location.search.includes('open')");

        browser.eval("document.querySelector('.find input').value = 'Oslo';"
                + "document.querySelector('.find [type=submit]').click()");
        browser.until("document.querySelectorAll('#drill tbody tr').length === 1");
        assertThat(browser.text("#drill tbody")).startsWith("Robot cell <b>Oslo</b>");
        assertThat(browser.eval("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(320);

        open("/?deal=00000000-0000-0007-0000-000000000005");
        browser.until("document.querySelector('#drill h2').textContent === 'Robot cell <b>Oslo</b>'");
        browser.eval("document.querySelector('.find input').value = '00000000-0000-0007-0000-00000000ffff';"
                + "document.querySelector('.find [type=submit]').click()");
        browser.until("document.querySelector('#drill').innerText.includes('No event of any service')");
    }

    @Test
    @DisplayName(
            "in Chinese for whoever likes it, by the browser's wish or by the address, with numbers as written there")
    void chinese() {
        browser.open(1440, 900, false);
        browser.likes("fr;q=0.9,zh-TW;q=0.8,en;q=0.5");
        open("/");
        assertThat(browser.eval("document.documentElement.lang").asString()).isEqualTo("zh-CN");
        assertThat(browser.text("#scope")).isEqualTo("2017年4月1日 至 2017年6月30日 · USD");
        assertThat(browser.text("#tiles")).contains("签订金额\nUSD 123.7万\nUSD 1,236,568.09");
        assertThat(browser.text("#panel-funnel")).contains("销售漏斗", "在手金额", "合计");
        assertThat(browser.text("#panel-collections")).contains("在所选日期和筛选条件下没有数据");
        assertThat(browser.text("body"))
                .doesNotContain("Open value", "As of", "Show ", "Filters", "undefined", "[object");
        browser.eval("(() => { const choice = document.querySelector('[name=lang]'); choice.value = 'en';"
                + " choice.dispatchEvent(new Event('change')); })()");
        browser.until("document.documentElement?.lang === 'en' && " + PageIT.READY);
        assertThat(browser.text("#panel-funnel")).contains("Funnel").doesNotContain("销售漏斗");
        assertThat(browser.eval("location.search").asString()).isEqualTo("?lang=en");
    }

    @Test
    @DisplayName(
            "axe finds nothing, at desk and phone width, light and dark, with rows and a deal opened, in both languages")
    void axe(@TempDir Path folder) throws IOException {
        var axe = Axe.script(folder);
        assumeTrue(axe.isPresent(), "axe-core is not to be had");
        look(axe.get(), 1440, "/?compare=year&asOf=2017-06-30", "/?lang=zh-CN&asOf=2017-03-31&open=won/won_value");
        look(axe.get(), 320, "/?lang=zh-CN&asOf=2017-06-30", "/?deal=00000000-0000-0007-0000-000000000000");
        browser.eval("document.querySelector('#drill').append(document.createElement('input'))");
        assertThat(findings()).as("a fault is found").contains("label");
    }

    /** By day at a desk, by night at a phone. */
    private static void look(String axe, int width, String... paths) {
        browser.open(width, 900, width < 600);
        for (String path : paths) {
            open(path);
            browser.eval(axe);
            assertThat(findings()).as(path).isEqualTo("[]");
        }
    }

    private static String findings() {
        return browser.eval(
                        "axe.run(document, { resultTypes: ['violations'], preload: false }).then(found => JSON.stringify(found.violations.map(one =>"
                                + " [one.id, ...one.nodes.map(node => node.target.join(' ')).slice(0, 3)])))")
                .asString();
    }

    @Test
    @DisplayName(
            "over a slow mobile connection the first content is there within 3 s, figures follow, and nothing jumps")
    void slow() {
        browser.open(390, 800, false);
        browser.slow();
        open("/");
        double painted = browser.eval("performance.getEntriesByName('first-contentful-paint')[0].startTime")
                .asDouble();
        double figures = browser.eval("performance.getEntriesByName('figures')[0].startTime")
                .asDouble();
        double shift = browser.eval("""
                new Promise(done => {
                  let sum = 0;
                  new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.hadRecentInput ? 0 : one.value; }))
                    .observe({ type: 'layout-shift', buffered: true });
                  setTimeout(() => done(sum), 100);
                })\
                """).asDouble();
        System.out.printf(
                "slow 4G: first paint %.0f ms, first figures %.0f ms, layout shift %.3f%n", painted, figures, shift);
        assertThat(painted).isPositive().isLessThan(3_000);
        // Where all tests run at once the processors are shared; alone it is under 3 s, as is printed.
        assertThat(figures).isGreaterThan(painted).isLessThan(8_000);
        assertThat(shift).isLessThan(0.1);
    }

    @Test
    @DisplayName("on paper stand period and filters, no controls, and nothing is cut")
    void paper(@TempDir Path folder) throws Exception {
        browser.open(1030, 720, false);
        open("/?asOf=2017-06-30&region=West&compare=year");
        browser.asPrinted();
        assertThat(browser.text("#scope"))
                .isEqualTo("Apr 1, 2017 – Jun 30, 2017 · West · USD · Compare with last year");
        assertThat(browser.eval("document.querySelector('#filters').offsetHeight")
                        .asInt())
                .isZero();
        assertThat(browser.eval(
                                "[...document.querySelectorAll('.scroll')].filter(one => one.scrollWidth > one.clientWidth"
                                        + " || getComputedStyle(one).overflowX !== 'visible').length")
                        .asInt())
                .as("tables that are cut")
                .isZero();
        var file = Path.of("target", "page.pdf");
        browser.print(file);
        assertThat(Files.size(file)).isGreaterThan(10_000);
        var reader = DevTools.onPath(List.of("pdftotext"));
        if (reader.isEmpty()) {
            System.out.println("skipped: the printed page is not read back, there is no pdftotext here");
            return;
        }
        var text = folder.resolve("page.txt");
        new ProcessBuilder(reader.get().toString(), "-layout", file.toString(), text.toString())
                .start()
                .onExit()
                .join();
        assertThat(Files.readString(text).replace('\u00a0', ' '))
                .contains("Apr 1, 2017 – Jun 30, 2017 · West · USD")
                .contains("Won and lost", "What keeps projects from closing")
                .doesNotContain("XLSX", "Forget token");
    }
}
