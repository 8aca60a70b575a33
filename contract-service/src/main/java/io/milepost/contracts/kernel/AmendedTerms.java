package io.milepost.contracts.kernel;

import io.milepost.platform.decision.Limit;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Terms that a change sets anew; what is absent stays as it was. */
public record AmendedTerms(
        @Nullable @Limit(Limit.NOTE) String qualityStandard,
        @Nullable LocalDate deliveryDeadline,
        @Nullable @Limit(Limit.NOTE) String paymentMethod,
        @Nullable @Limit(Limit.TEXT) String scope,
        @Nullable String duration) {

    public boolean saysNothing() {
        return qualityStandard == null
                && deliveryDeadline == null
                && paymentMethod == null
                && scope == null
                && duration == null;
    }

    /** What the terms become. */
    public Terms applyTo(Terms terms) {
        return new Terms(
                or(qualityStandard, terms.qualityStandard()),
                or(deliveryDeadline, terms.deliveryDeadline()),
                or(paymentMethod, terms.paymentMethod()),
                or(scope, terms.scope()),
                or(duration, terms.duration()),
                terms.effectiveOn());
    }

    /** What the terms said before, of that which is set anew. */
    public AmendedTerms before(Terms terms) {
        return new AmendedTerms(
                qualityStandard == null ? null : terms.qualityStandard(),
                deliveryDeadline == null ? null : terms.deliveryDeadline(),
                paymentMethod == null ? null : terms.paymentMethod(),
                scope == null ? null : terms.scope(),
                duration == null ? null : terms.duration());
    }

    private static <T> @Nullable T or(@Nullable T changed, @Nullable T before) {
        return changed == null ? before : Objects.requireNonNull(changed);
    }
}
