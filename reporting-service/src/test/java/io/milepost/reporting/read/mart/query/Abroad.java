package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.Company;
import java.util.UUID;

/** Contracts in several currencies, and rates between these. */
final class Abroad {
    final Company company = new Company();
    private int rates;

    void rate(String from, String to, String on, String rate, String recordedOn) {
        company.say("lead", new UUID(9, ++rates), "exchange-rate.recorded.v1", recordedOn, fields(from, to, on, rate));
    }

    static String fields(String from, String to, String on, String rate) {
        return "\"from\":\"%s\",\"to\":\"%s\",\"on\":\"%s\",\"rate\":%s".formatted(from, to, on, rate);
    }

    void signed(int id, String who, String currency, String amount, String on) {
        String value = "{\"amount\":\"%s\",\"currency\":\"%s\"}".formatted(amount, currency);
        company.contract(
                id,
                "drafted",
                on,
                "\"owner\":\"%s\",\"opportunityId\":\"%s\",\"value\":%s".formatted(who, new UUID(2, id), value));
        company.contract(
                id, "signed", on, "\"owner\":\"%s\",\"signedOn\":\"%s\",\"value\":%s".formatted(who, on, value));
    }
}
