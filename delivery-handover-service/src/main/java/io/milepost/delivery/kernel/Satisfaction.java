package io.milepost.delivery.kernel;

import static io.milepost.platform.decision.Refusal.rule;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Refusal;
import org.jspecify.annotations.Nullable;

/** How satisfied a customer is, from 1 (not at all) to 5 (very), as they said themselves. */
public final class Satisfaction {
    private static final int LEAST = 1;
    private static final int MOST = 5;

    public enum No implements Refusal {
        SCORE_OUT_OF_RANGE(rule("a satisfaction score is from 1 to 5"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    private Satisfaction() {}

    /** A score that is there is on the scale. */
    public static Checks check(Checks checks, String pointer, @Nullable Integer score) {
        return checks.that(score == null || (score >= LEAST && score <= MOST), pointer, No.SCORE_OUT_OF_RANGE);
    }
}
