package io.milepost.reporting.inbound.opportunity;

import org.jspecify.annotations.Nullable;

/** Types and fields of opportunity-service's events on sales processes that reports use. */
public final class SalesProcessFacts {
    public static final String SOURCE = "opportunity";
    public static final String DEFINED = "sales-process.defined.v1";

    private SalesProcessFacts() {}

    /**
     * {@link #DEFINED}: the name under which deals are run by it.
     *
     * @param businessUnit null for all
     * @param mode PROJECT or UNIT
     */
    public record Defined(String name, @Nullable String businessUnit, String mode) {}
}
