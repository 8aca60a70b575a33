package io.milepost.ops;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Fields of an object that Kubernetes has no place for, and would refuse or pass over. */
final class UnknownFields {
    private static final String MODEL = "io.fabric8.kubernetes";
    /** Where the model keeps what it has no field for. */
    private static final String ASIDE = "additionalProperties";

    private UnknownFields() {}

    static List<String> of(Map<String, Object> object, Class<?> type) {
        var found = new ArrayList<String>();
        walk(new ObjectMapper().convertValue(object, type), found);
        return found;
    }

    private static void walk(Object value, List<String> found) {
        switch (value) {
            case null -> {}
            case Collection<?> all -> all.forEach(one -> walk(one, found));
            case Map<?, ?> map -> map.values().forEach(one -> walk(one, found));
            default -> {
                if (value.getClass().getName().startsWith(MODEL)) {
                    fields(value, found);
                }
            }
        }
    }

    private static void fields(Object value, List<String> found) {
        for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                try {
                    field.setAccessible(true);
                    var held = field.get(value);
                    if (field.getName().equals(ASIDE)) {
                        ((Map<?, ?>) held).keySet().forEach(name -> found.add(name.toString()));
                    } else {
                        walk(held, found);
                    }
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
