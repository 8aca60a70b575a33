package io.milepost.cli.importing;

import io.milepost.cli.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The four files of one directory, read and held against each other; nothing is sent yet. */
record Source(
        Currency currency, Table<Account> accounts, Table<Product> products, Table<Agent> agents, Table<Deal> deals) {

    static Source read(Path directory, Terms terms) {
        if (!Files.isDirectory(directory)) {
            throw new Failure("there is no directory " + directory);
        }
        var delimiter = terms.delimiter();
        var teams = new FirstSpellings();
        var regions = new FirstSpellings();
        var opened = Table.read(directory, FileKind.ACCOUNTS, delimiter, row -> Account.of(row, terms));
        var products = Table.read(directory, FileKind.PRODUCTS, delimiter, row -> Product.of(row, terms));
        var agents = Table.read(directory, FileKind.SALES_TEAMS, delimiter, row -> Agent.of(row, teams, regions));
        var priceList = new Products(products.rows());
        var names = new Names(
                FileKind.ACCOUNTS, opened.rows().stream().map(Account::name).toList());
        var codes = new Names(
                FileKind.SALES_TEAMS, agents.rows().stream().map(Agent::code).toList());
        var deals = Table.read(
                directory, FileKind.SALES_PIPELINE, delimiter, row -> Deal.of(row, codes, priceList, names, terms));
        return new Source(terms.currency(), withParents(opened, names), products, agents, deals);
    }

    /** A parent may stand below its subsidiary, or in no row at all: then it is called as the row calls it. */
    private static Table<Account> withParents(Table<Account> accounts, Names names) {
        var rows = new ArrayList<Account>();
        var corrections = new ArrayList<>(accounts.corrections());
        for (var account : accounts.rows()) {
            var given = account.parentName();
            if (given == null) {
                rows.add(account);
                continue;
            }
            var parent = names.find(given).orElse(given);
            rows.add(account.withParent(parent));
            if (!parent.equals(given)) {
                corrections.add(new Correction(FileKind.ACCOUNTS, account.line(), "subsidiary_of", given, parent));
            }
        }
        return new Table<>(accounts.read(), rows, accounts.bad(), corrections);
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

    /** The agents and those of their managers who stand in no row. */
    List<Agent> staff() {
        return Stream.concat(
                        agents.rows().stream(),
                        agents.rows().stream().map(this::managerOf).filter(manager -> !manager.listed()))
                .distinct()
                .toList();
    }

    /** One without a row of their own is taken to be where the first of the team is. */
    Agent managerOf(Agent agent) {
        return agents.rows().stream()
                .filter(other -> other.isCalled(agent.team()))
                .findFirst()
                .orElseGet(() -> agents.rows().stream()
                        .filter(other -> other.team().equals(agent.team()))
                        .findFirst()
                        .map(first -> new Agent(first.line(), first.team(), first.team(), first.region(), false))
                        .orElseThrow());
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

    List<Correction> corrections() {
        return Arrays.stream(FileKind.values())
                .flatMap(kind -> table(kind).corrections().stream())
                .toList();
    }

    /** Each once, from the first to the last. */
    List<LocalDate> daysBefore(LocalDate end) {
        return days().filter(day -> day.isBefore(end)).distinct().sorted().toList();
    }

    /** Of the good deals alone: a row that is bad moves no other. */
    private Stream<LocalDate> days() {
        return deals.rows().stream()
                .flatMap(deal -> Stream.of(Optional.ofNullable(deal.engagedOn()), Optional.ofNullable(deal.closedOn())))
                .flatMap(Optional::stream);
    }
}
