package io.milepost.platform.catalogue;

import io.milepost.platform.decision.Limit;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;

/** How much a field of a command may hold, as its record or its type says; read by whoever reads, documents or makes requests. */
public final class Limits {
    /** Digits of a number, and places that its point may be moved by. */
    public static final int DIGITS = 30;

    /** The first year of a day or time: business that is done, remembered or planned. */
    public static final int FIRST_YEAR = 1900;

    /** The last year of a day or time. */
    public static final int LAST_YEAR = 2200;

    private Limits() {}

    /** Characters of a text, items of a list or set. */
    public static int of(AnnotatedType type) {
        var stated = type.getAnnotation(Limit.class);
        if (stated != null) {
            return stated.value();
        }
        return type instanceof AnnotatedParameterizedType ? Limit.ITEMS : Limit.NAME;
    }
}
