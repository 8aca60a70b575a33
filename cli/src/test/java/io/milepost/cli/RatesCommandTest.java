package io.milepost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R-196, R-208: exchange rates are read from a file, each once")
class RatesCommandTest {
    private static final String RATES = "on,from,to,rate\n2026-01-01,USD,EUR,0.91\n2026-02-01,USD,EUR,0.925\n";

    @TempDir
    private Path folder;

    private final FakeSuite suite = new FakeSuite();
    private String told = "";

    @AfterEach
    void close() {
        suite.close();
    }

    @Test
    @DisplayName("Rates are recorded, and a second run changes nothing")
    void recorded_once() throws IOException {
        assertThat(run(RATES)).isZero();
        assertThat(told).contains("2 rates recorded, 0 were there, 0 not taken");
        assertThat(suite.log())
                .extracting(commit -> commit.command() + " " + commit.body().path("rate"))
                .containsExactly("RecordExchangeRate 0.91", "RecordExchangeRate 0.925");
        assertThat(run(RATES)).isZero();
        assertThat(told).contains("0 rates recorded, 2 were there, 0 not taken");
        assertThat(suite.log()).hasSize(2);
    }

    @Test
    @DisplayName("A rate that is known otherwise stays, and its line is told")
    void known_otherwise() throws IOException {
        run(RATES);
        assertThat(run(RATES.replace("0.91", "0.95"))).isEqualTo(2);
        assertThat(told).contains("line 2: the suite has another rate of that day, which stays", "1 not taken");
        assertThat(suite.log()).hasSize(2);
    }

    @Test
    @DisplayName("What is no rate is named by its line, and nothing is sent")
    void no_rates() {
        for (var wrong : List.of("2026-13-01,USD,EUR,0.91", "2026-01-01,USD,EUR,much")) {
            assertThatThrownBy(() -> run("on,from,to,rate\n" + wrong + "\n"))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("line 2");
        }
        assertThatThrownBy(() -> run("day,rate\n2026-01-01,1\n"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("needs the columns");
        assertThat(suite.log()).isEmpty();
    }

    private int run(String rates) throws IOException {
        var file = Files.writeString(folder.resolve("rates.csv"), rates);
        var command = new RatesCommand();
        var out = new ByteArrayOutputStream();
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            return command.run(
                    Arguments.parse(
                            List.of(
                                    file.toString(),
                                    "--lead-url",
                                    address("--lead-url"),
                                    "--issuer-url",
                                    address("--issuer-url")),
                            command.options(),
                            command.flags()),
                    print,
                    print);
        } finally {
            told = out.toString(StandardCharsets.UTF_8);
        }
    }

    private String address(String option) {
        var addresses = suite.addresses();
        return addresses.get(addresses.indexOf(option) + 1);
    }
}
