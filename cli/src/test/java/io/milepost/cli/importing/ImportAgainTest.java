package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.FakeSuite;
import io.milepost.cli.FakeSuite.Commit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The next files of the same company: another pipeline, more products. */
class ImportAgainTest {
    private static final String PRODUCTS = "product,series,sales_price";

    @TempDir
    private Path directory;

    private ImportRuns runs;
    private FakeSuite suite;
    private CrmFiles files;

    @BeforeEach
    void start() {
        runs = new ImportRuns(directory);
        suite = runs.suite();
        files = runs.files();
    }

    @AfterEach
    void close() {
        runs.close();
    }

    private List<Commit> of(String command) {
        return suite.log().stream()
                .filter(commit -> commit.command().equals(command))
                .toList();
    }

    private static List<String> texts(JsonNode array, String field) {
        return array.valueStream().map(item -> item.required(field).asString()).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2015, 2019, 2021, 2025})
    void the_same_accounts_members_and_products_beside_a_pipeline_of_another_year_are_no_change(int year) {
        runs.run();
        files.pipeline(List.of("N1,Ada Berg,Big Pump,Northwind,Engaging,%d-02-01,,".formatted(year)));

        var second = runs.run();

        assertThat(second.findings()).isEmpty();
        assertThat(second.exitCode()).isZero();
        assertThat(second.rows("accounts.csv", "replayed")).isEqualTo(2);
        assertThat(second.rows("sales_teams.csv", "replayed")).isEqualTo(2);
        assertThat(second.rows("products.csv", "replayed")).isEqualTo(2);
        assertThat(second.rows("sales_pipeline.csv", "applied")).isEqualTo(1);
        assertThat(second.json().required("notes").isEmpty())
                .as("members that begin later than the deals are told")
                .isEqualTo(year >= 2020);
    }

    @Test
    void a_member_that_moved_in_the_file_is_a_change_in_another_year_too() {
        runs.run();
        files.write(
                "sales_teams.csv",
                "sales_agent,manager,regional_office",
                "Ada Berg,Carl Dahl,East",
                "Ben Cole,DORA EK,West",
                "Cy New,Carl Dahl,West");
        files.pipeline(List.of("N1,Ada Berg,Big Pump,Northwind,Engaging,2021-02-01,,"));

        var second = runs.run();

        assertThat(second.findings()).containsExactly("Ada Berg CHANGED");
        assertThat(second.rows("sales_teams.csv", "replayed")).isEqualTo(1);
        assertThat(of("RegisterTeamMember").getLast().body().required("from").asString())
                .isEqualTo("2021-01-01");
    }

    @Test
    void a_second_products_file_adds_its_products_and_keeps_the_others() {
        runs.run();
        files.write("products.csv", PRODUCTS, "Tiny Pump,P,9.50", "Great Pump,P,2000");
        files.pipeline(List.of("N1,Ada Berg,TinyPump,Northwind,Engaging,2021-02-01,,"));

        var second = runs.run();

        assertThat(second.findings()).isEmpty();
        assertThat(second.exitCode()).isZero();
        assertThat(second.rows("products.csv", "applied")).isEqualTo(2);
        var revision = of("RevisePriceList");
        assertThat(revision).singleElement().satisfies(commit -> {
            assertThat(commit.body().required("validFrom").asString()).isEqualTo("2020-01-02");
            assertThat(commit.effectiveAt()).isEqualTo("on arrival");
        });
        var items = revision.getFirst().body().required("items");
        assertThat(texts(items, "code")).containsExactly("Big Pump", "Small Pump", "Tiny Pump", "Great Pump");
        assertThat(items.get(0).required("aliases").get(0).asString()).isEqualTo("BigPump");
        assertThat(items.get(2).required("aliases").get(0).asString()).isEqualTo("TinyPump");

        var third = runs.run();

        assertThat(third.rows("products.csv", "replayed")).isEqualTo(2);
        assertThat(of("RevisePriceList")).hasSize(1);
    }

    @Test
    void a_product_at_another_price_is_named_with_its_line_and_the_new_one_beside_it_is_added() {
        runs.run();
        files.write("products.csv", PRODUCTS, "Tiny Pump,P,9.50", "BIG PUMP,P,1001", "Small Pump,P,100.50");
        files.pipeline(List.of("N1,Ada Berg,Tiny Pump,Northwind,Engaging,2020-02-01,,"));

        var second = runs.run();

        assertThat(second.findings()).containsExactly("BIG PUMP CHANGED");
        var finding = second.json().required("findings").get(0);
        assertThat(finding.required("line").asInt()).isEqualTo(3);
        assertThat(finding.required("reason").asString()).contains("1000.00 USD", "1001.00 USD");
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.rows("products.csv", "applied")).isEqualTo(1);
        assertThat(second.rows("products.csv", "replayed")).isEqualTo(1);
    }

    @Test
    void products_that_the_service_does_not_add_are_named_one_by_one() {
        runs.run();
        suite.refuse("RevisePriceList", "CURRENCIES_MIXED", "/items/2/price/currency");
        files.write("products.csv", PRODUCTS, "Big Pump,P,1000", "Tiny Pump,P,9.50", "Great Pump,P,2000");
        files.pipeline(List.of("N1,Ada Berg,Tiny Pump,Northwind,Engaging,2020-02-01,,"));

        var second = runs.run();

        assertThat(second.findings()).containsExactly("Tiny Pump REFUSED", "Great Pump REFUSED");
        assertThat(second.json().required("findings").get(1).required("line").asInt())
                .isEqualTo(4);
        assertThat(second.json().required("findings").get(1).required("pointer").asString())
                .isEqualTo("/items/2/price/currency");
        assertThat(second.rows("products.csv", "refused")).isEqualTo(2);
        assertThat(second.exitCode()).isEqualTo(2);
    }

    @Test
    void a_price_list_that_is_refused_names_its_products_and_the_deals_go_on() {
        suite.refuse("PublishPriceList", "WORD_MISSING", "/items/0");

        var run = runs.run();

        assertThat(run.findings()).containsExactly("Big Pump REFUSED", "Small Pump REFUSED");
        assertThat(run.rows("sales_pipeline.csv", "applied")).isEqualTo(6);
    }

    @Test
    void a_spelling_that_a_later_pipeline_brings_is_added_to_its_product() {
        runs.run();
        files.pipeline(List.of(
                "N1,Ada Berg,SmallPump,Northwind,Engaging,2020-07-01,,", "N2,Ada Berg,BIGPUMP,,Engaging,2020-07-01,,"));

        var second = runs.run();

        assertThat(second.exitCode()).isZero();
        assertThat(second.rows("products.csv", "applied")).isEqualTo(1);
        assertThat(second.rows("products.csv", "replayed")).isEqualTo(1);
        var items = of("RevisePriceList").getFirst().body().required("items");
        assertThat(items.get(0).required("aliases").size()).isEqualTo(1);
        assertThat(items.get(1).required("aliases").get(0).asString()).isEqualTo("SmallPump");
    }
}
