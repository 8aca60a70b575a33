package io.milepost.cli.importing;

import io.milepost.cli.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of one directory, read and held against each other; nothing is sent yet. */
record Source(
        Mapping mapping,
        Currency currency,
        Table<Account> accounts,
        Table<Product> products,
        Table<Agent> agents,
        Table<Deal> deals,
        Table<Lead> leads,
        Table<SignedContract> contracts) {

    static Source read(Path directory, Terms terms) {
        return read(directory, Mapping.standard(), terms);
    }

    static Source read(Path directory, Mapping mapping, Terms terms) {
        if (!Files.isDirectory(directory)) {
            throw new Failure("there is no directory " + directory);
        }
        return new Reading(directory, mapping, terms).all();
    }

    Table<?> table(FileKind kind) {
        return switch (kind) {
            case ACCOUNTS -> accounts;
            case PRODUCTS -> products;
            case SALES_TEAMS -> agents;
            case SALES_PIPELINE -> deals;
            case LEADS -> leads;
            case CONTRACTS -> contracts;
        };
    }

    /** Rows that can be sent. */
    int goodRows() {
        return mapping.kinds().stream()
                .mapToInt(kind -> table(kind).rows().size())
                .sum();
    }

    /** The agents and those of their managers who stand in no row. */
    List<Agent> staff() {
        return Stream.concat(
                        agents.rows().stream(),
                        agents.rows().stream()
                                .filter(agent -> agent.manager() != null)
                                .map(this::managerOf)
                                .filter(manager -> !manager.listed()))
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
                        .map(Agent::leading)
                        .orElseThrow());
    }

    /** The days that the rows know; without any, an undated deal has no place in time. */
    Optional<LocalDate> latestDay() {
        return days().max(LocalDate::compareTo);
    }

    /** The first day of the year in which the files begin, so that it stays when a deal of that year is added. */
    Optional<LocalDate> firstDay() {
        return days().min(LocalDate::compareTo).map(day -> day.withDayOfYear(1));
    }

    /** Per product code the other spellings that deals use, each with how many do. */
    Map<String, SortedMap<String, Long>> aliases() {
        return deals.rows().stream()
                .filter(deal -> deal.product() != null && !deal.product().code().equals(deal.productName()))
                .collect(Collectors.groupingBy(
                        deal -> String.valueOf(deal.productCode()),
                        TreeMap::new,
                        Collectors.groupingBy(
                                deal -> String.valueOf(deal.productName()), TreeMap::new, Collectors.counting())));
    }

    List<Correction> corrections() {
        return mapping.kinds().stream()
                .flatMap(kind -> table(kind).corrections().stream())
                .toList();
    }

    /** Ids of the deals that have a contract in a row of its own. */
    Set<String> contracted() {
        return contracts.rows().stream()
                .flatMap(contract -> Stream.ofNullable(contract.opportunity()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Each once, from the first to the last. */
    List<LocalDate> daysBefore(LocalDate end) {
        return days().filter(day -> day.isBefore(end)).distinct().sorted().toList();
    }

    /** Of the good rows alone: one that is bad moves no other. */
    private Stream<LocalDate> days() {
        return Stream.of(
                        deals.rows().stream()
                                .flatMap(deal -> Stream.of(
                                        Optional.ofNullable(deal.engagedOn()), Optional.ofNullable(deal.closedOn()))),
                        leads.rows().stream().map(lead -> Optional.ofNullable(lead.createdOn())),
                        contracts.rows().stream().map(contract -> Optional.of(contract.signedOn())))
                .flatMap(days -> days)
                .flatMap(Optional::stream);
    }

    /** One after the other, for later files name what earlier ones have. */
    private record Reading(Path directory, Mapping mapping, Terms terms) {

        Source all() {
            var teams = new FirstSpellings();
            var regions = new FirstSpellings();
            var opened = read(FileKind.ACCOUNTS, row -> Account.of(row, terms));
            var products = read(FileKind.PRODUCTS, row -> Product.of(row, terms));
            var agents = withManagers(read(FileKind.SALES_TEAMS, row -> Agent.of(row, teams, regions, mapping.team())));
            var companies = new Names(file(FileKind.ACCOUNTS), opened.rows(), Account::name, Account::key);
            var impliedAccounts = new FirstSpellings();
            var impliedAgents = new FirstSpellings();
            var known = new Deal.Known(
                    has(FileKind.SALES_TEAMS) ? codes(agents) : impliedAgents,
                    has(FileKind.PRODUCTS) ? new Products(products.rows(), file(FileKind.PRODUCTS)) : null,
                    has(FileKind.ACCOUNTS) ? companies : impliedAccounts,
                    mapping.strict());
            var leads = read(FileKind.LEADS, row -> Lead.of(row, known.agents(), terms));
            var deals = read(FileKind.SALES_PIPELINE, row -> Deal.of(row, known, terms));
            var contracts = read(FileKind.CONTRACTS, row -> SignedContract.of(row, known, terms));
            return new Source(
                    mapping,
                    terms.currency(),
                    has(FileKind.ACCOUNTS)
                            ? withParents(opened, companies)
                            : opened.with(impliedAccounts.names().stream()
                                    .map(Account::named)
                                    .toList()),
                    products,
                    has(FileKind.SALES_TEAMS)
                            ? agents
                            : agents.with(impliedAgents.names().stream()
                                    .map(named -> Agent.named(named, mapping.team(), mapping.region()))
                                    .toList()),
                    deals,
                    leads,
                    contracts);
        }

        private boolean has(FileKind kind) {
            return mapping.file(kind).isPresent();
        }

        private String file(FileKind kind) {
            return mapping.fileName(kind);
        }

        private <T> Table<T> read(FileKind kind, Table.Reading<T> reading) {
            return mapping.file(kind)
                    .map(file -> Table.read(directory, file, reading))
                    .orElseGet(Table::none);
        }

        private Names codes(Table<Agent> agents) {
            var codes = new Names(
                    file(FileKind.SALES_TEAMS),
                    agents.rows().stream().map(Agent::code).toList());
            agents.rows().forEach(agent -> {
                if (agent.id() != null) {
                    codes.alsoBy(agent.id(), agent.code());
                }
            });
            return codes;
        }

        /** Where a row names its manager by an id, that one's code names the team. */
        private static Table<Agent> withManagers(Table<Agent> agents) {
            var codes = agents.rows().stream()
                    .filter(agent -> agent.id() != null)
                    .collect(Collectors.toMap(agent -> String.valueOf(agent.id()), Agent::code));
            return agents.with(agents.rows().stream()
                    .map(agent -> codes.containsKey(agent.team())
                            ? agent.under(codes.getOrDefault(agent.team(), agent.team()))
                            : agent)
                    .toList());
        }

        /** A parent may stand below its subsidiary, or in no row at all: then it is called as the row calls it. */
        private Table<Account> withParents(Table<Account> accounts, Names names) {
            var byKey = accounts.rows().stream().collect(Collectors.toMap(Account::key, Account::name));
            var rows = new ArrayList<Account>();
            var corrections = new ArrayList<>(accounts.corrections());
            for (var account : accounts.rows()) {
                var given = account.parentName();
                if (given == null) {
                    rows.add(account);
                    continue;
                }
                var parent = names.find(given).map(byKey::get).orElse(given);
                rows.add(account.withParent(parent));
                if (!parent.equals(given) && Spelling.canonical(parent).equals(Spelling.canonical(given))) {
                    corrections.add(new Correction(FileKind.ACCOUNTS, account.line(), columnOfParent(), given, parent));
                }
            }
            return new Table<>(accounts.read(), rows, accounts.bad(), corrections);
        }

        private String columnOfParent() {
            var parent = "subsidiary_of";
            return mapping.file(FileKind.ACCOUNTS)
                    .map(file -> file.columnOf(parent))
                    .orElse(parent);
        }
    }
}
