package io.milepost.platform.json;

import tools.jackson.databind.json.JsonMapper;

/** The two ways in which the suite reads JSON; both write it the same. */
@SuppressWarnings("DoNotCallSuggester")
public final class Json {

    private Json() {}

    /** Strict, for requests: everything unknown, missing, null, coerced, doubled or trailing fails with its path. */
    public static JsonMapper mapper() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Lenient, for other services' events: unknown fields are passed over. */
    public static JsonMapper lenient() {
        throw new UnsupportedOperationException("not built yet");
    }
}
