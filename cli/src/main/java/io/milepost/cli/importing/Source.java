package io.milepost.cli.importing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The four files of one directory, read and held against each other; nothing is sent yet. */
record Source(
        Currency currency, Table<Account> accounts, Table<Product> products, Table<Agent> agents, Table<Deal> deals) {

    static Source read(Path directory, Currency currency) {
        var accounts = Table.read(directory, FileKind.ACCOUNTS, row -> Account.of(row, currency));
        var products = Table.read(directory, FileKind.PRODUCTS, row -> Product.of(row, currency));
        var agents = Table.read(directory, FileKind.SALES_TEAMS, Agent::of);
        var priceList = new Products(products.rows());
        var names = accounts.rows().stream().map(Account::name).collect(Collectors.toSet());
        var codes = agents.rows().stream().map(Agent::code).collect(Collectors.toSet());
        var deals =
                Table.read(directory, FileKind.SALES_PIPELINE, row -> Deal.of(row, codes, priceList, names, currency));
        return new Source(currency, accounts, products, agents, deals);
    }

    Table<?> table(FileKind kind) {
        return switch (kind) {
            case ACCOUNTS -> accounts;
            case PRODUCTS -> products;
            case SALES_TEAMS -> agents;
            case SALES_PIPELINE -> deals;
        };
    }

    /** Rows that can be sent. */
    int goodRows() {
        return Arrays.stream(FileKind.values())
                .mapToInt(kind -> table(kind).rows().size())
                .sum();
    }

    /** The days that the deals know; without any, an undated deal has no place in time. */
    Optional<LocalDate> latestDay() {
        return days().max(LocalDate::compareTo);
    }

    /** The first day of the year in which the file begins, so that it stays when a deal of that year is added. */
    Optional<LocalDate> firstDay() {
        return days().min(LocalDate::compareTo).map(day -> day.withDayOfYear(1));
    }

    /** Per product code the other spellings that deals use, each with how many do. */
    Map<String, SortedMap<String, Long>> aliases() {
        return deals.rows().stream()
                .filter(deal -> !deal.productName().equals(deal.product().code()))
                .collect(Collectors.groupingBy(
                        deal -> deal.product().code(),
                        TreeMap::new,
                        Collectors.groupingBy(Deal::productName, TreeMap::new, Collectors.counting())));
    }

    private Stream<LocalDate> days() {
        return deals.rows().stream()
                .flatMap(deal -> Stream.of(Optional.ofNullable(deal.engagedOn()), Optional.ofNullable(deal.closedOn())))
                .flatMap(Optional::stream);
    }
}
