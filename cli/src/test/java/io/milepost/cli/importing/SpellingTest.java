package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are matched as a person reads them, and every correction is told. */
class SpellingTest {
    @TempDir
    private Path directory;

    private Source read() {
        return Source.read(directory, CrmFiles.terms("USD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zo\u00eb M\u00fcller",
                "Zoe\u0308 Mu\u0308ller",
                "ZO\u00cb M\u00dcLLER",
                "zo\u00eb\u00a0m\u00fcller",
                "Zo\u00eb  M\u00fcller",
                "\u200bZo\u00eb\u2003M\u00fcller\u00a0",
                "Zo\u00eb\u202f M\u00fc\u00adller",
                "\uff3ao\u00eb M\u00fcller"
            })
    void every_spelling_that_reads_the_same_is_the_same(String spelling) {
        assertThat(Spelling.canonical(spelling)).isEqualTo("zo\u00eb m\u00fcller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoe M\u00fcller", "Zo\u00ebM\u00fcller", "Zo\u00eb M\u00fcller 2"})
    void another_name_is_another(String name) {
        assertThat(Spelling.canonical(name)).isNotEqualTo(Spelling.canonical("Zo\u00eb M\u00fcller"));
    }

    @Test
    void a_deal_finds_its_agent_account_product_and_stage_and_the_corrections_are_told() {
        var files = new CrmFiles(directory);
        files.replaceDeal("W2", "W2,BEN\u00a0COLE,small  pump,harbour &\u2003sons,WON,2020-03-06\u00a0,2020-04-02,110");

        var source = read();

        assertThat(CrmFiles.bad(source)).isEmpty();
        var deal = source.deals().rows().get(1);
        assertThat(deal.agent()).isEqualTo("Ben Cole");
        assertThat(deal.account()).isEqualTo("Harbour & Sons");
        assertThat(deal.product().code()).isEqualTo("Small Pump");
        assertThat(deal.stage()).isEqualTo(Stage.WON);
        assertThat(source.corrections())
                .contains(
                        new Correction(FileKind.SALES_PIPELINE, 3, "sales_agent", "BEN\u00a0COLE", "Ben Cole"),
                        new Correction(FileKind.SALES_PIPELINE, 3, "account", "harbour &\u2003sons", "Harbour & Sons"),
                        new Correction(FileKind.SALES_PIPELINE, 3, "deal_stage", "WON", "Won"),
                        new Correction(FileKind.SALES_PIPELINE, 3, "product", "small  pump", "small pump"));
        assertThat(source.aliases().get("Small Pump")).containsKey("small pump");
    }

    @Test
    void a_name_written_in_parts_in_its_own_file_is_stored_composed_and_found() {
        var files = new CrmFiles(directory);
        files.write(
                "sales_teams.csv",
                "sales_agent,manager,regional_office",
                "Ada Berg,Carl Dahl,Central",
                "Ben Cole,CARL  DAHL,central\u00a0",
                "Zoe\u0308 Ek,Carl Dahl,West");
        files.replaceDeal("E1", "E1,zo\u00eb ek,Big Pump,,Engaging,2020-06-01,,");

        var source = read();

        assertThat(CrmFiles.bad(source)).isEmpty();
        assertThat(source.agents().rows())
                .containsExactly(
                        new Agent(2, "Ada Berg", "Carl Dahl", "Central", true),
                        new Agent(3, "Ben Cole", "Carl Dahl", "Central", true),
                        new Agent(4, "Zo\u00eb Ek", "Carl Dahl", "West", true));
        assertThat(source.deals().rows().get(3).agent()).isEqualTo("Zo\u00eb Ek");
        assertThat(source.corrections())
                .extracting(Correction::column)
                .containsExactly("manager", "regional_office", "sales_agent", "sales_agent");
    }

    @Test
    void a_parent_is_called_as_its_own_row_calls_it() {
        new CrmFiles(directory)
                .write(
                        "accounts.csv",
                        "account,sector,year_established,revenue,employees,office_location,subsidiary_of",
                        "Harbour & Sons,,,,,,NORTHWIND",
                        "Northwind,,,,,,Nobody Known");

        var source = read();

        assertThat(source.accounts().rows())
                .extracting(Account::parentName)
                .containsExactly("Northwind", "Nobody Known");
        assertThat(source.corrections())
                .containsExactly(new Correction(FileKind.ACCOUNTS, 2, "subsidiary_of", "NORTHWIND", "Northwind"));
    }

    @ParameterizedTest
    @CsvSource({"accounts.csv, 'NORTHWIND,,,,,,'", "accounts.csv, 'northwind\u00a0,,,,,,'"})
    void a_second_row_of_the_same_name_is_bad(String file, String line) {
        new CrmFiles(directory)
                .write(
                        file,
                        "account,sector,year_established,revenue,employees,office_location,subsidiary_of",
                        "Northwind,,,,,,",
                        line,
                        "Harbour & Sons,,,,,,");

        assertThat(CrmFiles.bad(read())).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.reason()).contains("stands in an earlier line too, line 2");
        });
    }

    @Test
    void ids_of_deals_are_as_they_are() {
        var files = new CrmFiles(directory);
        files.pipeline(
                List.of("a1,Ada Berg,Big Pump,,Engaging,2020-06-01,,", "A1,Ada Berg,Big Pump,,Engaging,2020-06-01,,"));

        assertThat(read().deals().rows()).extracting(Deal::id).containsExactly("a1", "A1");
    }

    @Test
    void good_files_need_no_correction() {
        new CrmFiles(directory);

        assertThat(read().corrections()).isEmpty();
    }

    @Test
    void what_nobody_sees_is_shown_by_its_code_and_long_texts_are_cut() {
        assertThat(Shown.cell("a\u00a0b\u200b\u0000\ud83d\ude00")).isEqualTo("a\\u00a0b\\u200b\\u0000\ud83d\ude00");
        assertThat(Shown.cell("\ud83d\ude00".repeat(100)))
                .isEqualTo("\ud83d\ude00".repeat(60) + "... (100 characters)");
    }
}
