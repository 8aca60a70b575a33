package io.milepost.reporting.read.funnel;

import io.milepost.platform.value.Money;
import io.milepost.reporting.read.cells.View;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What the funnel knows of one opportunity.
 *
 * @param qualified whether it ever was, whatever became of it
 * @param value expected, once won that of the contract; null as long as nobody has said
 * @param closeMonth of the day on which it was won, lost or withdrawn; null before and for a rejected one
 */
public record Deal(
        String owner,
        Stage stage,
        boolean qualified,
        @Nullable Money value,
        @Nullable YearMonth closeMonth,
        LocalDate day)
        implements View {

    Deal to(Stage next, LocalDate on) {
        return new Deal(owner, next, qualified || next == Stage.QUALIFIED, value, closeMonth, notBefore(on));
    }

    Deal worth(Money now, LocalDate on) {
        return new Deal(owner, stage, qualified, now, closeMonth, notBefore(on));
    }

    Deal closed(Stage end, LocalDate on) {
        return new Deal(owner, end, qualified, value, YearMonth.from(on), notBefore(on));
    }
}
