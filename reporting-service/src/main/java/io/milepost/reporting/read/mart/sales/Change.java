package io.milepost.reporting.read.mart.sales;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deal changed in the open value of one currency. What stood open on one day and all changes until another are what stands
 * open on that.
 *
 * @param value added to it; negative where it is taken from it
 * @param deals that stand open besides; negative where they do no more
 * @param day from which it counts
 * @param owner whose it was then
 * @param reason for which it was lost, withdrawn or rejected
 */
record Change(
        Kind kind,
        Money value,
        int deals,
        LocalDate day,
        String owner,
        @Nullable String reason) {

    /** Why. */
    enum Kind {
        /** Valued for the first time. */
        NEW,
        INCREASED,
        DECREASED,
        REOPENED,
        WON,
        LOST,
        WITHDRAWN,
        REJECTED,
        /** Valued in another currency: out of one and into the other. */
        TRANSFERRED,
        /** Given to another owner: out of what was one's and into the other's. */
        HANDED_OVER
    }

    /**
     * A deal leaves with the value that it has then: what a contract brings more or less than was expected is an increase or decrease
     * before.
     */
    static List<Change> between(@Nullable Deal before, Deal after, @Nullable String reason) {
        List<Change> changes = new ArrayList<>();
        boolean wasOpen = before == null || before.stage().open();
        Money value = after.value();
        if (value == null || (!wasOpen && !after.stage().open())) {
            return changes;
        }
        if (!wasOpen) {
            changes.add(of(Kind.REOPENED, value, 1, after, null));
            return changes;
        }
        Money then = before == null ? null : before.value();
        if (before != null && then != null && !before.owner().equals(after.owner())) {
            changes.add(new Change(Kind.HANDED_OVER, then.negated(), -1, after.day(), before.owner(), null));
            changes.add(of(Kind.HANDED_OVER, then, 1, after, null));
        }
        revalue(then, value, after, changes);
        if (!after.stage().open()) {
            changes.add(of(out(after), value.negated(), -1, after, reason));
        }
        return changes;
    }

    private static void revalue(@Nullable Money before, Money value, Deal after, List<Change> changes) {
        if (before == null) {
            changes.add(of(Kind.NEW, value, 1, after, null));
        } else if (!before.currency().equals(value.currency())) {
            changes.add(of(Kind.TRANSFERRED, before.negated(), -1, after, null));
            changes.add(of(Kind.TRANSFERRED, value, 1, after, null));
        } else if (before.compareTo(value) != 0) {
            var more = value.minus(before);
            changes.add(of(more.isNegative() ? Kind.DECREASED : Kind.INCREASED, more, 0, after, null));
        }
    }

    private static Change of(Kind kind, Money value, int deals, Deal after, @Nullable String reason) {
        return new Change(kind, value, deals, after.day(), after.owner(), reason);
    }

    private static Kind out(Deal after) {
        return switch (after.stage()) {
            case WON -> Kind.WON;
            case LOST -> Kind.LOST;
            case WITHDRAWN -> Kind.WITHDRAWN;
            case REJECTED -> Kind.REJECTED;
            case IDENTIFIED, QUALIFIED -> throw new IllegalArgumentException("an open deal has not gone out");
        };
    }
}
