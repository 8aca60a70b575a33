package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What became of deals, by where they came from, why they were lost, and whose they were. */
class OutcomesTest {
    private static final String[] YEAR = {"from", "2017-01-01", "to", "2017-12-31"};

    private final Company company = new Company();
    private HikariDataSource database;
    private Fed fed;

    @BeforeEach
    void create() {
        database = Postgres.database();
        fed = new Fed(database, BesideLaws.apart(Declared.in(ZoneOffset.UTC)), LocalDate.of(2018, 1, 1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName(
            "R-192: losses are told by their cause, and success by sales process, withdrawn and rejected deals apart")
    void causes_and_processes() {
        company.say(
                "opportunity",
                new UUID(6, 1),
                "sales-process.defined.v1",
                "2017-01-01",
                "\"name\":\"plant\",\"businessUnit\":\"Energy\",\"mode\":\"PROJECT\"");
        for (int id = 1; id <= 5; id++) {
            company.identified(id, "smith", "2017-01-10", "100.00", ",\"template\":\"plant\",\"product\":\"P\"");
        }
        company.identified(6, "smith", "2017-01-10", "100.00", "");
        company.won(1, "2017-02-01", "120.00");
        company.lost(2, "2017-02-02", "PRICE");
        company.lost(3, "2017-02-03", "PRICE");
        company.deal(4, "withdrawn", "2017-02-04", "\"reason\":\"w\",\"cause\":\"BUDGET\",\"closedOn\":\"2017-02-04\"");
        company.deal(5, "rejected", "2017-02-05", "\"reason\":\"r\"");
        company.deal(
                6, "lost", "2017-02-06", "\"reason\":\"before causes were asked for\",\"closedOn\":\"2017-02-06\"");
        fed.take(company.events, new Random(1));

        assertThat(told("loss-causes", "loss_cause", "lost_deals", "lost_value", "withdrawn_deals"))
                .containsExactly("BUDGET 0 0.00 1", "PRICE 2 200.00 0");
        assertThat(told(
                        "process-success",
                        "template,business_unit,mode",
                        "won_deals",
                        "lost_deals",
                        "withdrawn_deals",
                        "rejected_deals",
                        "win_rate",
                        "success_rate"))
                .containsExactly(
                        "plant Energy PROJECT 1 2 1 1 0.3333 0.2000", "null (unknown) (unknown) 0 1 0 0 0.0000 0.0000");
    }

    @Test
    @DisplayName(
            "R-190: a true stage is told apart by anything else, such as the business unit and mode of its sales process")
    void a_stage_is_split() {
        company.say(
                "opportunity",
                new UUID(6, 1),
                "sales-process.defined.v1",
                "2017-01-01",
                "\"name\":\"plant\",\"businessUnit\":\"Energy\",\"mode\":\"PROJECT\"");
        company.say(
                "opportunity",
                new UUID(6, 2),
                "sales-process.defined.v1",
                "2017-01-01",
                "\"name\":\"flat\",\"mode\":\"UNIT\"");
        company.identified(1, "smith", "2017-01-10", "100.00", ",\"template\":\"plant\"");
        company.identified(2, "smith", "2017-01-10", "40.00", ",\"template\":\"flat\"");
        company.identified(3, "kim", "2017-01-10", "7.00", ",\"template\":\"flat\"");
        for (int id = 1; id <= 3; id++) {
            company.deal(id, "stage-entered", "2017-01-11", "\"stage\":1,\"on\":\"2017-01-11\"");
            company.deal(id, "win-probability-changed", "2017-01-11", "\"previous\":0,\"probability\":50");
        }
        fed.take(company.events, new Random(1));
        assertThat(fed.ask("proven-stages", "by", "true_stage,business_unit,mode,owner", "asOf", "2017-02-01")
                        .rows())
                .extracting(row -> "%s %s %s %s %s %s"
                        .formatted(
                                row.get("true_stage"),
                                row.get("business_unit"),
                                row.get("mode"),
                                row.get("owner"),
                                row.get("open_value"),
                                row.get("weighted")))
                .containsExactly(
                        "1 (all) UNIT kim 7.00 3.50",
                        "1 (all) UNIT smith 40.00 20.00",
                        "1 Energy PROJECT smith 100.00 50.00");
    }

    @Test
    @DisplayName(
            "R-199: a deal counts for the channel of its lead and for whose it is, and moves with it to another owner, product and day")
    void sales_by_channel_and_seller() {
        company.identified(
                1,
                "smith",
                "2017-01-10",
                "100.00",
                ",\"source\":{\"channel\":\"WEB\",\"campaign\":\"Spring\"},\"product\":\"A\",\"expectedCloseOn\":\"2017-02-20\"");
        company.identified(2, "smith", "2017-01-10", "50.00", ",\"source\":{\"channel\":\"WEB\"}");
        company.identified(3, "smith", "2017-01-10", "50.00", "");
        company.deal(1, "owner-changed", "2017-01-20", "\"previous\":\"smith\",\"owner\":\"kim\",\"reason\":\"r\"");
        company.deal(1, "product-changed", "2017-01-21", "\"previous\":\"A\",\"product\":\"B\"");
        company.deal(
                1, "close-expected", "2017-01-22", "\"previous\":\"2017-02-20\",\"expectedCloseOn\":\"2017-05-01\"");
        company.deal(1, "account-assigned", "2017-01-23", "\"accountId\":\"%s\"".formatted(new UUID(8, 1)));
        company.won(2, "2017-02-01", "60.00");
        fed.take(company.events, new Random(1));

        assertThat(told("channel-sales", "channel,owner", "new_deals", "won_deals", "won_value", "contract_rate"))
                .containsExactly("WEB kim 1 0 0.00 0.0000", "WEB smith 1 1 60.00 1.0000", "null smith 1 0 0.00 0.0000");
        assertThat(fed.ask("funnel", "by", "owner,product", "asOf", "2017-01-19")
                        .rows())
                .extracting(row -> row.get("owner") + " " + row.get("product") + " " + row.get("open_value"))
                .containsExactly("smith A 100.00", "smith null 100.00");
        assertThat(fed.ask("funnel", "by", "owner,product,for_quarter", "asOf", "2017-01-31")
                        .rows())
                .extracting(row -> row.get("owner") + " " + row.get("product") + " " + row.get("for_quarter") + " "
                        + row.get("open_value"))
                .containsExactly("kim B 2017-Q2 100.00", "smith null null 100.00");
        assertThat(fed.ask("movement", "by", "owner", "from", "2017-01-15", "to", "2017-01-31")
                        .rows())
                .extracting(row -> row.get("owner") + " " + row.get("opening_value") + " "
                        + row.get("handed_over_value") + " " + row.get("closing_value"))
                .containsExactly("kim 0.00 100.00 100.00", "smith 200.00 -100.00 100.00");
        assertThat(fed.rows("opportunity", "where", "account_id eq '%s'".formatted(new UUID(8, 1)))
                        .rows())
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "R-191: of leads captured in a month it is told how many became deals, and of deals of leads how many became contracts")
    void from_leads_to_contracts() {
        for (int lead = 1; lead <= 4; lead++) {
            lead(lead, "captured", "2017-01-0" + lead, "\"channel\":\"WEB\",\"contactKeys\":[]");
        }
        lead(5, "captured", "2017-02-01", "\"channel\":\"WEB\",\"contactKeys\":[]");
        lead(4, "discarded", "2017-01-09", "\"reason\":\"r\"");
        for (int lead : List.of(1, 5)) {
            lead(
                    lead,
                    "converted",
                    "2017-03-0" + lead,
                    "\"opportunityId\":\"%s\",\"owner\":\"smith\",\"channel\":\"WEB\"".formatted(new UUID(2, lead)));
            company.identified(
                    lead, "smith", "2017-03-0" + lead, "10.00", ",\"leadId\":\"%s\"".formatted(new UUID(1, lead)));
        }
        company.identified(9, "smith", "2017-03-01", "10.00", "");
        company.won(5, "2017-05-01", "10.00");
        fed.take(company.events, new Random(1));

        assertThat(told(
                        "lead-to-contract",
                        "month",
                        "new_leads",
                        "converted_of_new",
                        "lead_rate",
                        "new_deals",
                        "won_of_new",
                        "contract_rate"))
                .containsExactly(
                        "2017-01 3 1 0.3333 0 0 null", "2017-02 1 1 1.0000 0 0 null", "2017-03 0 0 null 2 1 0.5000");
    }

    @Test
    @DisplayName("R-191, R-192, R-199: the laws hold of what became of deals")
    void laws() {
        var random = new Random(5);
        var first = LocalDate.of(2017, 1, 1);
        for (int id = 1; id <= 60; id++) {
            String on = first.plusDays(random.nextInt(60)).toString();
            lead(
                    id,
                    "captured",
                    on,
                    "\"channel\":\"%s\",\"contactKeys\":[]".formatted(random.nextBoolean() ? "WEB" : "FAIR"));
            company.identified(
                    id,
                    "owner-" + random.nextInt(3),
                    on,
                    random.nextInt(900) + ".10",
                    random.nextBoolean()
                            ? ",\"leadId\":\"%s\",\"source\":{\"channel\":\"WEB\",\"campaign\":\"c\"}"
                                    .formatted(new UUID(1, id))
                            : "");
            String end = first.plusDays(40 + random.nextInt(60)).toString();
            switch (random.nextInt(5)) {
                case 0 -> company.won(id, end, "7.10");
                case 1 -> company.lost(id, end, random.nextBoolean() ? "PRICE" : "PRODUCT");
                case 2 -> company.deal(id, "rejected", end, "\"reason\":\"r\"");
                case 3 -> company.deal(id, "owner-changed", end, "\"owner\":\"owner-1\"");
                default -> {}
            }
        }
        fed.take(company.events, random);
        assertThat(fed.select("select dataset from $.aside")).isEmpty();
        var laws = new Laws(fed, company.events, random, first, 110);
        for (String report : List.of("loss-causes", "process-success", "channel-sales")) {
            laws.hold(report, 6);
        }
        BesideLaws.hold(fed, laws, "lead-to-contract", random, first, 110, 5);
    }

    private void lead(int id, String type, String on, String fields) {
        company.say("lead", new UUID(1, id), "lead.%s.v1".formatted(type), on, fields);
    }

    /** Of rows that have a currency, where there is money. */
    private List<String> told(String report, String by, String... columns) {
        var asked = Stream.concat(Stream.of("by", by), Stream.of(YEAR)).toArray(String[]::new);
        return fed.ask(report, asked).rows().stream()
                .map(row -> Stream.concat(Stream.of(by.split(",", -1)), Stream.of(columns))
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
