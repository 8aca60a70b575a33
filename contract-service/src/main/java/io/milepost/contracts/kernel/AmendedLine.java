package io.milepost.contracts.kernel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a change makes of one line of a contract.
 *
 * @param number of the line; absent where the contract has yet to give one to a new line
 * @param before absent where the line is new
 * @param after absent where the line goes
 */
public record AmendedLine(
        @Nullable Integer number,
        @Nullable ContractLine before,
        @Nullable ContractLine after) {

    /** The same under this number, if it has none yet. */
    public AmendedLine numbered(int next) {
        return new AmendedLine(Objects.requireNonNullElse(number, next), before, after);
    }
}
