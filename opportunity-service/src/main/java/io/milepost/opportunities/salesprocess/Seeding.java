package io.milepost.opportunities.salesprocess;

import io.milepost.opportunities.kernel.SalesProcesses.SeedVersion;
import io.milepost.opportunities.kernel.Template.Mode;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.*;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the product comes with, published once however often a service starts. */
final class Seeding {

    private Seeding() {}

    static Stream<VersionPublished> published(
            List<SeedVersion> versions, String name, @Nullable String businessUnit, Mode mode) {
        return versions.stream()
                .map(seed -> new VersionPublished(seed.version(), name, businessUnit, mode, seed.template()));
    }

    static List<Event> missing(SalesProcessVersions process, SeedVersions seed) {
        var missing = seed.versions().stream()
                .filter(version -> process.version(version.version()).isEmpty())
                .toList();
        return published(missing, process.name(), process.businessUnit(), process.mode())
                .<Event>map(event -> event)
                .toList();
    }
}
