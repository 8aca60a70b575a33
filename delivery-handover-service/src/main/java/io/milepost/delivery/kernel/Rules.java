package io.milepost.delivery.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a sales process says of handing over, closing and the time after the sale.
 *
 * @param handoverDays how many days after the signature the handover is due
 * @param closure what has to be done before the delivery project closes
 * @param salesClosure the same of the sales project; absent where there is none
 * @param afterSales what is promised after the sale; what holds for everybody, if absent
 */
public record Rules(
        int handoverDays,
        Items closure,
        @Nullable Items salesClosure,
        @Nullable AfterSales afterSales) {

    /** Items by their codes, and those of them that may be waived for a reason. */
    public record Items(List<String> items, List<String> waivable) {
        public Items {
            items = List.copyOf(items);
            waivable = List.copyOf(waivable);
        }
    }
}
