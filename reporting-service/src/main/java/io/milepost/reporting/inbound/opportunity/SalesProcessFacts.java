package io.milepost.reporting.inbound.opportunity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types and fields of opportunity-service's events on sales processes that reports use. */
public final class SalesProcessFacts {
    public static final String SOURCE = "opportunity";
    public static final String DEFINED = "sales-process.defined.v1";

    public static final String VERSION_PUBLISHED = "sales-process.version-published.v1";

    private SalesProcessFacts() {}

    /** {@link #VERSION_PUBLISHED}: what deals are run by that begin from then on. */
    public record Published(String name, int version, Template template) {}

    /** Of {@link Published} what is said of stages. */
    public record Template(List<Stage> stages) {
        public Template {
            stages = List.copyOf(stages);
        }
    }

    /** How likely a deal is won once this stage has succeeded, in whole percent. */
    public record Stage(int number, int probability) {}

    /**
     * {@link #DEFINED}: the name under which deals are run by it.
     *
     * @param businessUnit null for all
     * @param mode PROJECT or UNIT
     */
    public record Defined(String name, @Nullable String businessUnit, String mode) {}
}
