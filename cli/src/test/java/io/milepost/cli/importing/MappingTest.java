package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.cli.Failure;
import io.milepost.cli.FakeSuite.Commit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MappingTest {
    private static final String OWN = """
            source: own
            delimiter: semicolon
            encoding: windows-1252
            decimal: ","
            thousands: "."
            dates: [dd.MM.yyyy]
            currency: EUR
            files:
              sales_pipeline:
                file: auftraege.csv
                columns:
                  opportunity_id: Nummer
                  sales_agent: Verk\u00e4ufer
                  account: Kunde
                  deal_stage: Stand
                  engage_date: Angelegt
                  close_date: Abgeschlossen
                  amount: Wert
                values:
                  deal_stage: { gewonnen: Won, verloren: Lost, "*": Engaging }
              contracts:
                file: vertraege.csv
                columns:
                  contract_id: Vertrag
                  opportunity: Nummer
                  account: Kunde
                  sales_agent: Verk\u00e4ufer
                  value: Wert
                  signed_on: Unterschrieben
            """;

    @TempDir
    private Path directory;

    private static List<JsonNode> bodies(ImportRuns runs, String command) {
        return runs.suite().log().stream()
                .filter(commit -> commit.command().equals(command))
                .map(Commit::body)
                .toList();
    }

    @Test
    void files_of_another_country_are_read_as_their_mapping_says() throws IOException {
        var mapping = directory.resolve("own.yaml");
        Files.writeString(mapping, OWN);
        var western = Charset.forName("windows-1252");
        Files.writeString(directory.resolve("auftraege.csv"), """
                Nummer;Bemerkung;Kunde;Verk\u00e4ufer;Stand;Wert;Angelegt;Abgeschlossen
                1;;M\u00fcller;J\u00f6rg;offen;1.234,50;31.01.2024;
                2;;M\u00fcller;J\u00f6rg;gewonnen;2.000;31.01.2024;29.02.2024
                3;;M\u00fcller;J\u00f6rg;verloren;12.34;31.01.2024;29.02.2024
                """, western);
        Files.writeString(directory.resolve("vertraege.csv"), """
                Vertrag;Nummer;Kunde;Verk\u00e4ufer;Wert;Unterschrieben
                V1;2;M\u00fcller;J\u00f6rg;2.000,00;01.03.2024
                V2;;M\u00fcller;J\u00f6rg;5,00;02.03.2024
                """, western);
        try (var runs = new ImportRuns(directory)) {
            var run = runs.run("--mapping", mapping.toString());

            assertThat(run.findings()).containsExactly("3 BAD");
            assertThat(run.json().required("findings").get(0).required("reason").asString())
                    .isEqualTo("Wert is not a number: 12.34");
            assertThat(bodies(runs, "IdentifyOpportunity"))
                    .extracting(body ->
                            body.required("expectedValue").required("amount").asString())
                    .containsExactly("1234.50", "2000.00", "5.00");
            assertThat(bodies(runs, "DraftContract"))
                    .as("a deal with a contract in a row of its own gets no other")
                    .hasSize(2)
                    .allSatisfy(body ->
                            assertThat(body.required("owner").asString()).isEqualTo("J\u00f6rg"));
            assertThat(bodies(runs, "OpenAccount")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "files: {deals: {}}                                  | not deals",
                "files: {leads: {columns: {lead_id: Id}}}            | needs a column or a default for channel",
                "files: {leads: {columns: {channel: Id}}}            | needs a column or a default for lead_id",
                "files: {leads: {columns: {colour: Id}}}             | has no field colour",
                "files: {leads: {columns: [Id]}}                     | must say its parts by their names",
                "colour: red                                         | does not know colour",
                "currency: XQQ                                       | is not an ISO 4217 code",
                "{decimal: ';;', files: {leads: {columns: {lead_id: Id, channel: C}}}} | must be two different characters",
                "strict: perhaps                                     | must be true or false",
                "'{'                                                 | is not YAML",
                "a: b: c                                             | is not YAML",
            })
    void a_mapping_that_says_what_nobody_reads_is_refused_by_its_place(String yaml, String reason) {
        assertThatThrownBy(() -> MappingFile.read(yaml, "x"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_mapping_makes_no_objects_of_the_machine() {
        assertThatThrownBy(() -> MappingFile.read("name: !!java.io.File [x]", "x"))
                .isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"salesforce", "hubspot", "dynamics", "pipedrive", "marketing-funnel", "crm-sales"})
    void shipped_mappings_can_be_read_and_printed(String name) {
        assertThat(Mapping.shipped(name).kinds()).isNotEmpty();
        assertThat(Proposal.of(name)).startsWith("# ");
    }

    @Test
    void a_proposal_for_a_header_is_a_mapping_that_reads_its_file() throws IOException {
        var file = directory.resolve("Deals 2024.csv");
        Files.writeString(
                file,
                "Deal ID;Owner;Company;Stage;Create Date;Close Date;Value;Colour\nD1;Ada;North;new;2024-01-01;;5;red\n");

        var proposed = Proposal.of(file.toString());

        assertThat(proposed)
                .contains("# not read: Company | Colour", "opportunity_id: \"Deal ID\"", "amount: \"Value\"");
        var mapping = directory.resolve("proposed.yaml");
        Files.writeString(mapping, proposed);
        try (var runs = new ImportRuns(directory)) {
            assertThat(runs.run("--mapping", mapping.toString()).exitCode()).isZero();
            assertThat(bodies(runs, "QualifyOpportunity")).hasSize(1);
        }
    }

    @Test
    void a_column_that_a_mapping_needs_and_the_file_lacks_stops_the_import() throws IOException {
        Files.writeString(directory.resolve("qualified_leads.csv"), "mql_id,origin\n1,social\n");
        Files.writeString(directory.resolve("closed_deals.csv"), "mql_id,seller_id,won_date\n");
        try (var runs = new ImportRuns(directory)) {
            assertThatThrownBy(() -> runs.run("--mapping", "marketing-funnel"))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("there is no column sr_id");
            assertThatThrownBy(() -> runs.run("--mapping", "nowhere.yaml"))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("neither a file that can be read nor one of");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'1,234,567.89', 1234567.89",
        "'$1,000', 1000",
        "'1000', 1000",
        "'12,34', ",
        "'1,2345', ",
        "'1.234.567', ",
        "'', "
    })
    void groups_of_digits_are_groups_of_three(String cell, BigDecimal number) {
        assertThat(new Written(".", ",", List.of("yyyy-MM-dd")).number(cell)).isEqualTo(Optional.ofNullable(number));
    }

    @Test
    void a_time_with_an_offset_is_of_the_day_that_it_is_in_the_zone_of_the_import() {
        var written = new Written(".", "", List.of("yyyy-MM-dd'T'HH:mm:ss.SSSXX", "yyyy-MM-dd"));

        assertThat(written.day("2024-03-01T23:30:00.000+0000", ZoneId.of("Asia/Shanghai")))
                .contains(LocalDate.of(2024, 3, 2));
        assertThat(written.day("2024-03-01", ZoneId.of("Asia/Shanghai"))).contains(LocalDate.of(2024, 3, 1));
        assertThat(written.day("2024-02-30", ZoneId.of("UTC"))).isEmpty();
    }
}
