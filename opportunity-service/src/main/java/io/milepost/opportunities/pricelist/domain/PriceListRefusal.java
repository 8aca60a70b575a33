package io.milepost.opportunities.pricelist.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a price list says no. */
public enum PriceListRefusal implements Refusal {
    PRICE_LIST_UNKNOWN(state("there is no such price list")),
    PRICE_LIST_ALREADY_PUBLISHED(state("the price list is already published")),
    WORD_MISSING(rule("names, codes and aliases need at least one visible character")),
    ITEMS_MISSING(rule("a price list has at least one item")),
    CODE_REPEATED(rule("a code or alias stands for one product of the list")),
    PRICE_NEGATIVE(rule("a price is not below zero")),
    CURRENCIES_MIXED(rule("all prices of one list are in one currency")),
    CURRENCY_CHANGED(rule("a price list stays in the currency in which it was published")),
    VERSION_NOT_LATER(rule("a version is valid from a later day than the one that holds today")),
    DAY_IMPLAUSIBLE(rule("a version is valid from a day that is at most five years from now"));

    private final Reason reason;

    PriceListRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
