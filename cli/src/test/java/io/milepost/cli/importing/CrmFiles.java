package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Small import files of made-up companies. */
final class CrmFiles {

    static final String PIPELINE_HEADER =
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value";

    /** One deal of each kind; the first spells its product in its own way. */
    static final List<String> DEALS = List.of(
            "W1,Ada Berg,BigPump,Northwind,Won,2020-03-05,2020-04-01,990",
            "W2,Ben Cole,Small Pump,Harbour & Sons,Won,2020-03-06,2020-04-02,110",
            "L1,Ada Berg,Small Pump,Northwind,Lost,2020-03-07,2020-05-09,0",
            "E1,Ben Cole,Big Pump,,Engaging,2020-06-01,,",
            "E2,Ben Cole,Big Pump,Northwind,Engaging,2020-06-02,,",
            "P1,Ada Berg,Big Pump,,Prospecting,,,");

    private final Path directory;

    CrmFiles(Path directory) {
        this.directory = directory;
        write(
                "accounts.csv",
                "account,sector,year_established,revenue,employees,office_location,subsidiary_of",
                "Northwind,trade,1998,12.5,300,Norway,",
                "\"Harbour & Sons\",transport,,,,,Northwind");
        write("products.csv", "product,series,sales_price", "Big Pump,P,1000", "Small Pump,P,100.50");
        write(
                "sales_teams.csv",
                "sales_agent,manager,regional_office",
                "Ada Berg,Carl Dahl,Central",
                "Ben Cole,Dora Ek,West");
        pipeline(DEALS);
    }

    /** Amounts in the currency, read in 2026. */
    static Terms terms(String currency) {
        return new Terms(Currency.getInstance(currency), LocalDate.of(2026, 1, 1));
    }

    Path directory() {
        return directory;
    }

    void write(String file, String... lines) {
        try {
            Files.writeString(directory.resolve(file), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void pipeline(List<String> deals) {
        var lines = new ArrayList<>(deals);
        lines.addFirst(PIPELINE_HEADER);
        write("sales_pipeline.csv", lines.toArray(String[]::new));
    }

    /** The standard deals, the one with this id replaced. */
    void replaceDeal(String id, String line) {
        pipeline(DEALS.stream()
                .map(deal -> deal.startsWith(id + ",") ? line : deal)
                .toList());
    }

    Source read() {
        return Source.read(directory, terms("USD"));
    }

    /** Everything that is bad in the four files. */
    static List<Finding> bad(Source source) {
        return source.mapping().kinds().stream()
                .flatMap(kind -> source.table(kind).bad().stream())
                .toList();
    }

    /** What is wrong with this line, which stands as the sixth among good ones; they are read all the same. */
    Finding faultOf(String line) {
        var deals = new ArrayList<>(DEALS);
        deals.add(4, line);
        pipeline(deals);
        var source = read();
        assertThat(source.deals().rows()).extracting(Deal::id).containsExactly("W1", "W2", "L1", "E1", "E2", "P1");
        var fault = assertThat(bad(source)).singleElement().actual();
        assertThat(fault.line()).isEqualTo(6);
        return fault;
    }

    /** Many deals of all stages, the same for the same seed. */
    static List<String> manyDeals(int count, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var deals = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var engaged = LocalDate.of(2020, 1, 6).plusDays(random.nextInt(200));
            var closed = engaged.plusDays(random.nextInt(90));
            var start = "D%04d,%s,Big Pump,Northwind,".formatted(i, random.nextBoolean() ? "Ada Berg" : "Ben Cole");
            deals.add(start
                    + switch (random.nextInt(4)) {
                        case 0 -> "Prospecting,,,";
                        case 1 -> "Engaging,%s,,".formatted(engaged);
                        case 2 -> "Lost,%s,%s,0".formatted(engaged, closed);
                        default -> "Won,%s,%s,%d".formatted(engaged, closed, 1 + random.nextInt(2000));
                    });
        }
        return deals;
    }
}
