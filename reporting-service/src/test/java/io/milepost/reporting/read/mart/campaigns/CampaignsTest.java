package io.milepost.reporting.read.mart.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.reporting.read.mart.BesideLaws;
import io.milepost.reporting.read.mart.Company;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Laws;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CampaignsTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);

    private final Company company = new Company();

    @Test
    @DisplayName("R-199: a campaign shows budget, cost, outcome and what was won of its leads, as of any day")
    void what_a_campaign_brings() {
        planned(1, "Spring", "1000.00", "2017-01-05");
        campaign(1, "approved", "2017-01-10", "\"needs\":[],\"approvedBy\":\"b\",\"approvedOn\":\"2017-01-10\"");
        spent(1, "R1", "300.00", "2017-01-12");
        spent(1, "R2", "50.00", "2017-01-13");
        campaign(1, "spending-reversed", "2017-01-20", "\"receipt\":\"R2\",\"reason\":\"wrong\"");
        campaign(
                1,
                "outcome-recorded",
                "2017-01-21",
                "\"visitors\":80,\"leads\":9,\"orders\":1,\"cost\":" + Company.usd("300.00"));
        campaign(
                1,
                "outcome-recorded",
                "2017-01-25",
                "\"visitors\":90,\"leads\":12,\"orders\":2,\"cost\":" + Company.usd("300.00"));
        planned(2, "Autumn", "500.00", "2017-01-05");
        company.identified(
                1, "smith", "2017-01-15", "700.00", ",\"source\":{\"channel\":\"WEB\",\"campaign\":\"Spring\"}");
        company.identified(
                2, "smith", "2017-01-15", "90.00", ",\"source\":{\"channel\":\"WEB\",\"campaign\":\"Spring\"}");
        company.won(1, "2017-02-01", "600.00");
        try (var source = Postgres.database()) {
            var fed = new Fed(source, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));
            fed.take(company.events, new Random(1));
            assertThat(told(fed, "2017-01-05"))
                    .as("nobody has approved a budget")
                    .isEmpty();
            assertThat(told(fed, "2017-01-14"))
                    .containsExactly("Spring 1000.00 350.00 0.3500 0 0 0 0.00 0 0.00 0.0000");
            assertThat(told(fed, "2017-01-22"))
                    .containsExactly("Spring 1000.00 300.00 0.3000 80 9 1 790.00 0 0.00 0.0000");
            assertThat(told(fed, "2017-02-01"))
                    .containsExactly("Spring 1000.00 300.00 0.3000 90 12 2 90.00 1 600.00 2.0000");
        }
    }

    @Test
    @DisplayName("R-199: the laws hold of campaigns, in which money is spent and taken back in any order of days")
    void laws() {
        var random = new Random(3);
        for (int id = 1; id <= 25; id++) {
            planned(
                    id,
                    "C" + id % 6,
                    random.nextInt(900) + ".50",
                    FIRST.plusDays(random.nextInt(20)).toString());
            if (random.nextInt(3) > 0) {
                campaign(id, "approved", FIRST.plusDays(20).toString(), "\"needs\":[]");
            }
            for (int receipt = 0; receipt < random.nextInt(4); receipt++) {
                spent(
                        id,
                        "R" + receipt,
                        random.nextInt(90) + ".07",
                        FIRST.plusDays(random.nextInt(60)).toString());
                if (random.nextInt(3) == 0) {
                    campaign(
                            id,
                            "spending-reversed",
                            FIRST.plusDays(random.nextInt(80)).toString(),
                            "\"receipt\":\"R%d\"".formatted(receipt));
                }
            }
            switch (random.nextInt(4)) {
                case 0 ->
                    campaign(
                            id,
                            "outcome-recorded",
                            FIRST.plusDays(70).toString(),
                            "\"visitors\":%d,\"leads\":2,\"orders\":1".formatted(random.nextInt(90)));
                case 1 -> campaign(id, "cancelled", FIRST.plusDays(75).toString(), "\"reason\":\"r\"");
                case 2 ->
                    campaign(
                            id,
                            "budget-changed",
                            FIRST.plusDays(40).toString(),
                            "\"budget\":%s".formatted(Company.usd("10.00")));
                default -> {}
            }
            company.identified(
                    id,
                    "owner-" + id % 3,
                    FIRST.plusDays(30).toString(),
                    "7.01",
                    ",\"source\":{\"channel\":\"WEB\",\"campaign\":\"C%d\"}".formatted(id % 6));
        }
        try (var source = Postgres.database()) {
            var fed = new Fed(source, BesideLaws.apart(Declared.in(ZoneOffset.UTC)), LocalDate.of(2018, 1, 1));
            fed.take(company.events, random);
            assertThat(fed.select("select dataset from $.aside")).isEmpty();
            BesideLaws.hold(
                    fed, new Laws(fed, company.events, random, FIRST, 90), "campaign-effect", random, FIRST, 90, 6);
        }
    }

    private static List<String> told(Fed fed, String day) {
        return fed.ask("campaign-effect", "asOf", day, "where", "campaign ne null").rows().stream()
                .filter(row -> row.get("currency") != null && !"0.00".equals(String.valueOf(row.get("budget"))))
                .map(row -> Stream.of(
                                "campaign",
                                "budget",
                                "cost",
                                "cost_rate",
                                "visitors",
                                "counted_leads",
                                "counted_orders",
                                "open_value",
                                "won",
                                "won_value_to_date",
                                "won_for_cost")
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private void planned(int id, String title, String budget, String on) {
        campaign(
                id,
                "planned",
                on,
                "\"kind\":\"EXHIBITION\",\"owner\":\"smith\",\"plan\":{\"title\":\"%s\",\"from\":\"2017-01-01\",\"to\":\"2017-03-31\",\"budget\":%s}"
                        .formatted(title, Company.usd(budget)));
    }

    private void spent(int id, String receipt, String amount, String on) {
        campaign(
                id,
                "spending-recorded",
                on,
                "\"receipt\":\"%s\",\"amount\":%s,\"spentOn\":\"%s\"".formatted(receipt, Company.usd(amount), on));
    }

    private void campaign(int id, String type, String on, String fields) {
        company.say("lead", new UUID(7, 1000 + id), "campaign.%s.v1".formatted(type), on, fields);
    }
}
