package io.milepost.platform.catalogue;

import io.milepost.platform.decision.Limit;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;

/** How much a field of a command may hold, as its record declares it; read by whoever reads, documents or makes requests. */
public final class Limits {

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
