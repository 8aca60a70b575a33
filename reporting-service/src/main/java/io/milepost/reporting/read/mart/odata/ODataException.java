package io.milepost.reporting.read.mart.odata;

import io.milepost.reporting.read.mart.query.QueryException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is answered with an error in OData's form; the code's status is the answer's. */
final class ODataException extends RuntimeException {
    /** What our parameters are called in OData. */
    private static final Map<String, String> OPTIONS =
            Map.of("where", "$filter", "orderBy", "$orderby", "limit", "$top", "after", "$skiptoken");

    private final Code code;
    private final @Nullable String target;

    /** Stable words for what is wrong. */
    enum Code {
        UNKNOWN_PARAMETER(400),
        INVALID_PARAMETER(400),
        UNKNOWN_ENTITY_SET(404),
        NOT_ACCEPTABLE(406),
        NOT_OFFERED(501);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** @param target the option or the part of the path at fault */
    ODataException(Code code, @Nullable String target, String message) {
        super(message, null, false, false);
        this.code = code;
        this.target = target;
    }

    static ODataException of(QueryException wrong) {
        String option = OPTIONS.getOrDefault(wrong.parameter(), wrong.parameter());
        return new ODataException(
                wrong.kind() == QueryException.Kind.UNKNOWN ? Code.UNKNOWN_PARAMETER : Code.INVALID_PARAMETER,
                option,
                "%s must be %s".formatted(option, wrong.getMessage()));
    }

    Code code() {
        return code;
    }

    @Nullable
    String target() {
        return target;
    }

    String said() {
        return String.valueOf(getMessage());
    }
}
