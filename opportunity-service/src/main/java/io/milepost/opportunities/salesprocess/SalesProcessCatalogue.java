package io.milepost.opportunities.salesprocess;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;

import io.milepost.opportunities.kernel.ProcessVersion;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Stage;
import io.milepost.opportunities.kernel.Template;
import io.milepost.opportunities.kernel.Template.Mode;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.seeding.Seed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sales process's commands and events. What the product comes with, the service itself seeds; nobody has a role for that. */
public final class SalesProcessCatalogue {

    public static final Catalogue<SalesProcessVersions, Command, Event> SALES_PROCESS = Catalogue.of(
                    "sales-process", "sales-processes", SalesProcessVersions.DECIDER)
            .creates(DefineSalesProcess.class, SalesProcessVersions::define, SALES_MANAGER, QA)
            .notes(SeedVersions.class, SalesProcessVersions::seed)
            .command(DraftVersion.class, SALES_MANAGER, QA)
            .command(TailorVersion.class, SALES_MANAGER, QA)
            .reads(
                    TailorVersion.class,
                    SalesProcessCatalogue::itself,
                    (_, tailor) -> tailor.from(),
                    Model.class,
                    Model::of)
            .command(PublishVersion.class, QA)
            .command(RetireVersion.class, QA)
            .event(SalesProcessDefined.class, "sales-process.defined", 1)
            .event(VersionDrafted.class, "sales-process.version-drafted", 1)
            .event(VersionPublished.class, "sales-process.version-published", 1)
            .event(VersionRetired.class, "sales-process.version-retired", 1)
            .open()
            .refusals(No.class, TEXT_MISSING)
            .view(View.class, View::of);

    private SalesProcessCatalogue() {}

    private static Catalogue<SalesProcessVersions, ?, ?> itself() {
        return SALES_PROCESS;
    }

    /** What the product comes with, under the ids that follow from the names. */
    public static List<Seed> seeds() {
        return SalesProcesses.seeds().stream()
                .map(seed -> new Seed(
                        SalesProcesses.idOf(seed.name()), new SeedVersions(seed.name(), seed.mode(), seed.versions())))
                .toList();
    }

    /** The version in force as a deal sees it that is identified now; empty where none is. */
    public static Optional<ProcessVersion> inForce(SalesProcessVersions process) {
        return process.inForce().map(version -> version.template().binding(process.name(), version.number()));
    }

    /**
     * What a read shows of a sales process.
     *
     * @param status DRAFT until a version is published, then IN_FORCE, RETIRED once no version is in force any more
     * @param version the one under which deals are identified now; 0 where there is none
     * @param stages of that version
     */
    public record View(
            String status,
            String name,
            @Nullable String businessUnit,
            Mode mode,
            int version,
            List<Stage> stages,
            List<SalesProcess> versions) {
        static View of(SalesProcessVersions process) {
            var current = process.inForce();
            var unpublished = process.versions().stream().allMatch(version -> version.status() == Status.DRAFT);
            return new View(
                    current.isPresent() ? "IN_FORCE" : unpublished ? "DRAFT" : "RETIRED",
                    process.name(),
                    process.businessUnit(),
                    process.mode(),
                    current.map(Version::number).orElse(0),
                    current.map(version -> version.template().stages()).orElse(List.of()),
                    process.versions().stream()
                            .map(version -> SalesProcess.of(process, version))
                            .toList());
        }
    }

    /** One version, as a read shows it. */
    public record SalesProcess(
            String name,
            int version,
            List<Stage> stages,
            Status status,
            @Nullable Origin tailoredFrom,
            Template template) {
        static SalesProcess of(SalesProcessVersions process, Version version) {
            return new SalesProcess(
                    process.name(),
                    version.number(),
                    version.template().stages(),
                    version.status(),
                    version.tailoredFrom(),
                    version.template());
        }
    }
}
