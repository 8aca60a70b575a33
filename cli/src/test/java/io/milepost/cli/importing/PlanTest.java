package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.cli.Failure;
import io.milepost.cli.importing.Story.Step;
import io.milepost.cli.suite.Item;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    @TempDir
    private Path directory;

    private Plan plan(String currency, String zone) {
        return new Plan(Source.read(directory, CrmFiles.terms(currency)), ZoneId.of(zone), Held.NOTHING);
    }

    private Story deal(String id) {
        return plan("USD", "UTC").deals().stream()
                .filter(story -> story.key().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> commands(Story story) {
        return story.steps().stream().map(step -> step.item().command()).toList();
    }

    private static List<Record> bodies(Story story) {
        return story.steps().stream().map(step -> step.item().body()).toList();
    }

    private static List<Instant> times(Story story) {
        return story.steps().stream()
                .map(step -> step.item().effectiveAt())
                .distinct()
                .toList();
    }

    private static Money usd(String amount) {
        return new Money(amount, "USD");
    }

    @Test
    void a_prospect_is_identified_on_the_latest_day_of_the_file() {
        new CrmFiles(directory);

        var story = deal("P1");

        assertThat(bodies(story))
                .containsExactly(
                        new Bodies.IdentifyOpportunity("Prospect P1", null, "Ada Berg", "Big Pump", usd("1000.00")));
        assertThat(times(story)).containsExactly(Instant.parse("2020-06-02T00:00:00Z"));
    }

    @Test
    void an_engaged_deal_is_identified_at_list_price_and_qualified_on_its_day() {
        new CrmFiles(directory);

        var story = deal("E1");

        assertThat(bodies(story))
                .containsExactly(
                        new Bodies.IdentifyOpportunity("Deal E1", null, "Ben Cole", "Big Pump", usd("1000.00")),
                        new Bodies.QualifyOpportunity("Imported as Engaging: engaged on 2020-06-01"));
        assertThat(times(story)).containsExactly(Instant.parse("2020-06-01T00:00:00Z"));
    }

    @Test
    void a_lost_deal_is_closed_on_its_close_date() {
        new CrmFiles(directory);

        var story = deal("L1");

        assertThat(commands(story)).containsExactly("IdentifyOpportunity", "QualifyOpportunity", "CloseAsLost");
        assertThat(((Bodies.IdentifyOpportunity) bodies(story).getFirst()).expectedValue())
                .isEqualTo(usd("100.50"));
        assertThat(((Bodies.CloseAsLost) bodies(story).getLast()).closedOn()).isEqualTo(LocalDate.of(2020, 5, 9));
        assertThat(times(story))
                .containsExactly(Instant.parse("2020-03-07T00:00:00Z"), Instant.parse("2020-05-09T00:00:00Z"));
    }

    @Test
    void a_won_deal_has_a_migrated_contract_signed_by_both_and_is_not_told_that_it_is_won() {
        new CrmFiles(directory);

        var story = deal("W1");
        var opportunity = story.steps().getFirst().item().id();
        var account = plan("USD", "UTC").groundwork().stream()
                .filter(other -> other.key().equals("Northwind"))
                .findFirst()
                .orElseThrow();

        assertThat(bodies(story))
                .element(0)
                .isEqualTo(new Bodies.IdentifyOpportunity(
                        "Deal W1", account.steps().getFirst().item().id(), "Ada Berg", "Big Pump", usd("990.00")));
        assertThat(bodies(story).subList(2, 5))
                .containsExactly(
                        new Bodies.DraftContract(
                                "MIGRATED",
                                "Signed before the import; the file holds no quotation",
                                opportunity,
                                account.steps().getFirst().item().id(),
                                "Ada Berg",
                                usd("990.00"),
                                List.of(new Bodies.ContractLine("Big Pump", 1, usd("990.00")))),
                        new Bodies.SignContract("SELLER", LocalDate.of(2020, 4, 1)),
                        new Bodies.SignContract("CUSTOMER", LocalDate.of(2020, 4, 1)));
        assertThat(story.steps().stream().map(Step::service))
                .containsExactly(
                        Story.Service.OPPORTUNITY,
                        Story.Service.OPPORTUNITY,
                        Story.Service.CONTRACT,
                        Story.Service.CONTRACT,
                        Story.Service.CONTRACT);
        assertThat(times(story))
                .containsExactly(Instant.parse("2020-03-05T00:00:00Z"), Instant.parse("2020-04-01T00:00:00Z"));
    }

    @Test
    void accounts_members_and_prices_hold_from_the_year_of_the_first_deal() {
        new CrmFiles(directory);

        var groundwork = plan("USD", "UTC").groundwork();

        assertThat(groundwork)
                .allSatisfy(story -> assertThat(times(story)).containsExactly(Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(groundwork.stream().flatMap(story -> bodies(story).stream()))
                .containsExactly(
                        new Bodies.OpenAccount("Northwind", "trade", 1998, usd("12500000.00"), 300, "Norway", null),
                        new Bodies.OpenAccount("Harbour & Sons", "transport", null, null, null, null, "Northwind"),
                        new Bodies.RegisterTeamMember(
                                "Carl Dahl", "Carl Dahl", "Central", LocalDate.of(2020, 1, 1), null),
                        new Bodies.RegisterTeamMember(
                                "Ada Berg", "Carl Dahl", "Central", LocalDate.of(2020, 1, 1), "Carl Dahl"),
                        new Bodies.RegisterTeamMember("Dora Ek", "Dora Ek", "West", LocalDate.of(2020, 1, 1), null),
                        new Bodies.RegisterTeamMember(
                                "Ben Cole", "Dora Ek", "West", LocalDate.of(2020, 1, 1), "Dora Ek"),
                        new Bodies.PublishPriceList(
                                "List prices",
                                LocalDate.of(2020, 1, 1),
                                List.of(
                                        new Bodies.PriceItem(
                                                "Big Pump", "Big Pump", usd("1000.00"), List.of("BigPump")),
                                        new Bodies.PriceItem("Small Pump", "Small Pump", usd("100.50"), List.of()))));
    }

    @Test
    void an_alias_differs_from_its_product_and_other_aliases_in_more_than_case() {
        new CrmFiles(directory)
                .pipeline(List.of(
                        "A1,Ada Berg,BIG PUMP,Northwind,Engaging,2020-03-05,,",
                        "A2,Ada Berg,BigPump,Northwind,Engaging,2020-03-05,,",
                        "A3,Ada Berg,BIGPUMP,Northwind,Engaging,2020-03-05,,"));

        var list = (Bodies.PublishPriceList)
                bodies(plan("USD", "UTC").groundwork().getLast()).getFirst();

        assertThat(list.items().getFirst().aliases()).containsExactly("BIGPUMP");
    }

    @Test
    void every_step_of_every_row_has_a_key_of_its_own() {
        new CrmFiles(directory);
        var plan = plan("USD", "UTC");

        var stories = new ArrayList<>(plan.groundwork());
        stories.addAll(plan.deals());
        var items = stories.stream()
                .flatMap(story -> story.steps().stream())
                .map(Step::item)
                .toList();

        assertThat(items.stream().map(Item::idempotencyKey))
                .doesNotHaveDuplicates()
                .hasSize(25);
        assertThat(items.stream().map(Item::id).distinct()).hasSize(15);
    }

    @Test
    void keys_and_ids_do_not_depend_on_place_currency_or_other_rows() {
        var files = new CrmFiles(directory);
        var before = deal("E1").steps();
        files.pipeline(List.of("N0,Ada Berg,Big Pump,,Engaging,2021-06-01,,", CrmFiles.DEALS.get(3)));

        assertThat(deal("E1").steps()).isEqualTo(before);
        assertThat(plan("EUR", "UTC")
                        .deals()
                        .getLast()
                        .steps()
                        .getFirst()
                        .item()
                        .idempotencyKey())
                .isEqualTo(before.getFirst().item().idempotencyKey());
    }

    @Test
    void a_day_begins_in_the_chosen_zone_and_amounts_are_in_the_chosen_currency() {
        new CrmFiles(directory)
                .write("products.csv", "product,series,sales_price", "Big Pump,P,1000", "Small Pump,P,7");

        var item = plan("JPY", "Asia/Shanghai")
                .deals()
                .getFirst()
                .steps()
                .getFirst()
                .item();

        assertThat(item.effectiveAt()).isEqualTo(Instant.parse("2020-03-04T16:00:00Z"));
        assertThat(((Bodies.IdentifyOpportunity) item.body()).expectedValue()).isEqualTo(new Money("990", "JPY"));
    }

    @Test
    void without_any_date_there_is_no_plan() {
        new CrmFiles(directory).pipeline(List.of("P1,Ada Berg,Big Pump,,Prospecting,,,"));

        assertThatThrownBy(() -> plan("USD", "UTC"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no good row of a deal has a date");
    }
}
