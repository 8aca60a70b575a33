package io.milepost.platform.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;

/** An event would hold an amount of more digits than {@link io.milepost.platform.value.Money} allows a fact. */
public final class AmountTooLargeException extends DatabindException {
    private static final long serialVersionUID = 1L;

    AmountTooLargeException(JsonGenerator json) {
        super(json, "an amount has more digits than a fact may have");
    }
}
