package io.milepost.reporting.read;

import io.milepost.platform.value.Money;
import io.milepost.platform.web.Problem;
import io.milepost.platform.web.ProblemException;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Money in reports: one currency an answer. */
public final class Currencies {
    private static final String REQUIRED = "CURRENCY_REQUIRED";

    private Currencies() {}

    /** The currency of the answer: the one asked for, else the only one there is, else none. Several do not add. */
    public static @Nullable String one(@Nullable String asked, Set<String> found) {
        if (asked != null) {
            return asked;
        }
        if (found.size() > 1) {
            throw new ProblemException(new Problem(
                    REQUIRED,
                    422,
                    "Amounts in several currencies cannot be added",
                    "Ask for one of them with ?currency=: "
                            + String.join(", ", found.stream().sorted().toList()) + ".",
                    false,
                    List.of(),
                    List.of()));
        }
        return found.isEmpty() ? null : found.iterator().next();
    }

    /** {@code {amount, currency}}, or null when there is no currency to state a zero in. */
    public static void put(ObjectNode json, String name, long minor, @Nullable String currency) {
        if (currency == null) {
            json.putNull(name);
            return;
        }
        Money money = Money.ofMinor(minor, Currency.getInstance(currency));
        json.putObject(name).put("amount", money.amount().toPlainString()).put("currency", currency);
    }
}
