package io.milepost.reporting.read.mart.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.sales.Sales;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingTest {
    private static final LocalDate TODAY = LocalDate.of(2017, 8, 15);

    private final Asking asking;

    AskingTest() {
        var sales = new Sales(ZoneOffset.UTC);
        asking = new Asking(
                new Declarations(List.of(sales.measures()), sales.reports()),
                TODAY,
                Instant.parse("2017-08-15T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nothing | | | name | one of channel-sales, conversion, funnel, late-closings, loss-causes",
                "won | groupBy | owner | groupBy | asOf, by, compare, currency, from, knownAt, orderBy, probabilities, rates, to, where",
                "won | by | size | by | each once of owner, team, region",
                "won | by | owner,owner | by | each once",
                "won | by | month,year | by | one of month, quarter and year",
                "won | by | owner,team,region,name,product,stage,month | by | at most 6",
                "won | by | owner, | by | each once",
                "won | to | 2017-08-16 | to | a day from 1900-01-01 to 2017-08-15",
                "won | asOf | -9999-01-01 | asOf | a day from 1900-01-01",
                "won | to | yesterday | to | a day like 2017-12-31",
                "won | from | 2017-08-16 | from | a day from 1900-01-01 to 2017-08-15",
                "won | compare | month | compare | year",
                "won | orderBy | region down | orderBy | columns like 'x desc'",
                "won | orderBy | open_value | orderBy | won_deals, won_value",
                "won | where | size eq 1 | where | size is no column; there are owner, team",
                "won | where | owner eq 1 | where | owner is a text like 'East'",
                "won | where | true_stage eq 'S1' | where | true_stage is a number",
                "won | where | nominal gt true | where | nominal is true or false",
                "won | where | contains(closed_on, 'x') | where | closed_on is a day",
                "won | where | region is 'East' | where | is is no operator",
            })
    @DisplayName("what cannot be answered is refused under its parameter, with what would be allowed")
    void refuses(String report, String parameter, String value, String at, String allowed) {
        Map<String, String> asked = parameter == null ? Map.of() : Map.of(parameter, value);
        assertThatThrownBy(() -> asking.of(report, asked))
                .isInstanceOfSatisfying(
                        QueryException.class, e -> assertThat(e.parameter()).isEqualTo(at))
                .hasMessageContaining(allowed);
    }

    @Test
    @DisplayName("a period that ends before it begins, or a day and a period at once, make no sense")
    void refuses_two_days() {
        assertThatThrownBy(() -> ask("won", "from", "2017-05-02", "to", "2017-05-01"))
                .hasMessage("a day not after 2017-05-01");
        assertThatThrownBy(() -> ask("won", "asOf", "2017-05-02", "to", "2017-05-01"))
                .hasMessage("either to or asOf");
        assertThatThrownBy(() -> ask("won", "from", "1900-01-01", "by", "month"))
                .hasMessageContaining("at most 400 parts");
    }

    @Test
    @DisplayName("what is not said is as declared: this quarter, up to today, told apart as the report is")
    void knows_what_is_meant() {
        var query = ask("loss-reasons");
        assertThat(query.from()).isEqualTo("2017-07-01");
        assertThat(query.to()).isEqualTo(TODAY);
        assertThat(query.by()).containsExactly("loss_reason", "product", "region");
        assertThat(ask("funnel").from()).isNull();
        assertThat(ask("funnel", "by", "month").from()).isEqualTo("2017-01-01");
        assertThat(ask("won", "by", "").by()).isEmpty();
    }

    @Test
    @DisplayName("parts of a period end with the calendar's, and the first and last may be cut")
    void parts_a_period() {
        var query = ask("won", "by", "quarter", "from", "2016-11-20", "to", "2017-04-02");
        assertThat(query.spans())
                .containsExactly(
                        new Bucket.Span("2016-Q4", LocalDate.of(2016, 11, 20), LocalDate.of(2016, 12, 31)),
                        new Bucket.Span("2017-Q1", LocalDate.of(2017, 1, 1), LocalDate.of(2017, 3, 31)),
                        new Bucket.Span("2017-Q2", LocalDate.of(2017, 4, 1), LocalDate.of(2017, 4, 2)));
        assertThat(query.yearBefore().spans()).hasSameSizeAs(query.spans());
    }

    private Query ask(String report, String... parameters) {
        var asked = new HashMap<String, String>();
        for (int at = 0; at < parameters.length; at += 2) {
            asked.put(parameters[at], parameters[at + 1]);
        }
        return asking.of(report, asked);
    }
}
