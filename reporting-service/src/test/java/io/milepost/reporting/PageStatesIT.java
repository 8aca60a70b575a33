package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What the page says where figures are not complete, not there or not known. */
@EnabledIf(value = "io.milepost.reporting.Browser#isInstalled", disabledReason = "there is no Chromium on this machine")
class PageStatesIT {
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
    @DisplayName("how far figures can be trusted stands beside them in words, and beside no others")
    void states() {
        browser.open(1440, 900, false);
        state("signings", "\"state\":\"COMPLETE\",\"lagMs\":0,\"setAside\":0");
        state("contracts", "\"state\":\"BEHIND\",\"lagMs\":61000,\"setAside\":0");
        state("handovers", "\"state\":\"PARTIAL\",\"lagMs\":0,\"setAside\":2");
        state(
                "collections",
                "\"state\":\"BLOCKED\",\"lagMs\":90000,\"setAside\":0,\"blocked\":\"contract 17 cannot be read\"");
        state("closings", "\"state\":\"BUILDING\",\"lagMs\":90000,\"setAside\":0,\"events\":1200");
        open("/?asOf=2017-06-30");
        for (String report : List.of("signings", "contracts", "handovers", "collections", "closings")) {
            assertThat(browser.rows("#panel-%s table".formatted(report))).contains("East 0 7 USD 70.00");
        }
        assertThat(browser.text("#panel-contracts .state"))
                .contains("events up to 61 seconds old are not in these figures yet");
        assertThat(browser.text("#panel-handovers .state")).contains("Not complete: 2 subjects are set aside");
        assertThat(browser.text("#panel-collections .state"))
                .contains("Blocked: reading has stopped", "contract 17 cannot be read");
        assertThat(browser.text("#panel-closings .state"))
                .contains("these figures are not complete yet. Read so far: 1,200 events");
        for (String report : List.of("signings", "funnel")) {
            assertThat(browser.text("#panel-%s .state".formatted(report))).isEqualTo("(no such element)");
        }
    }

    private static void state(String report, String state) {
        browser.answer(report, 200, signed(state, 1));
    }

    @Test
    @DisplayName("a panel that failed says why, and is asked for again alone")
    void fails_once() {
        browser.open(1440, 900, false);
        browser.answer(
                "contracts",
                503,
                "{\"code\":\"STORE_UNAVAILABLE\",\"detail\":\"The mart cannot be read at present.\"}",
                2);
        open("/?asOf=2017-06-30");
        assertThat(browser.text("#panel-contracts"))
                .contains("These figures cannot be shown. The mart cannot be read at present.");
        assertThat(browser.text("#panel-funnel")).contains("USD 777.70");
        int asked = browser.requests().size();
        browser.click("#panel-contracts .retry");
        browser.until("document.querySelector('#panel-contracts table') !== null");
        assertThat(browser.rows("#panel-contracts table")).contains("All 0 3 0 USD 1,236,568.09");
        assertThat(browser.requests().subList(asked, browser.requests().size()))
                .allMatch(request -> request.contains("/contracts?"))
                .isNotEmpty();
    }

    @Test
    @DisplayName("where nothing can be asked for the page says so, and begins anew on demand")
    void fails_as_a_whole() {
        browser.open(390, 800, false);
        browser.answer("semantics", 502, "", 1);
        browser.go(host.withToken("/?asOf=2017-06-30"));
        browser.until("document.body?.dataset.state === 'fault'");
        assertThat(browser.text("#fault")).contains("The reports cannot be shown. The service answered 502.");
        browser.click("#fault .retry");
        browser.until(PageIT.READY);
        assertThat(browser.text("#fault")).isEmpty();
        assertThat(browser.text("#panel-funnel")).contains("USD 777.70");
    }

    @Test
    @DisplayName("days that cannot be asked about are said and can be corrected")
    void wrong_days() {
        browser.open(1440, 900, false);
        open("/?asOf=2099-01-01");
        assertThat(browser.text("#panel-funnel")).contains("asOf must be a day from 1900-01-01 to");
        browser.choose("asOf", "2017-06-30");
        browser.until(PageIT.READY + " && document.querySelector('#scope').textContent.includes('2017')");
        assertThat(browser.text("#panel-funnel")).contains("USD 777.70");
    }

    @Test
    @DisplayName("what is not known is called unknown and never 0; a rate of nothing is no rate")
    void unknown() {
        browser.open(1440, 900, false);
        open("/?asOf=2017-02-12");
        assertThat(browser.rows("#panel-funnel table"))
                .contains("All 7 6 6 0 USD 4,666.20 unknown 1 USD 1,000.10 0 0 0 100.0%");
        assertThat(browser.rows("#panel-closures table")).noneMatch(row -> row.contains("0.0"));
        browser.click("#panel-funnel tfoot .unknown");
        browser.until("document.querySelectorAll('#drill tbody tr').length === 6");
        assertThat(browser.rows("#drill table")).anyMatch(row -> row.startsWith("Press line Dresden unknown"));
    }

    @Test
    @DisplayName("many rows are folded, and unfolded on demand")
    void many_rows() {
        browser.open(390, 800, false);
        browser.answer("contracts", 200, signed("\"state\":\"COMPLETE\",\"lagMs\":0,\"setAside\":0", 12));
        open("/?asOf=2017-06-30");
        String visible =
                "[...document.querySelectorAll('#panel-contracts tbody tr')].filter(row => row.offsetHeight > 0).length";
        assertThat(browser.eval(visible).asInt()).isEqualTo(10);
        assertThat(browser.text("#panel-contracts .drawn")).contains("4 more are in the table");
        browser.click("#panel-contracts .unfold");
        assertThat(browser.eval(visible).asInt()).isEqualTo(12);
        browser.click("#panel-contracts .unfold");
        browser.asPrinted();
        assertThat(browser.eval(visible).asInt()).as("on paper").isEqualTo(12);
    }

    /** An answer of contracts by region, of so many regions. */
    private static String signed(String state, int regions) {
        String rows = IntStream.range(0, regions)
                .mapToObj(
                        "{\"region\":\"East%s\",\"currency\":\"USD\",\"drafted\":0,\"signed\":7,\"signed_value\":\"70.00\"}"
                                ::formatted)
                .map(row -> row.replace("East0", "East"))
                .collect(Collectors.joining(","));
        return """
            {"report":"contracts","from":null,"asOf":"2017-06-30","position":"contract=6",%s,"columns":[
             {"name":"region","type":"TEXT","additivity":"KEY","label":{"en":"Region","zh":"大区"}},
             {"name":"currency","type":"TEXT","additivity":"KEY","label":{"en":"Currency","zh":"币种"}},
             {"name":"drafted","type":"INTEGER","unit":"COUNT","additivity":"STOCK","label":{"en":"Drafted","zh":"起草中"}},
             {"name":"signed","type":"INTEGER","unit":"COUNT","additivity":"STOCK","label":{"en":"Signed","zh":"已签订"}},
             {"name":"signed_value","type":"DECIMAL","unit":"CURRENCY","additivity":"STOCK","label":{"en":"Signed value","zh":"签订金额"}}],
             "rows":[%s]}\
            """.formatted(state, rows);
    }
}
