package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.cli.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {
    @TempDir
    private Path directory;

    private Source read() {
        return Source.read(directory, CrmFiles.terms("USD"));
    }

    @Test
    void good_files_have_no_findings() {
        new CrmFiles(directory);

        var source = read();

        assertThat(CrmFiles.bad(source)).isEmpty();
        assertThat(source.deals().rows()).hasSize(CrmFiles.DEALS.size());
        assertThat(source.table(FileKind.ACCOUNTS).read()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X1,Ada Berg,Big Pump,Northwind,Paused,2020-03-05,,                | deal_stage is not one of",
                "X1,Ada Berg,Big Pump,Northwind,Won,05.03.2020,2020-04-01,1        | engage_date is not a date",
                "X1,Ada Berg,Big Pump,Northwind,Won,2020-03-05,2020-02-30,1        | close_date is not a date",
                "X1,Ada Berg,Big Pump,Northwind,Won,2020-03-05,2020-04-01,12a      | close_value is not a number",
                "X1,Ada Berg,Big Pump,Northwind,Won,2020-03-05,2020-04-01,-12      | close_value is below zero",
                "X1,Ada Berg,Big Pump,Northwind,Won,2020-03-05,2020-04-01,1.005    | more decimals than the 2 of USD",
                "X1,Ada Berg,Big Pump,Northwind,Won,2020-03-05,2020-04-01,         | close_value is missing",
                "X1,Ada Berg,Big Pump,Northwind,Won,2020-03-05,,1                  | close_date is missing",
                "X1,Ada Berg,Big Pump,Northwind,Won,,2020-04-01,1                  | engage_date is missing",
                "X1,Ada Berg,Big Pump,,Won,2020-03-05,2020-04-01,1                 | account is missing",
                "X1,Ada Berg,Big Pump,Northwind,Won,2020-03-05,2020-03-04,1        | is before engage_date",
                "X1,Ada Berg,Big Pump,Nobody,Engaging,2020-03-05,,                 | account is not in accounts.csv",
                "X1,,Big Pump,Northwind,Engaging,2020-03-05,,                      | sales_agent is missing",
                "X1,Eve Noone,Big Pump,Northwind,Engaging,2020-03-05,,             | sales_agent is not in sales_teams.csv",
                "X1,Ada Berg,Huge Pump,Northwind,Engaging,2020-03-05,,             | product is not in products.csv",
                "X1,Ada Berg,,Northwind,Engaging,2020-03-05,,                      | product is missing",
                "X1,Ada Berg,Big Pump,Northwind,Engaging,2020-03-05,2020-04-01,    | close_date must be empty",
                "X1,Ada Berg,Big Pump,Northwind,Lost,2020-03-05,2020-04-01,5       | the deal is not won",
                "X1,Ada Berg,Big Pump,Northwind,Prospecting,2020-03-05,,           | engage_date must be empty",
                "W1,Ada Berg,Big Pump,Northwind,Engaging,2020-03-05,,              | stands in an earlier line",
                ",Ada Berg,Big Pump,Northwind,Engaging,2020-03-05,,                | opportunity_id is missing",
                "X1,Ada Berg,Big Pump,Northwind,Engaging,2020-03-05,               | 7 columns instead of 8",
                "X1,Ada Berg,Big Pump,Northwind,Engaging,2020-03-05,,,             | 9 columns instead of 8",
            })
    void a_bad_deal_is_reported_with_its_line_and_the_others_are_read(String line, String reason) {
        var deals = new ArrayList<>(CrmFiles.DEALS);
        deals.add(2, line);
        new CrmFiles(directory).pipeline(deals);

        var source = read();

        assertThat(source.deals().rows()).hasSize(CrmFiles.DEALS.size());
        assertThat(source.deals().read()).isEqualTo(CrmFiles.DEALS.size() + 1);
        assertThat(CrmFiles.bad(source)).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("sales_pipeline.csv");
            assertThat(finding.line()).isEqualTo(4);
            assertThat(finding.verdict()).isEqualTo(Verdict.BAD);
            assertThat(finding.reason()).contains(reason);
        });
    }

    @Test
    void a_bad_row_elsewhere_makes_the_deals_that_need_it_bad_too() {
        new CrmFiles(directory)
                .write("products.csv", "product,series,sales_price", "Big Pump,P,cheap", "Small Pump,P,100.50");

        var reasons = CrmFiles.bad(read()).stream().map(Finding::toString).toList();

        assertThat(reasons)
                .hasSize(5)
                .anyMatch(text -> text.startsWith("products.csv:2 BAD Big Pump: sales_price is not a number"))
                .anyMatch(text -> text.startsWith("sales_pipeline.csv:5 BAD E1: product is not in products.csv"));
    }

    @Test
    void spellings_that_differ_in_spaces_and_case_become_aliases_if_they_mean_one_product() {
        new CrmFiles(directory)
                .pipeline(List.of(
                        "A1,Ada Berg,big  pump,Northwind,Engaging,2020-03-05,,",
                        "A2,Ada Berg,BigPump,Northwind,Engaging,2020-03-05,,",
                        "A3,Ada Berg,BigPump,Northwind,Engaging,2020-03-05,,",
                        "A4,Ada Berg,Big Pump,Northwind,Engaging,2020-03-05,,"));

        var source = read();

        assertThat(source.aliases())
                .isEqualTo(Map.of("Big Pump", new TreeMap<>(Map.of("BigPump", 2L, "big pump", 1L))));
        assertThat(source.deals().rows()).allMatch(deal -> deal.product().code().equals("Big Pump"));
    }

    @Test
    void a_spelling_that_may_mean_two_products_is_bad() {
        var files = new CrmFiles(directory);
        files.write("products.csv", "product,series,sales_price", "Big Pump,P,1", "B igPump,P,2", "Small Pump,P,3");
        files.pipeline(List.of(
                "A1,Ada Berg,BigPump,Northwind,Engaging,2020-03-05,,",
                "A2,Ada Berg,b igpump,Northwind,Engaging,2020-03-05,,"));

        var source = read();

        assertThat(CrmFiles.bad(source))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).contains("may be any of"));
        assertThat(source.deals().rows())
                .singleElement()
                .satisfies(deal -> assertThat(deal.id()).isEqualTo("A2"));
    }

    @Test
    void a_product_that_differs_from_another_in_case_only_stands_there_twice() {
        new CrmFiles(directory)
                .write("products.csv", "product,series,sales_price", "Big Pump,P,1", "BIG PUMP,P,2", "Small Pump,P,3");

        assertThat(CrmFiles.bad(read())).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo("BIG PUMP");
            assertThat(finding.reason()).contains("stands in an earlier line");
        });
    }

    @Test
    void reads_a_byte_order_mark_windows_line_ends_and_blanks_around_fields() throws IOException {
        new CrmFiles(directory);
        Files.writeString(
                directory.resolve("sales_teams.csv"),
                "\uFEFFsales_agent,manager,regional_office\r\n Ada Berg ,Carl Dahl,Central\r\n\r\nBen Cole,Dora Ek,West\r\n");

        var source = read();

        assertThat(CrmFiles.bad(source)).isEmpty();
        assertThat(source.agents().rows().getFirst().code()).isEqualTo("Ada Berg");
    }

    @Test
    void a_row_that_is_not_utf_8_is_bad_and_the_others_are_not() throws IOException {
        new CrmFiles(directory);
        var text = """
                account,sector,year_established,revenue,employees,office_location,subsidiary_of
                Northwind,,,,,,
                Harbour & Sons,,,,,,
                M\u00fcller,,,,,,
                """;
        Files.write(directory.resolve("accounts.csv"), text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(CrmFiles.bad(read())).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(4);
            assertThat(finding.reason()).isEqualTo("not written in UTF-8");
        });
    }

    @Test
    void another_header_or_a_missing_file_stops_the_import() throws IOException {
        new CrmFiles(directory).write("sales_teams.csv", "agent,manager,regional_office", "Ada Berg,Carl Dahl,Central");
        assertThatThrownBy(this::read)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("must start with the columns sales_agent,manager,regional_office");

        Files.delete(directory.resolve("sales_teams.csv"));
        assertThatThrownBy(this::read).isInstanceOf(Failure.class).hasMessageContaining("sales_teams.csv");
    }
}
