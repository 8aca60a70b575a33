package io.milepost.reporting.read.mart.query;

/** A question that cannot be answered as it was asked. */
public final class QueryException extends IllegalArgumentException {
    private final String parameter;
    private final boolean unknown;

    /**
     * Of one parameter.
     *
     * @param allowed what would be
     */
    public QueryException(String parameter, String allowed) {
        this(parameter, allowed, false);
    }

    private QueryException(String parameter, String allowed, boolean unknown) {
        super(allowed);
        this.parameter = parameter;
        this.unknown = unknown;
    }

    /** Of a parameter that there is none of. */
    static QueryException unknown(String parameter, String known) {
        return new QueryException(parameter, "one of " + known, true);
    }

    /** Whether there is no such parameter at all. */
    public boolean isUnknown() {
        return unknown;
    }

    public String parameter() {
        return parameter;
    }
}
