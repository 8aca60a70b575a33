package io.milepost.platform.value;

import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which currencies of ISO 4217 are in use: those of a country today, and the units of account that some countries have beside them. */
public final class Currencies {
    private static final Set<String> UNITS_OF_ACCOUNT =
            Set.of("BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "VED", "XAD");

    private static final Set<String> IN_USE = Stream.concat(
                    Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                            .map(Currencies::ofCountry)
                            .filter(Objects::nonNull)
                            .map(Currency::getCurrencyCode),
                    UNITS_OF_ACCOUNT.stream())
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    /** False for what is no money (the codes for testing and for none), what has no smallest unit (XAU) and what no country has any more (DEM). */
    public static boolean inUse(Currency currency) {
        return IN_USE.contains(currency.getCurrencyCode());
    }

    /** The currency, or an IllegalArgumentException where there is none of that code in use. */
    public static Currency of(String code) {
        var currency = Currency.getInstance(code);
        if (!inUse(currency)) {
            throw new IllegalArgumentException("not a currency in use");
        }
        return currency;
    }

    private static @Nullable Currency ofCountry(String country) {
        return Currency.getInstance(Locale.of("", country));
    }
}
