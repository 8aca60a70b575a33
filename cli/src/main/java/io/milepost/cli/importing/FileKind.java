package io.milepost.cli.importing;

import java.util.List;
import java.util.Locale;

/** The four files of an import, each with its exact header. */
public enum FileKind {
    ACCOUNTS("account", "sector", "year_established", "revenue", "employees", "office_location", "subsidiary_of"),
    PRODUCTS("product", "series", "sales_price"),
    SALES_TEAMS("sales_agent", "manager", "regional_office"),
    SALES_PIPELINE(
            "opportunity_id",
            "sales_agent",
            "product",
            "account",
            "deal_stage",
            "engage_date",
            "close_date",
            "close_value");

    // List.of cannot be changed, which its type does not say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> header;

    FileKind(String... header) {
        this.header = List.of(header);
    }

    /** The first column is what a row is known by. */
    List<String> header() {
        return header;
    }

    /** The word that ids and keys are made from; must never change. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What makes two keys the same: names in any spelling, while the ids of deals are as they are. */
    String identityOf(String key) {
        return this == SALES_PIPELINE ? key : Spelling.canonical(key);
    }

    String fileName() {
        return word() + ".csv";
    }
}
