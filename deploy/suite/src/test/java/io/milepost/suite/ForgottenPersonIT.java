package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.Arguments;
import io.milepost.cli.demo.DemoCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
        var addresses = Stream.of(Part.LEAD, Part.OPPORTUNITY, Part.CONTRACT, Part.DELIVERY)
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
    @DisplayName(
            "no byte of databases, topics, mart and logs has the person, before and after; what else was said is there")
    void no_byte_has_the_person() {
        assertThat(told.text().split("byte scan: ", -1)).hasSize(3);
        assertThat(told.text()).contains("refused: 409 LEGAL_HOLD", "refused: 409 PERSON_ERASED");
    }
}
