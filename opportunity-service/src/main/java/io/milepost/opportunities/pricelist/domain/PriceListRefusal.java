package io.milepost.opportunities.pricelist.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a price list says no. */
public enum PriceListRefusal implements Refusal {
    PRICE_LIST_UNKNOWN(Kind.STATE, "there is no such price list"),
    PRICE_LIST_ALREADY_PUBLISHED(Kind.STATE, "the price list is already published"),
    WORD_MISSING(Kind.RULE, "names, codes and aliases need at least one visible character"),
    ITEMS_MISSING(Kind.RULE, "a price list has at least one item"),
    CODE_REPEATED(Kind.RULE, "a code or alias stands for one product of the list"),
    PRICE_NEGATIVE(Kind.RULE, "a price is not below zero"),
    CURRENCIES_MIXED(Kind.RULE, "all prices of one list are in one currency"),
    CURRENCY_CHANGED(Kind.RULE, "a price list stays in the currency in which it was published"),
    VERSION_NOT_LATER(Kind.RULE, "a version is valid from a later day than the one that holds today"),
    DAY_IMPLAUSIBLE(Kind.RULE, "a version is valid from a day that is at most five years from now");

    private final Kind kind;
    private final String explanation;

    PriceListRefusal(Kind kind, String explanation) {
        this.kind = kind;
        this.explanation = explanation;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
