package io.milepost.delivery.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a sales process promises its customers after the sale.
 *
 * @param visitDays how many days after the acceptance of a delivery its customer is visited; as for everybody, if absent
 * @param promises how soon cases are answered and solved; as the standard service level says, if absent
 */
public record AfterSales(
        @Nullable List<Integer> visitDays, @Nullable List<ServicePromise> promises) {
    public AfterSales {
        visitDays = visitDays == null ? null : List.copyOf(visitDays);
        promises = promises == null ? null : List.copyOf(promises);
    }
}
