package io.milepost.reporting.read.movement;

import io.milepost.platform.value.Money;
import io.milepost.reporting.read.cells.Amounts;
import io.milepost.reporting.read.funnel.Deal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One deal's part of a bar.
 *
 * @param minor in minor units, never negative: the bar says which way
 * @param position of the event that caused it
 */
record Change(Bar bar, String currency, long minor, long position) {

    /**
     * What an event changed in the open value. A deal is new when it is valued for the first time. It leaves with the value
     * that it has then: what a contract brings more or less than was expected is an increase or decrease before.
     */
    static List<Change> between(@Nullable Deal before, Deal after, long position) {
        List<Change> changes = new ArrayList<>();
        boolean wasOpen = before == null || before.stage().open();
        Money value = after.value();
        if (value == null || (!wasOpen && !after.stage().open())) {
            return changes;
        }
        if (!wasOpen) {
            changes.add(of(Bar.REOPENED, value, position));
            return changes;
        }
        revalue(before == null ? null : before.value(), value, position, changes);
        if (!after.stage().open()) {
            changes.add(of(Bar.out(after.stage()), value, position));
        }
        return changes;
    }

    private static void revalue(@Nullable Money before, Money after, long position, List<Change> changes) {
        if (before == null) {
            changes.add(of(Bar.NEW, after, position));
        } else if (!before.currency().equals(after.currency())) {
            changes.add(of(Bar.CURRENCY_OUT, before, position));
            changes.add(of(Bar.CURRENCY_IN, after, position));
        } else if (Amounts.minor(before) != Amounts.minor(after)) {
            long more = Amounts.minor(after) - Amounts.minor(before);
            changes.add(new Change(
                    more > 0 ? Bar.INCREASED : Bar.DECREASED,
                    after.currency().getCurrencyCode(),
                    Math.abs(more),
                    position));
        }
    }

    private static Change of(Bar bar, Money value, long position) {
        return new Change(bar, value.currency().getCurrencyCode(), Amounts.minor(value), position);
    }
}
