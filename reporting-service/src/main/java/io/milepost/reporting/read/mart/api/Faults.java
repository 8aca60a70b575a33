package io.milepost.reporting.read.mart.api;

import io.milepost.platform.web.Problem;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import io.milepost.reporting.read.mart.query.QueryException;
import io.milepost.reporting.read.mart.store.MartException;
import java.util.List;
import java.util.function.Supplier;

/** What a caller asked wrongly is said to the caller, and what the database does not do to whoever operates it. */
final class Faults {
    private static final int UNPROCESSABLE = 422;

    private Faults() {}

    static <T> T asked(Supplier<T> work) {
        try {
            return work.get();
        } catch (QueryException e) {
            throw new ProblemException(
                    switch (e.kind()) {
                        case INVALID -> wrong(e, ProblemCode.INVALID_PARAMETER);
                        case UNKNOWN -> wrong(e, ProblemCode.UNKNOWN_PARAMETER);
                        case MISSING ->
                            e.parameter().equals("probabilities")
                                    ? wrong(e, "PROBABILITY_MISSING", UNPROCESSABLE, "A stage has no probability")
                                    : wrong(e, "RATE_MISSING", UNPROCESSABLE, "An exchange rate is not on record");
                    });
        } catch (MartException e) {
            throw e.isTimeout()
                    ? new ProblemException(ProblemCode.TOO_BUSY, "The question took too long: ask for less of it.")
                    : new ProblemException(ProblemCode.STORE_UNAVAILABLE, "The mart cannot be read at present.");
        }
    }

    private static Problem wrong(QueryException e, ProblemCode like) {
        return wrong(e, like.name(), like.status(), like.title());
    }

    private static Problem wrong(QueryException e, String code, int status, String title) {
        return new Problem(
                code,
                status,
                title,
                "%s must be %s.".formatted(e.parameter(), e.getMessage()),
                false,
                List.of(new Problem.FieldError("/" + e.parameter(), code, String.valueOf(e.getMessage()))),
                List.of());
    }
}
