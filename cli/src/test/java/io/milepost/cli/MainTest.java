package io.milepost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        out.reset();
        err.reset();
        return Main.run(
                List.of(args),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void explains_itself() {
        assertThat(run("help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("import", "token");
        assertThat(run("import", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--currency CODE", "--delimiter CHARACTER", "Exit codes");
    }

    @Test
    void says_what_is_wrong_with_a_call_and_ends_with_1() {
        assertThat(run("export")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no sub-command export");
        assertThat(run("import")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("expected one directory, found 0");
        assertThat(run("import", "x", "--colour")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("unknown option --colour");
        assertThat(run("import", "x", "--currency")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--currency needs a value");
        assertThat(run("import", "x", "--currency=Dollar")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("not an ISO 4217 code");
        assertThat(run("import", ".", "--currency", "XAU")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("nothing that is paid with: XAU");
        assertThat(run("import", "x", "--zone", "Mars/Olympus")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--zone is not a time zone", "Mars/Olympus");
        assertThat(run("import", "x", "--delimiter", "::")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--delimiter must be comma");
        assertThat(run("import", "nowhere")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no directory nowhere");
    }

    @Test
    void prints_nothing_but_the_token_of_a_role() {
        try (var suite = new FakeSuite()) {
            var issuer = suite.addresses().getLast();

            assertThat(run("token", "SALES_REP", "--issuer-url", issuer)).isZero();

            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("t1" + System.lineSeparator());
            assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        }
    }
}
