package io.milepost.cli.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a file may hold, each with the fields that a mapping may find in it; those with an asterisk are needed. */
public enum FileKind {
    ACCOUNTS(
            "account*",
            "id",
            "sector",
            "year_established",
            "revenue",
            "employees",
            "office_location",
            "subsidiary_of",
            "registration_number",
            "country",
            "currency",
            "modified"),
    PRODUCTS("product*", "id", "series", "sales_price*", "currency"),
    SALES_TEAMS("sales_agent*", "id", "manager", "regional_office*"),
    SALES_PIPELINE(
            "opportunity_id*",
            "name",
            "sales_agent*",
            "product",
            "account",
            "deal_stage*",
            "engage_date",
            "close_date",
            "close_value",
            "amount",
            "expected_close_date",
            "lost_reason",
            "lead",
            "channel",
            "campaign",
            "currency",
            "modified"),
    LEADS(
            "lead_id*",
            "company",
            "first_name",
            "last_name",
            "phone",
            "email",
            "need",
            "consent",
            "channel*",
            "campaign",
            "region",
            "owner",
            "status",
            "created_on"),
    CONTRACTS("contract_id*", "opportunity", "account*", "sales_agent*", "product", "value*", "currency", "signed_on*");

    // List.of cannot be changed, which its type does not say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> fields;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> needed;

    FileKind(String... fields) {
        this.fields = Arrays.stream(fields).map(field -> field.replace("*", "")).toList();
        this.needed = Arrays.stream(fields)
                .filter(field -> field.endsWith("*"))
                .map(field -> field.replace("*", ""))
                .toList();
    }

    /** The first is what a row is known by, unless the mapping has an id for it. */
    List<String> fields() {
        return fields;
    }

    /** Fields that a row cannot do without. */
    List<String> needed() {
        return needed;
    }

    /** The word that ids and keys are made from; must never change. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What makes two keys the same: names in any spelling, while ids are as they are. */
    String identityOf(String key) {
        return isKnownById() ? key : Spelling.canonical(key);
    }

    /** Whether the first field is an id of the source and no name. */
    private boolean isKnownById() {
        return this == SALES_PIPELINE || this == LEADS || this == CONTRACTS;
    }
}
