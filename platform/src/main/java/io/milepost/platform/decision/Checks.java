package io.milepost.platform.decision;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks of what a command says, field by field; the first that fails is the refusal, at that field. A field that is absent passes
 * every check that is made of it.
 *
 * @param failed null as long as all is well
 * @param detail what the refusal says
 * @param field JSON pointer of the field at fault; null where it is no single one
 */
public record Checks(
        @Nullable Refusal failed, String detail, @Nullable String field) {

    public static Checks check() {
        return new Checks(null, "", null);
    }

    /** What has to hold, and the refusal where it does not. */
    public Checks that(boolean holds, String pointer, Refusal otherwise) {
        return that(holds, pointer, otherwise, otherwise.reason().explanation());
    }

    /** The same of the command as a whole. */
    public Checks that(boolean holds, Refusal otherwise) {
        return failed != null || holds
                ? this
                : new Checks(otherwise, otherwise.reason().explanation(), null);
    }

    /** The same, saying more than the refusal's own sentence. */
    public Checks that(boolean holds, String pointer, Refusal otherwise, String saying) {
        return failed != null || holds ? this : new Checks(otherwise, saying, pointer);
    }

    /** A text, if it is there, has a visible character. */
    public Checks text(String pointer, @Nullable String text) {
        return text(pointer, text, Usual.TEXT_MISSING);
    }

    public Checks text(String pointer, @Nullable String text, Refusal otherwise) {
        return that(text == null || !text.isBlank(), pointer, otherwise);
    }

    public Checks reason(String pointer, @Nullable String reason) {
        return text(pointer, reason, Usual.REASON_MISSING);
    }

    public Checks owner(String pointer, @Nullable String owner) {
        return text(pointer, owner, Usual.OWNER_MISSING);
    }

    /** What has happened did not happen after today. */
    public Checks notAfter(String pointer, @Nullable LocalDate day, LocalDate today) {
        return that(day == null || !day.isAfter(today), pointer, Usual.DAY_IN_FUTURE);
    }

    /** A day that somebody may mean. */
    public Checks within(Horizon horizon, String pointer, @Nullable LocalDate day, LocalDate today) {
        return that(day == null || horizon.reaches(day, today), pointer, Usual.DAY_IMPLAUSIBLE, horizon.explanation());
    }

    /** A day to come that somebody may mean; one of the past may be as old as it likes. */
    public Checks notBeyond(Horizon horizon, String pointer, @Nullable LocalDate day, LocalDate today) {
        return day == null || day.isBefore(today) ? this : within(horizon, pointer, day, today);
    }

    public Checks notNegative(String pointer, @Nullable Money amount) {
        return that(amount == null || !amount.isNegative(), pointer, Usual.AMOUNT_NEGATIVE);
    }

    /** A computed amount may become a fact. */
    public Checks notTooLarge(String pointer, @Nullable Money amount) {
        return that(amount == null || !amount.isTooLarge(), pointer, Usual.AMOUNT_TOO_LARGE);
    }

    /** This event where all is well. */
    public <E> Decision<E> accept(Supplier<? extends E> event) {
        return then(() -> Decision.accepted(event.get()));
    }

    /** This decision where all is well. */
    public <E> Decision<E> then(Supplier<Decision<E>> decision) {
        return failed == null ? decision.get() : new Decision.Refused<>(failed, detail, field, List.of());
    }
}
