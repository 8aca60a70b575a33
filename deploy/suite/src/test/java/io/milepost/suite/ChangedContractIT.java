package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.cli.Arguments;
import io.milepost.cli.demo.DemoCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The demo of a changed contract walks its story against the running suite; the public API then tells the same. */
class ChangedContractIT {

    @Test
    @DisplayName(
            "R-138, R-140, R-142: a contract with two amendments is worth what both sides signed, and all of it comes in")
    void a_contract_is_amended_twice_and_collected() {
        var suite = RunningSuite.shared();
        var told = walk(suite);
        assertThat(told.lines().filter(line -> line.contains("refused:")))
                .extracting(line -> line.trim().split("[ ,]+", -1)[3])
                .containsExactly(
                        "CONTRACT_NOT_SIGNED",
                        "RECORDED_BY_ONE",
                        "CHANGE_NOT_APPROVED",
                        "ONE_FOR_BOTH_PARTIES",
                        "ONE_FOR_BOTH_PARTIES");
        assertThat(told)
                .contains("change-order.applied.v1", "change-order.rejected.v1")
                .contains("payment-schedule.fully-collected.v1");

        try (var client = new Client(suite)) {
            var id = contractOf(told);
            var contract = client.read(Part.CONTRACT, "SALES_REP", "/v1/contracts/" + id);
            assertThat(amounts(contract, "originalValue", "value", "forecastValue"))
                    .containsExactly("120000.00", "116000.00", "116000.00");
            assertThat(contract.path("lineHistory").valueStream().map(JsonNode::toString))
                    .as("each line knows what became of it")
                    .hasSize(2)
                    .anyMatch(line -> line.contains("\"addedBy\":1"))
                    .anyMatch(line -> line.contains("\"changedBy\":[2]"));
            var schedule = client.read(Part.CONTRACT, "FINANCE", "/v1/payment-schedules/" + id);
            assertThat(amounts(schedule, "originalValue", "value", "paid"))
                    .containsExactly("120000.00", "116000.00", "116000.00");
            await("delivery knows what the contract is worth now")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> client.read(Part.DELIVERY, "DELIVERY_MANAGER", "/v1/contract-copies/" + id)
                            .toString()
                            .contains("116000.00"));
        }
    }

    private static String contractOf(String told) {
        var address =
                Pattern.compile("read it at .*/v1/contracts/([0-9a-f-]{36})").matcher(told);
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private static List<String> amounts(JsonNode view, String... names) {
        return Stream.of(names)
                .map(name -> view.path(name).path("amount").asString())
                .toList();
    }

    private static String walk(RunningSuite suite) {
        var out = new ByteArrayOutputStream();
        var demo = new DemoCommand();
        var addresses = Stream.of(
                        Map.entry("lead", Part.LEAD),
                        Map.entry("opportunity", Part.OPPORTUNITY),
                        Map.entry("contract", Part.CONTRACT),
                        Map.entry("delivery", Part.DELIVERY),
                        Map.entry("issuer", Part.LOCAL))
                .flatMap(of -> Stream.of(
                        "--" + of.getKey() + "-url", suite.uri(of.getValue()).toString()));
        var arguments = Stream.concat(Stream.of("change"), addresses).toList();
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            assertThat(demo.run(Arguments.parse(arguments, demo.options(), Set.of()), print, print))
                    .isZero();
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
