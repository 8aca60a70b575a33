package io.milepost.reporting.read.mart.declare;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rows are told apart by.
 *
 * @param value of a row; null where there is none
 */
public record Dimension<R>(String name, Label label, Kind kind, Function<R, ? extends @Nullable Object> value) {

    /** As it is stored: text, {@code Long}, {@code Boolean} or {@code LocalDate}. */
    public @Nullable Object of(R row) {
        Object found = value.apply(row);
        return switch (found) {
            case null -> null;
            case Enum<?> constant -> constant.name();
            case Integer number -> Long.valueOf(number);
            // No text in PostgreSQL has it, and one event that does is no reason to leave its subject out.
            case String text -> text.replace('\0', '\uFFFD');
            default -> found;
        };
    }
}
