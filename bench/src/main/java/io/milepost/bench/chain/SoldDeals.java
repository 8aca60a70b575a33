package io.milepost.bench.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Four files of a made-up CRM, in the form that {@code ./milepost import} reads without a mapping: accounts, products, sales teams and
 * a pipeline, of which about half is won, a quarter lost and the rest open.
 */
final class SoldDeals {
    static final LocalDate FIRST = LocalDate.of(2016, 10, 20);

    private static final int ACCOUNTS = 85;
    private static final int AGENTS = 35;
    private static final int DAYS = 430;
    private static final int WON = 48;
    private static final int CLOSED = 76;
    private static final List<String> SECTORS = List.of("medical", "retail", "software", "finance", "marketing");
    private static final List<String> OFFICES = List.of("Central", "East", "West");
    private static final List<Integer> PRICES = List.of(55, 550, 1_096, 3_393, 4_821, 5_482, 26_768);

    private final Random random;
    private final String prefix;

    /** @param seed makes the deals, and their ids apart from those of another seed; all else is the same for each */
    SoldDeals(int seed) {
        random = new Random(seed);
        prefix = "S%d".formatted(seed);
    }

    /** For what is measured beside the suite: {@code java SoldDeals.java SEED DEALS FOLDER}. */
    static void main(String... args) {
        new SoldDeals(Integer.parseInt(args[0])).write(Path.of(args[2]), Integer.parseInt(args[1]));
    }

    void write(Path folder, int deals) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("accounts.csv"), accounts());
            Files.write(folder.resolve("products.csv"), products());
            Files.write(folder.resolve("sales_teams.csv"), teams());
            Files.write(folder.resolve("sales_pipeline.csv"), pipeline(deals));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> accounts() {
        return rows(
                "account,sector,year_established,revenue,employees,office_location,subsidiary_of",
                ACCOUNTS,
                i -> "Account %d,%s,%d,%d.%02d,%d,United States,"
                        .formatted(i, SECTORS.get(i % SECTORS.size()), 1980 + i % 35, 100 + 37 * i, i, 50 + 113 * i));
    }

    private static List<String> products() {
        return rows(
                "product,series,sales_price",
                PRICES.size(),
                i -> "Product %d,Series %d,%d".formatted(i, i / 3, PRICES.get(i)));
    }

    private static List<String> teams() {
        return rows(
                "sales_agent,manager,regional_office",
                AGENTS,
                i -> "Agent %d,Manager %d,%s".formatted(i, i % 6, OFFICES.get(i % OFFICES.size())));
    }

    private List<String> pipeline(int deals) {
        return rows(
                "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
                deals,
                this::deal);
    }

    private String deal(int number) {
        int product = random.nextInt(PRICES.size());
        var engaged = FIRST.plusDays(random.nextInt(DAYS - 140));
        var closed = engaged.plusDays(1 + random.nextInt(138));
        int percent = random.nextInt(100);
        // Of a deal that has ended it is known who it was for; most that are open do not say.
        boolean nameless = percent >= CLOSED && random.nextInt(3) > 0;
        var account = nameless ? "" : "Account " + random.nextInt(ACCOUNTS);
        var rest = percent < WON
                ? "Won,%s,%s,%d".formatted(engaged, closed, 1 + PRICES.get(product) * (80 + random.nextInt(40)) / 100)
                : percent < CLOSED
                        ? "Lost,%s,%s,0".formatted(engaged, closed)
                        : percent < 94 ? "Engaging,%s,,".formatted(engaged) : "Prospecting,,,";
        return "%s%06d,Agent %d,Product %d,%s,%s"
                .formatted(prefix, number, random.nextInt(AGENTS), product, account, rest);
    }

    private static List<String> rows(String head, int count, IntFunction<String> row) {
        var rows = new ArrayList<String>(count + 1);
        rows.add(head);
        IntStream.range(0, count).mapToObj(row).forEach(rows::add);
        return rows;
    }
}
