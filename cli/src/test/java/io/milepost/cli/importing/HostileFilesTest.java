package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.cli.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as nobody should write them: what cannot be read is one bad row with its line, and spoils no other. */
class HostileFilesTest {
    @TempDir
    private Path directory;

    private CrmFiles files;

    @BeforeEach
    void write() {
        files = new CrmFiles(directory);
    }

    private static List<String> ids(Source source) {
        return source.deals().rows().stream().map(Deal::id).toList();
    }

    @Test
    void a_quote_left_open_swallows_no_row_below_it() {
        var deals = new ArrayList<>(List.of("X0,\"Ada Berg,Big Pump,Northwind,Engaging,2020-03-05,,"));
        IntStream.range(1, 9)
                .forEach(i -> deals.add("X%d,Ada Berg,Big Pump,Northwind,Engaging,2020-03-05,,".formatted(i)));
        deals.add("X9,Ada Berg\",Big Pump,Northwind,Engaging,2020-03-05,,");
        deals.add("X10,Ada Berg,Big Pump,Northwind,Engaging,2020-03-05,,");
        files.pipeline(deals);

        var source = files.read();

        assertThat(ids(source)).containsExactly("X1", "X2", "X3", "X4", "X5", "X6", "X7", "X8", "X10");
        assertThat(CrmFiles.bad(source))
                .extracting(Finding::line, Finding::key)
                .containsExactly(tuple(2L, "X0"), tuple(11L, "X9"));
        assertThat(CrmFiles.bad(source).getFirst().reason()).contains("not closed in it");
        assertThat(CrmFiles.bad(source).getLast().reason()).contains("a quote stands inside a cell");
    }

    @Test
    void nine_accounts_that_one_cell_would_swallow_are_nine_accounts() {
        var lines = new ArrayList<>(List.of(
                "account,sector,year_established,revenue,employees,office_location,subsidiary_of",
                "Open,trade,,,,\"Norway,"));
        IntStream.range(1, 9).forEach(i -> lines.add("A%d,trade,,,,Norway,".formatted(i)));
        lines.add("Shut,trade,,,,Norway\",");
        lines.add("Northwind,,,,,,");
        lines.add("Harbour & Sons,,,,,,");
        files.write("accounts.csv", lines.toArray(String[]::new));

        var source = files.read();

        assertThat(source.accounts().rows()).hasSize(10);
        assertThat(CrmFiles.bad(source)).extracting(Finding::key).containsExactly("Open", "Shut");
        assertThat(CrmFiles.bad(source)).extracting(Finding::line).containsExactly(2L, 11L);
    }

    @Test
    void quotes_that_are_closed_are_no_fault() {
        files.replaceDeal("E1", "E1, \"Ben Cole\" ,\"Big Pump\",,Engaging,\"2020-06-01\",\"\",");

        assertThat(CrmFiles.bad(files.read())).isEmpty();
    }

    @Test
    void a_cell_of_five_megabytes_is_one_bad_row_and_nothing_repeats_it() {
        var fault = files.faultOf("X1,%s,Big Pump,Northwind,Engaging,2020-03-05,,".formatted("x".repeat(5_000_000)));

        assertThat(fault.key()).isEqualTo("X1");
        assertThat(fault.reason()).startsWith("the line has 50000").hasSizeLessThan(100);
    }

    @Test
    void an_id_of_five_megabytes_is_shortened_where_it_is_named() {
        var fault =
                files.faultOf("%s,Ada Berg,Big Pump,Northwind,Engaging,2020-03-05,,".formatted("x".repeat(5_000_000)));

        assertThat(fault.toString()).hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 5_000})
    void a_cell_that_is_longer_than_any_name_is_bad(int length) {
        var fault = files.faultOf("X1,%s,Big Pump,Northwind,Engaging,2020-03-05,,".formatted("x".repeat(length)));

        assertThat(fault.pointer()).isEqualTo("/sales_agent");
        assertThat(fault.reason()).contains("at most 200 are taken");
    }

    @Test
    void a_name_of_200_characters_is_taken() {
        var name = "x".repeat(200);
        files.write(
                "sales_teams.csv",
                "sales_agent,manager,regional_office",
                name + ",C,R",
                "Ada Berg,C,R",
                "Ben Cole,C,R");

        assertThat(CrmFiles.bad(files.read())).isEmpty();
        assertThat(files.read().agents().rows().getFirst().code()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"'\u0000', U+0000", "'\u0007', U+0007", "'\u001b', U+001B", "'\u007f', U+007F", "'\u0085', U+0085"})
    void a_control_character_is_one_bad_row(char character, String named) {
        var fault = files.faultOf("X1,Ada%cBerg,Big Pump,Northwind,Engaging,2020-03-05,,".formatted(character));

        assertThat(fault.pointer()).isEqualTo("/sales_agent");
        assertThat(fault.reason()).contains(named);
    }

    /** Half a surrogate pair, an overlong slash, a byte of Latin-1, a character cut off. */
    @ParameterizedTest
    @ValueSource(strings = {"eda080", "edb080", "c0af", "fc", "e282", "f5808080"})
    void bytes_that_are_no_text_are_one_bad_row(String hex) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write((CrmFiles.PIPELINE_HEADER + "\nX1,Ada").getBytes(StandardCharsets.UTF_8));
        bytes.write(HexFormat.of().parseHex(hex));
        bytes.write(",Big Pump,Northwind,Engaging,2020-03-05,,\n".getBytes(StandardCharsets.UTF_8));
        bytes.write(String.join("\n", CrmFiles.DEALS).getBytes(StandardCharsets.UTF_8));
        Files.write(directory.resolve("sales_pipeline.csv"), bytes.toByteArray());

        var source = files.read();

        assertThat(ids(source)).hasSize(CrmFiles.DEALS.size());
        assertThat(CrmFiles.bad(source)).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.reason()).isEqualTo("not written in UTF-8");
        });
    }

    @Test
    void a_character_that_got_lost_before_is_one_bad_row() {
        assertThat(files.faultOf("X1,Ada\uFFFDBerg,Big Pump,Northwind,Engaging,2020-03-05,,")
                        .reason())
                .contains("U+FFFD");
    }

    @Test
    void two_rows_of_one_deal_are_one_good_and_one_bad() {
        assertThat(files.faultOf("W1,Ben Cole,Big Pump,,Engaging,2020-06-01,,").reason())
                .contains("stands in an earlier line too, line 2");
    }

    @Test
    void lines_of_every_end_and_blank_lines_keep_their_numbers() throws IOException {
        var text = CrmFiles.PIPELINE_HEADER + "\r\n" + CrmFiles.DEALS.get(0) + "\r" + CrmFiles.DEALS.get(1)
                + "\n\r\n  \n" + "X1,broken\n" + CrmFiles.DEALS.get(2);
        Files.writeString(directory.resolve("sales_pipeline.csv"), text);

        assertThat(ids(files.read())).containsExactly("W1", "W2", "L1");
        assertThat(CrmFiles.bad(files.read()))
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(6));
    }

    @Test
    void a_header_alone_is_a_file_without_rows_and_a_second_header_is_a_bad_row() {
        files.write("products.csv", "product,series,sales_price");
        files.write("sales_teams.csv", "sales_agent,manager,regional_office", "Ada Berg,C,R");
        files.pipeline(List.of(CrmFiles.PIPELINE_HEADER));

        var source = files.read();

        assertThat(source.products().read()).isZero();
        assertThat(CrmFiles.bad(source)).extracting(Finding::key).containsExactly("opportunity_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                     | is empty",
                "sales_agent,manager                                    | must start with the columns",
                "sales_agent,manager,manager,regional_office            | must start with the columns",
                "sales_agent,manager,regional_office,                   | must start with the columns",
                "Ada Berg,Carl Dahl,Central                             | must start with the columns",
                "sales_agent;manager;regional_office                    | --delimiter semicolon?",
                "'sales_agent\tmanager\tregional_office'                | --delimiter tab?",
            })
    void another_header_stops_the_import(String header, String reason) {
        files.write("sales_teams.csv", header);

        assertThatThrownBy(files::read).isInstanceOf(Failure.class).hasMessageContaining(reason);
    }

    @Test
    void a_header_of_megabytes_is_not_repeated_and_one_in_another_encoding_is_named() throws IOException {
        files.write("sales_teams.csv", "x".repeat(3_000_000));
        assertThatThrownBy(files::read)
                .hasMessageContaining("sales_teams.csv")
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(600));

        Files.write(
                directory.resolve("sales_teams.csv"),
                "\uFEFFsales_agent,manager,regional_office".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(files::read).hasMessageContaining("not written in UTF-8");
    }

    @Test
    void a_place_without_the_files_is_named() throws IOException {
        assertThatThrownBy(() -> Source.read(directory.resolve("nowhere"), CrmFiles.terms("USD")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("there is no directory");

        Files.delete(directory.resolve("products.csv"));
        assertThatThrownBy(files::read).hasMessageContaining("products.csv: there is no such file");

        Files.createDirectory(directory.resolve("products.csv"));
        assertThatThrownBy(files::read).isInstanceOf(Failure.class).hasMessageContaining("products.csv");
    }
}
