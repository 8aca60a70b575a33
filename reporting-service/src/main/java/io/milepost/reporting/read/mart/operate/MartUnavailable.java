package io.milepost.reporting.read.mart.operate;

import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import io.milepost.reporting.read.mart.store.MartException;

/** What is answered where the mart cannot be read or written. */
public final class MartUnavailable {
    private MartUnavailable() {}

    public static ProblemException problem(MartException fault) {
        return new ProblemException(
                ProblemCode.STORE_UNAVAILABLE, "The mart cannot do this at present: %s.".formatted(fault.getMessage()));
    }
}
