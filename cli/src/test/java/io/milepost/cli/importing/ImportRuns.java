package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.Arguments;
import io.milepost.cli.FakeSuite;
import io.milepost.cli.JumpingClock;
import io.milepost.cli.suite.Patience;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports of one directory into one suite, with a clock that only waiting moves. */
final class ImportRuns implements AutoCloseable {
    private final Path directory;
    private final CrmFiles files;
    private final FakeSuite suite = new FakeSuite();
    private final JumpingClock clock = new JumpingClock();

    ImportRuns(Path directory) {
        this.directory = directory;
        this.files = new CrmFiles(directory);
    }

    CrmFiles files() {
        return files;
    }

    FakeSuite suite() {
        return suite;
    }

    JumpingClock clock() {
        return clock;
    }

    @Override
    public void close() {
        suite.close();
    }

    /** How one import ended. */
    record Run(int exitCode, JsonNode json, String err) {
        int rows(String file, String verdict) {
            return json.required("files").required(file).required(verdict).asInt();
        }

        List<String> findings() {
            return json.required("findings")
                    .valueStream()
                    .map(finding -> finding.required("key").asString() + " "
                            + finding.required("verdict").asString())
                    .toList();
        }
    }

    Run run(String... more) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var patience = new Patience(
                Duration.ofMinutes(2),
                clock,
                clock::rest,
                RandomGeneratorFactory.of("L64X128MixRandom").create(11),
                _ -> {});
        var command = new ImportCommand(patience, 3);
        var args = new ArrayList<>(suite.addresses());
        args.addAll(List.of(more));
        args.addAll(List.of("--json", directory.toString()));
        var exitCode = command.run(
                Arguments.parse(args, command.options(), command.flags()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(exitCode, new JsonMapper().readTree(out.toByteArray()), err.toString(StandardCharsets.UTF_8));
    }

    /** What a suite without trouble holds after these deals. */
    Map<String, String> quietly(List<String> deals) {
        files.pipeline(deals);
        try (var quiet = new FakeSuite()) {
            var command = new ImportCommand();
            var args = new ArrayList<>(quiet.addresses());
            args.addAll(List.of("--json", directory.toString()));
            var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            assertThat(command.run(Arguments.parse(args, command.options(), command.flags()), nowhere, nowhere))
                    .isZero();
            return quiet.contents();
        }
    }
}
