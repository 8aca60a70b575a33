package io.milepost.cli.importing;

import io.milepost.cli.suite.NameBasedId;
import java.util.UUID;

/** The ids and keys of what an import brings, made of its source's own; they are the same in every run, and must never change. */
record Ids(Mapping mapping) {

    private static final String PRICE_LIST = "price-list";

    UUID account(String key) {
        return of(FileKind.ACCOUNTS, "account", key);
    }

    UUID member(Agent agent) {
        return of(FileKind.SALES_TEAMS, "team-member", memberKey(agent));
    }

    /** A manager without a row is called by others alone, and each may spell the name in another way. */
    String memberKey(Agent agent) {
        return agent.listed() ? agent.code() : "manager " + Spelling.canonical(agent.code());
    }

    UUID lead(String id) {
        return of(FileKind.LEADS, "lead", id);
    }

    UUID opportunity(String id) {
        return of(FileKind.SALES_PIPELINE, "opportunity", id);
    }

    /** Of a deal without a row of its own, whose contract has one. */
    UUID opportunityOfContract(String contract) {
        return of(FileKind.CONTRACTS, "opportunity", contract);
    }

    UUID contract(FileKind kind, String id) {
        return of(kind, "contract", id);
    }

    UUID priceList() {
        return of(FileKind.PRODUCTS, PRICE_LIST, PRICE_LIST);
    }

    /** Under which a step is done once. */
    UUID key(FileKind kind, String step, String key) {
        return of(kind, step, key);
    }

    private UUID of(FileKind kind, String what, String key) {
        return NameBasedId.of(mapping.word(kind), what, key);
    }
}
