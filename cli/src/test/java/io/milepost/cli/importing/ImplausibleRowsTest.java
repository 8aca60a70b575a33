package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days, amounts and years that cannot be meant are one bad row each. */
class ImplausibleRowsTest {
    @TempDir
    private Path directory;

    private CrmFiles files;

    @BeforeEach
    void write() {
        files = new CrmFiles(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0017-03-01",
                "1899-12-31",
                "2201-01-01",
                "9999-12-31",
                "2026-01-02",
                "-0017-03-01",
                "+12020-03-01"
            })
    void a_day_that_cannot_be_one_of_a_fact_moves_and_refuses_no_other_row(String day) {
        var quiet = new Plan(files.read(), ZoneOffset.UTC, Held.NOTHING);
        var fault = files.faultOf("X1,Ada Berg,Big Pump,Northwind,Lost,%s,%s,".formatted(day, day));

        assertThat(fault.pointer()).isEqualTo("/engage_date");
        var plan = new Plan(files.read(), ZoneOffset.UTC, Held.NOTHING);
        assertThat(plan.groundwork()).isEqualTo(quiet.groundwork());
        assertThat(plan.deals())
                .extracting(Story::steps)
                .isEqualTo(quiet.deals().stream().map(Story::steps).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2026-01-01"})
    void the_first_and_the_last_plausible_day_are_taken(String day) {
        files.replaceDeal("E1", "E1,Ben Cole,Big Pump,,Engaging,%s,,".formatted(day));

        assertThat(CrmFiles.bad(files.read())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.000, more decimals",
        "12.500, more decimals",
        "0.001, more decimals",
        "1000000000000000, too large",
        "1000000000000000.00, too large",
        "'1,000', not a number",
        "1e3, not a number",
        "NaN, not a number",
        "0x10, not a number"
    })
    void an_amount_that_may_mean_another_or_is_too_large_is_one_bad_row(String amount, String reason) {
        var fault = files.faultOf("X1,Ada Berg,Big Pump,Northwind,Won,2020-03-05,2020-04-01,\"%s\"".formatted(amount));

        assertThat(fault.pointer()).isEqualTo("/close_value");
        assertThat(fault.reason()).contains(reason);
    }

    @Test
    void the_largest_amounts_are_taken() {
        files.replaceDeal("W1", "W1,Ada Berg,BigPump,Northwind,Won,2020-03-05,2020-04-01,999999999999999.99");
        files.write("products.csv", "product,series,sales_price", "Big Pump,P,999999999999999.99", "Small Pump,P,1.5");

        assertThat(CrmFiles.bad(files.read())).isEmpty();
        assertThat(files.read().deals().rows().getFirst().closeValue())
                .isEqualTo(new Money("999999999999999.99", "USD"));
        assertThat(files.read().products().rows().getLast().price()).isEqualTo(new Money("1.50", "USD"));
    }

    @ParameterizedTest
    @CsvSource({"1000000000, too large", "0.123456789, more decimals"})
    void a_revenue_in_millions_is_held_to_the_same_bounds(String millions, String reason) {
        accounts("Rich,,," + millions + ",,,");

        assertThat(CrmFiles.bad(files.read())).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo("Rich");
            assertThat(fault.pointer()).isEqualTo("/revenue");
            assertThat(fault.reason()).contains(reason);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "999999999, 999999999000000.00",
        "0.12345678, 123456.78",
        "12.500, 12500000.00",
        "1100.04, 1100040000.00",
        "0, 0.00"
    })
    void a_revenue_in_millions_is_told_to_the_cent(String millions, String amount) {
        accounts("Rich,,," + millions + ",,,");

        assertThat(CrmFiles.bad(files.read())).isEmpty();
        assertThat(files.read().accounts().rows().getFirst().annualRevenue()).isEqualTo(new Money(amount, "USD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "0", "-5", "2027", "99999999999", "1998.5"})
    void a_year_in_which_no_company_was_established_is_bad(String year) {
        accounts("Old,," + year + ",,,,");

        assertThat(CrmFiles.bad(files.read()))
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/year_established"));
    }

    private void accounts(String first) {
        files.write(
                "accounts.csv",
                "account,sector,year_established,revenue,employees,office_location,subsidiary_of",
                first,
                "Northwind,,,,,,",
                "Harbour & Sons,,,,,,");
    }
}
