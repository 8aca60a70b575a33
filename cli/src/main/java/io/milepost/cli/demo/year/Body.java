package io.milepost.cli.demo.year;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a command says, by the names of the public API. */
record Body(@JsonValue Map<String, Object> fields) {
    static final Body NOTHING = new Body(Map.of());

    Body {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** @param said names and values in turn; what is null is left out */
    static Body of(@Nullable Object... said) {
        var fields = new LinkedHashMap<String, Object>();
        for (int at = 0; at < said.length; at += 2) {
            var value = said[at + 1];
            if (value != null) {
                fields.put(String.valueOf(said[at]), value);
            }
        }
        return new Body(fields);
    }
}
