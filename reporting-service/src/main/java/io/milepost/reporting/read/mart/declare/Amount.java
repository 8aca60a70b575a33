package io.milepost.reporting.read.mart.declare;

import io.milepost.platform.value.Money;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Money of a row, in the row's one currency: {@code value_amount} beside {@code currency}. */
public record Amount<R>(String name, Label label, Function<R, @Nullable Money> value) {

    public String column() {
        return name + "_amount";
    }
}
