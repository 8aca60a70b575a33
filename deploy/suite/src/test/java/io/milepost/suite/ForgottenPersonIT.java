package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.Arguments;
import io.milepost.cli.audit.AuditCommand;
import io.milepost.cli.demo.DemoCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The demo of a person who is forgotten, against the running suite. */
@DisplayName("R-187: a person is forgotten by the whole suite")
class ForgottenPersonIT {
    private static Client client;
    private static ToldDeal told;

    @BeforeAll
    static void the_demo_has_forgotten_its_person() {
        var suite = RunningSuite.shared();
        client = new Client(suite);
        var out = new ByteArrayOutputStream();
        var demo = new DemoCommand();
        var addresses = Stream.of(Part.LEAD, Part.OPPORTUNITY, Part.CONTRACT, Part.DELIVERY, Part.REPORTING)
                .flatMap(part -> Stream.of(
                        "--" + part.name().toLowerCase(Locale.ROOT) + "-url",
                        suite.uri(part).toString()));
        var arguments = Stream.of(
                        Stream.of("privacy"),
                        addresses,
                        Stream.of("--issuer-url", suite.uri(Part.LOCAL).toString()),
                        Stream.of("--data", suite.folder().toString()))
                .flatMap(some -> some)
                .toList();
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            assertThat(demo.run(Arguments.parse(arguments, demo.options(), Set.of()), print, print))
                    .isZero();
        }
        told = new ToldDeal(out.toString(StandardCharsets.UTF_8));
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @Test
    @DisplayName("every service has erased the person, and the chain of each log is whole")
    void every_service_has_erased_the_person() {
        assertThat(told.text())
                .contains("lead-service erased", "opportunity-service erased")
                .contains("contract-service erased", "delivery-service erased");
        for (var part : List.of(Part.LEAD, Part.OPPORTUNITY, Part.CONTRACT, Part.DELIVERY)) {
            assertThat(client.read(part, "OPERATOR", "/v1/log/verify")
                            .path("intact")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    @DisplayName("R-189: the trail tells of each service what its log says, and a line that somebody took out is found")
    void the_trail_is_held_against_the_logs() throws SQLException {
        for (var part : List.of(Part.LEAD, Part.OPPORTUNITY, Part.CONTRACT, Part.DELIVERY)) {
            assertThat(audit(part))
                    .as(part.name())
                    .startsWith("0 ")
                    .contains("the trail tells the same up to position");
        }
        move("%s.audit_entry", "milepost.lost_line", "service = 'opportunity' and position = 2");
        try {
            assertThat(audit(Part.OPPORTUNITY)).startsWith("2 ").contains("it does not tell of position 2");
        } finally {
            move("milepost.lost_line", "%s.audit_entry", "true");
        }
        assertThat(audit(Part.OPPORTUNITY)).startsWith("0 ");
    }

    /** Takes one line out of the trail, or puts it back. */
    private static void move(String from, String to, String which) throws SQLException {
        var login = RunningSuite.shared().martEnvironment();
        try (var connection = DriverManager.getConnection(
                        login.get("MILEPOST_MART_URI"),
                        login.get("MILEPOST_MART_USER"),
                        login.get("MILEPOST_MART_PASSWORD"));
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select table_schema from information_schema.tables where table_name = 'audit_entry'")) {
            assertThat(found.next()).isTrue();
            var schema = "\"%s\"".formatted(found.getString(1));
            statement.execute("create table if not exists milepost.lost_line (like %s.audit_entry)".formatted(schema));
            assertThat(statement.executeUpdate(
                            "with lost as (delete from %s where %s returning *) insert into %s select * from lost"
                                    .formatted(from.formatted(schema), which, to.formatted(schema))))
                    .isEqualTo(1);
        }
    }

    /** Exit code and what was printed. */
    private static String audit(Part part) {
        var suite = RunningSuite.shared();
        var command = new AuditCommand();
        var out = new ByteArrayOutputStream();
        var words = List.of(
                "verify",
                part.shortName(),
                "--trail",
                "--%s-url".formatted(part.shortName()),
                suite.uri(part).toString(),
                "--reporting-url",
                suite.uri(Part.REPORTING).toString(),
                "--issuer-url",
                suite.uri(Part.LOCAL).toString());
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            int exit = command.run(Arguments.parse(words, command.options(), command.flags()), print, print);
            return "%d %s".formatted(exit, out.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    @DisplayName(
            "no byte of databases, topics, mart, logs and exports has the person, before and after; what else was said"
                    + " is there")
    void no_byte_has_the_person() {
        assertThat(told.text().split("byte scan: ", -1)).hasSize(3);
        assertThat(told.text().split("and none has the person", -1)).hasSize(3);
        assertThat(told.text()).contains("refused: 409 LEGAL_HOLD", "refused: 409 PERSON_ERASED");
    }
}
