package io.milepost.cli.demo.year;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.suite.Item;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The year of a company follows from its seed, and can be told again")
class YearTest {
    private static final BigDecimal SMALL = new BigDecimal("0.02");

    @Test
    @DisplayName("A seed tells the same commands under the same keys, and another seed tells others")
    void a_seed_is_a_year() {
        var told = items(new Company(7, SMALL, 2025));
        assertThat(told).hasSizeGreaterThan(300).isEqualTo(items(new Company(7, SMALL, 2025)));
        assertThat(keys(told)).doesNotContainAnyElementsOf(keys(items(new Company(8, SMALL, 2025))));
    }

    @Test
    @DisplayName("Every command has a key of its own, so that each is done and none twice")
    void keys_are_unique() {
        var keys = keys(items(new Company(7, new BigDecimal("0.2"), 2025)));
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
    }

    @Test
    @DisplayName("What is said of one entity on days of the past goes on in time")
    void time_goes_on() {
        for (var story : stories(new Company(3, new BigDecimal("0.2"), 2025))) {
            var steps = story.steps().stream().map(Step::item).toList();
            for (int at = 1; at < steps.size(); at++) {
                var before = steps.get(at - 1).effectiveAt();
                var after = steps.get(at).effectiveAt();
                assertThat(before == null || after == null || before.isBefore(after))
                        .as("%s, step %d", story.name(), at + 1)
                        .isTrue();
                assertThat(before == null && after != null)
                        .as("%s, step %d goes back from today", story.name(), at + 1)
                        .isFalse();
            }
        }
    }

    @Test
    @DisplayName(
            "At full size it has 60 people, 5,000 leads, 900 deals and 300 contracts, in two modes and two currencies")
    void full_size() {
        var company = new Company(1, BigDecimal.ONE, 2025);
        assertThat(List.of(company.people(), company.leads(), company.deals(), company.contracts()))
                .containsExactly(60, 5_000, 900, 300);
        var items = items(company);
        assertThat(items.stream().filter(item -> item.command().equals("DraftContract")))
                .hasSize(300);
        assertThat(items.stream().filter(item -> item.command().equals("CaptureLead")))
                .hasSizeGreaterThanOrEqualTo(5_000);
        assertThat(items.stream().map(item -> item.body().toString()))
                .anyMatch(body -> body.contains("currency=USD"))
                .anyMatch(body -> body.contains("currency=EUR"))
                .anyMatch(body -> body.contains("mode=UNIT"))
                .anyMatch(body -> body.contains("mode=PROJECT"));
        assertThat(items.stream().map(Item::command))
                .contains(
                        "UpdateValue",
                        "ChangeOwner",
                        "ReopenOpportunity",
                        "ReverseReceipt",
                        "RefundSurplus",
                        "IssueCreditNote",
                        "ReturnHandover",
                        "DisputeSettlement",
                        "RefundDeposit");
    }

    private static Stream<Story> all(Company company) {
        var launch = new Launch(company);
        var beginning = new Beginning(company);
        return Stream.of(
                        beginning.people().stream().flatMap(List::stream),
                        beginning.stories().stream(),
                        launch.beginning().stream(),
                        new Selling(company).stories().stream(),
                        launch.stories().stream())
                .flatMap(stories -> stories);
    }

    private static List<Story> stories(Company company) {
        return all(company).toList();
    }

    private static List<Item> items(Company company) {
        return all(company)
                .flatMap(story -> story.steps().stream())
                .map(Step::item)
                .toList();
    }

    private static List<UUID> keys(List<Item> items) {
        return items.stream().map(Item::idempotencyKey).toList();
    }
}
