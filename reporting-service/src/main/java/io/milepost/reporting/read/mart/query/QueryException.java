package io.milepost.reporting.read.mart.query;

/** A question that cannot be answered as it was asked. */
public final class QueryException extends IllegalArgumentException {
    private final String parameter;
    private final Kind kind;

    /** What is wrong with the question. */
    public enum Kind {
        INVALID,
        /** There is no such parameter at all. */
        UNKNOWN,
        /** It makes sense, and what it takes to answer it is not on record. */
        MISSING
    }

    /**
     * Of one parameter.
     *
     * @param allowed what would be
     */
    public QueryException(String parameter, String allowed) {
        this(parameter, allowed, Kind.INVALID);
    }

    private QueryException(String parameter, String allowed, Kind kind) {
        super(allowed);
        this.parameter = parameter;
        this.kind = kind;
    }

    /** Of a parameter that there is none of. */
    static QueryException unknown(String parameter, String known) {
        return new QueryException(parameter, "one of " + known, Kind.UNKNOWN);
    }

    /** Of what would have to be on record. */
    static QueryException missing(String parameter, String allowed) {
        return new QueryException(parameter, allowed, Kind.MISSING);
    }

    public Kind kind() {
        return kind;
    }

    public String parameter() {
        return parameter;
    }
}
