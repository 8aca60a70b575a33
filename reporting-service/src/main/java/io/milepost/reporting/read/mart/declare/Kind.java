package io.milepost.reporting.read.mart.declare;

/** What the values of a dimension are. */
public enum Kind {
    TEXT("text"),
    /** The code of a member of the own staff. */
    MEMBER("text"),
    NUMBER("bigint"),
    FLAG("boolean"),
    DAY("date");

    private final String sql;

    Kind(String sql) {
        this.sql = sql;
    }

    public String sql() {
        return sql;
    }
}
