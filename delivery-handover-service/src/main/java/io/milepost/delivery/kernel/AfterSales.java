package io.milepost.delivery.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a sales process says of the time after the sale: what customers are promised, and when those who owe it
 * are reminded.
 *
 * @param visitDays how many days after the acceptance of a delivery its customer is visited; as for everybody, if absent
 * @param promises how soon cases are answered and solved; as the standard service level says, if absent
 * @param handoverNoticeDays how many days before its handover is due those who hold it are reminded; as for everybody, if absent
 * @param retentionNoticeDays how many days before the time of its papers is over their custodian is told; as for everybody, if absent
 * @param visiting what becomes of a visit that is due or was missed; as for everybody, if absent
 */
public record AfterSales(
        @Nullable List<Integer> visitDays,
        @Nullable List<ServicePromise> promises,
        @Nullable Integer handoverNoticeDays,
        @Nullable Integer retentionNoticeDays,
        @Nullable VisitRules visiting) {
    public AfterSales {
        visitDays = visitDays == null ? null : List.copyOf(visitDays);
        promises = promises == null ? null : List.copyOf(promises);
    }
}
