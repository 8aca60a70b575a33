package io.milepost.reporting.read.mart.sales;

import io.milepost.platform.json.Json;
import io.milepost.reporting.inbound.opportunity.StageFacts.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the stages of the sales processes ask for that the product comes with, in {@code product-stages.json}: events of deals under
 * them carry no stages, and they never change.
 */
final class ProductStages {
    private static final List<Known> PROCESSES = read();

    private record Known(String name, int version, List<Stage> stages) {}

    private record Resource(List<Known> processes) {}

    private ProductStages() {}

    /** A deal that names none is of the first version of the standard one. */
    static List<Stage> of(@Nullable String name, @Nullable Integer version) {
        var wanted = Objects.requireNonNullElse(name, "standard");
        int number = Objects.requireNonNullElse(version, 1);
        return PROCESSES.stream()
                .filter(process -> process.name().equals(wanted) && process.version() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no stages of %s %d".formatted(wanted, number)))
                .stages();
    }

    private static List<Known> read() {
        try (var file = ProductStages.class.getResourceAsStream("/product-stages.json")) {
            return Json.mapper()
                    .readValue(Objects.requireNonNull(file).readAllBytes(), Resource.class)
                    .processes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
