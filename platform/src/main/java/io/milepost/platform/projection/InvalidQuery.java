package io.milepost.platform.projection;

/** A list was asked for by a field that it does not have or may not be asked by, or with a value that the field cannot have. */
public final class InvalidQuery extends IllegalArgumentException {
    private final String field;

    InvalidQuery(String field, String detail) {
        super("%s %s".formatted(field, detail));
        this.field = field;
    }

    public String field() {
        return field;
    }
}
