package io.milepost.opportunities.kernel;

import io.milepost.opportunities.kernel.Template.DiscountLimit;
import io.milepost.opportunities.kernel.Template.Mode;
import io.milepost.platform.json.Json;
import io.milepost.platform.value.Codes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The versions that the product comes with, in {@code sales-processes.json}: the sales processes begin with them, and events of deals
 * that name one of them carry no stages of their own. So the resource is a constant and never changes; whatever comes later is a version
 * that somebody publishes. The guides name the eight stages and what milestones and success criteria are, not which; those and the
 * percentages are this product's proposal (decision 10).
 */
public final class SalesProcesses {
    public static final String STANDARD = "standard";

    /** One process as it begins. */
    public record Seed(String name, Mode mode, List<SeedVersion> versions) {
        public Seed {
            versions = List.copyOf(versions);
        }
    }

    public record SeedVersion(int version, Template template) {}

    /** What the file holds. */
    record Resource(List<Seed> processes) {}

    private static final List<Seed> SEEDS = read();

    private SalesProcesses() {}

    public static List<Seed> seeds() {
        return SEEDS;
    }

    /** The entity of this name, in whatever spelling: one name is one process, so that a deal finds it by its name. */
    public static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(("sales-process " + Codes.canonical(name)).getBytes(StandardCharsets.UTF_8));
    }

    public static Stream<ProcessVersion> all() {
        return SEEDS.stream().flatMap(SalesProcesses::versions);
    }

    /** The last of a name that the product comes with. */
    public static Optional<ProcessVersion> newest(@Nullable String name) {
        var wanted = name == null ? STANDARD : name;
        return all().filter(process -> Codes.same(process.name(), wanted))
                .max(Comparator.comparingInt(ProcessVersion::version));
    }

    public static Optional<ProcessVersion> find(String name, int version) {
        return all().filter(process -> process.name().equals(name) && process.version() == version)
                .findFirst();
    }

    /** Who allows which discount where no process says so. */
    public static List<DiscountLimit> standardLimits() {
        return newest(STANDARD).orElseThrow().discountLimits();
    }

    /** The version that an event without stages names; one from before there were any stands for the first of {@code standard}. */
    public static ProcessVersion of(@Nullable String name, @Nullable Integer version) {
        var wanted = name == null ? STANDARD : name;
        int number = version == null ? 1 : version;
        return find(wanted, number)
                .orElseThrow(
                        () -> new IllegalStateException("there is no sales process %s %d".formatted(wanted, number)));
    }

    private static Stream<ProcessVersion> versions(Seed seed) {
        return seed.versions().stream().map(one -> one.template().binding(seed.name(), one.version()));
    }

    private static List<Seed> read() {
        try (var file = SalesProcesses.class.getResourceAsStream("/sales-processes.json")) {
            return List.copyOf(Json.mapper()
                    .readValue(Objects.requireNonNull(file).readAllBytes(), Resource.class)
                    .processes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
