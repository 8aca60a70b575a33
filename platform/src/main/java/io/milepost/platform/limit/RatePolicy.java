package io.milepost.platform.limit;

import java.time.Duration;
import java.util.function.BiPredicate;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;

/**
 * How often one caller may send requests of one class, in each instance.
 *
 * @param name of the class, as the headers have it
 * @param concerns whether a request by this caller is of the class
 * @param most requests of one caller in a window, at once or one after another
 */
public record RatePolicy(
        String name, BiPredicate<ServerWebExchange, Authentication> concerns, int most, Duration window) {
    public RatePolicy {
        // More than one in a nanosecond cannot be told apart.
        if (most < 1 || most > window.toNanos()) {
            throw new IllegalArgumentException(
                    "a limit of %s is from 1 to %d, not %d".formatted(name, window.toNanos(), most));
        }
    }
}
