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

/** The demo of a delivery that goes wrong, against the running suite. */
class RoughDeliveryIT {
    private static Client client;
    private static ToldDeal deal;

    @BeforeAll
    static void the_demo_has_walked_its_delivery() {
        var suite = RunningSuite.shared();
        client = new Client(suite);
        var out = new ByteArrayOutputStream();
        var demo = new DemoCommand();
        var addresses = Stream.of(Part.LEAD, Part.OPPORTUNITY, Part.CONTRACT, Part.DELIVERY)
                .flatMap(part -> Stream.of(
                        "--" + part.name().toLowerCase(Locale.ROOT) + "-url",
                        suite.uri(part).toString()));
        var arguments = Stream.of(
                        Stream.of("delivery"),
                        addresses,
                        Stream.of("--issuer-url", suite.uri(Part.LOCAL).toString()))
                .flatMap(some -> some)
                .toList();
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            assertThat(demo.run(Arguments.parse(arguments, demo.options(), Set.of()), print, print))
                    .isZero();
        }
        deal = new ToldDeal(out.toString(StandardCharsets.UTF_8));
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @Test
    @DisplayName(
            "R-143 to R-162, R-184, decision 30: what comes too early or is not done is refused, each for its reason")
    void what_may_not_be_is_refused() {
        assertThat(deal.text().lines().filter(line -> line.contains("refused:")))
                .extracting(line -> line.trim().split("[ ,]+", -1)[3])
                .endsWith(
                        "HANDOVER_NOT_ACCEPTED",
                        "PACKAGE_INCOMPLETE",
                        "DELIVERY_SUSPENDED",
                        "SINGLE_POINTS_OPEN",
                        "ACCEPTOR_OURS",
                        "ITEMS_OPEN",
                        "DELIVERY_UNFINISHED");
    }

    @Test
    @DisplayName("R-147, R-150, R-153, R-161, G16 to G21: the delivery gets over all of it and is closed")
    void the_delivery_comes_to_its_end() {
        assertThat(types("handovers")).contains("handover.returned.v1", "handover.accepted.v1");
        assertThat(types("acceptances"))
                .containsSubsequence(
                        "acceptance.failed.v1",
                        "acceptance.request-rejected.v1",
                        "acceptance.rectification-completed.v1",
                        "acceptance.single-point-accepted.v1",
                        "acceptance.comprehensive-accepted.v1");
        assertThat(types("closures"))
                .containsSubsequence("closure.blocked.v1", "closure.item-waived.v1", "closure.project-closed.v1");
        assertThat(types("delivery-projects"))
                .contains(
                        "delivery-project.suspended.v1",
                        "delivery-project.resumed.v1",
                        "delivery-project.plan-rebaselined.v1",
                        "delivery-project.accepted.v1",
                        "delivery-project.settled.v1",
                        "delivery-project.closed.v1");
        assertThat(deal.text())
                .contains("fulfilment.goods-delivered.v1", "fulfilment.commissioning-completed.v1")
                .contains("change-request.escalated.v1", "settlement.completed.v1");
    }

    @Test
    @DisplayName("R-042, R-163, R-166: the customer is visited twice, and a need that is noticed becomes a lead")
    void the_customer_is_looked_after() {
        assertThat(deal.text().split("care-visit\\.done\\.v1", -1)).hasSize(3);
        assertThat(deal.text()).contains("service-case.confirmed.v1", "service-case.need-found.v1", "it is a lead");
    }

    private static List<String> types(String plural) {
        return client.read(Part.DELIVERY, "OPERATOR", "/v1/%s/%s/history".formatted(plural, deal.id(plural)))
                .path("items")
                .valueStream()
                .map(event -> event.path("type").asString(""))
                .toList();
    }
}
