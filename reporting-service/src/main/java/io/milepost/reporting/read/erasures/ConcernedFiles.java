package io.milepost.reporting.read.erasures;

import io.milepost.reporting.inbound.lead.PersonFacts.Entity;
import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.export.KeptFile;
import io.milepost.reporting.read.mart.export.KeptFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which of the files that are kept may have a row, or a figure, that came of events in which texts of a person stand. The texts themselves
 * are in none: what is sealed is no column of any dataset.
 */
final class ConcernedFiles {
    private final Declarations declarations;
    private final List<KeptFiles> kept;

    ConcernedFiles(Declarations declarations, List<KeptFiles> kept) {
        this.declarations = declarations;
        this.kept = List.copyOf(kept);
    }

    /** An entity of a service whose events a file was made of. */
    record Of(String service, String aggregate, UUID entity) {}

    /** A file and whose rows may be in it. */
    record Found(KeptFile file, List<Of> entities) {
        Found {
            entities = List.copyOf(entities);
        }
    }

    List<Found> of(Certificate certificate) {
        return kept.stream()
                .flatMap(files -> files.all().stream())
                .map(file -> new Found(file, entities(file, certificate)))
                .filter(found -> !found.entities().isEmpty())
                .toList();
    }

    private List<Of> entities(KeptFile file, Certificate certificate) {
        var datasets = datasets(file);
        // One that is declared no more may have been made of everything.
        boolean unknown = datasets.isEmpty();
        var found = new ArrayList<Of>();
        certificate.answers().values().stream()
                .sorted((one, other) -> one.service().compareTo(other.service()))
                .forEach(answer -> answer.entities().stream()
                        .filter(entity -> file.reached(answer.service()) >= first(entity))
                        .filter(entity -> unknown
                                || datasets.stream().anyMatch(one -> reads(one, answer.service(), entity.aggregate())))
                        .forEach(entity -> found.add(new Of(answer.service(), entity.aggregate(), entity.entity()))));
        return found;
    }

    private List<Dataset<?, ?>> datasets(KeptFile file) {
        return switch (file.kind()) {
            case NIGHTLY ->
                declarations.dataset(file.of()).stream()
                        .<Dataset<?, ?>>map(of -> of.dataset())
                        .toList();
            case SCHEDULED ->
                declarations.report(file.of()).stream()
                        .flatMap(report -> report.parts().stream())
                        .<Dataset<?, ?>>map(part -> part.measures().dataset())
                        .toList();
        };
    }

    private static boolean reads(Dataset<?, ?> dataset, String service, String aggregate) {
        Stream<Fold<?>> folds = Stream.concat(
                Stream.of(dataset.fold()), dataset.vias().values().stream().map(via -> via.fold()));
        return folds.anyMatch(fold -> fold.source().equals(service)
                && fold.types().stream().anyMatch(type -> type.startsWith(aggregate + ".")));
    }

    private static long first(Entity entity) {
        return Stream.concat(entity.sealed().stream(), entity.open().stream())
                .mapToLong(Long::longValue)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
