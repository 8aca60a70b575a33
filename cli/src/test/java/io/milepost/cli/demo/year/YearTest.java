package io.milepost.cli.demo.year;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.suite.Item;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                        "CompleteSettlement",
                        "CloseProject",
                        "CloseSalesTarget",
                        "RefundDeposit");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 17, 42, 1_000_003})
    @DisplayName("Of the smallest company, whatever its seed, every kind of story is told that the full one has, to its"
            + " end: so whoever plays it hears of each rule that a service would refuse a step by")
    void the_smallest_company_has_every_kind_of_story(long seed) {
        var full = kinds(new Company(seed, BigDecimal.ONE, 2025));
        assertThat(full).as("control").hasSizeGreaterThan(60);
        assertThat(kinds(new Company(seed, new BigDecimal("0.001"), 2025))).containsAll(full);
    }

    @Test
    @DisplayName("A kind of story comes in turn before it is drawn")
    void kinds_come_in_turn() {
        var draws = new Random(3);
        assertThat(IntStream.range(0, 6).map(number -> Company.kind(draws, number, 6)))
                .containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(IntStream.range(6, 600)
                        .map(number -> Company.kind(draws, number, 6))
                        .distinct()
                        .boxed())
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    }

    /** What is done, with what is decided by it, and how stories end. */
    private static Set<String> kinds(Company company) {
        return stories(company).stream()
                .flatMap(story -> Stream.concat(
                        story.steps().stream().map(step -> decided(step.item())), Stream.of(ending(story))))
                .collect(Collectors.toSet());
    }

    private static String decided(Item item) {
        var said = item.body() instanceof Body(var fields) ? fields : Map.<String, Object>of();
        return "%s %s %s %s"
                .formatted(
                        item.command(),
                        said.get("result"),
                        said.get("level"),
                        said.containsKey("cause") ? "cause" : "");
    }

    /** Of a deal it goes by how it is paid as well, which has kinds of its own. */
    private static String ending(Story story) {
        var kind = story.name().replaceAll("\\d.*", "");
        return kind.equals("deal ")
                ? kind
                : kind + " ends with " + story.steps().getLast().item().command();
    }

    private static Stream<Story> all(Company company) {
        var launch = new Launch(company);
        var planning = new Planning(company);
        var beginning = new Beginning(company);
        return Stream.of(
                        beginning.people().stream().flatMap(List::stream),
                        beginning.stories().stream(),
                        planning.strategy().stream(),
                        planning.wholes().stream(),
                        planning.parts().stream(),
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
