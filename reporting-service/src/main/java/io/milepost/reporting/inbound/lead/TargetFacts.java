package io.milepost.reporting.inbound.lead;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types and fields of lead-service's sales target events that reports use. */
public final class TargetFacts {
    public static final String SOURCE = "lead";
    public static final String DRAFTED = "sales-target.drafted.v1";
    public static final String REDRAFTED = "sales-target.redrafted.v1";
    public static final String APPROVED = "sales-target.approved.v1";
    public static final String REVISED = "sales-target.revised.v1";
    public static final String CLOSED = "sales-target.closed.v1";

    private TargetFacts() {}

    /** {@link #DRAFTED} and {@link #REDRAFTED}. */
    public record Drafted(Task task) {}

    /**
     * What is to be reached, by whom and when.
     *
     * @param level COMPANY, DEPARTMENT, MANAGER or SELLER
     * @param metric REVENUE, QUANTITY, MARKET_SHARE, SATISFACTION, CUSTOMER_TYPE_MIX or COLLECTIONS
     * @param to the last day
     */
    public record Task(
            String level,
            @Nullable String team,
            String accountable,
            String metric,
            Figure figure,
            LocalDate from,
            LocalDate to) {}

    /** An amount, a number of units, percent or points, or a mix of customers in percent. */
    public record Figure(
            @Nullable Money amount,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable List<Share> mix) {
        public Figure {
            mix = mix == null ? null : List.copyOf(mix);
        }
    }

    /** Of all customers those of a type. */
    public record Share(String type, BigDecimal percent) {}

    /** {@link #APPROVED}. */
    public record Approved(LocalDate approvedOn) {}

    /** {@link #REVISED}: the figure from then on. */
    public record Revised(Figure figure, LocalDate revisedOn) {}

    /** {@link #CLOSED}. */
    public record Closed(boolean early, LocalDate closedOn) {}
}
