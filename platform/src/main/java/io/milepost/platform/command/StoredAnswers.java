package io.milepost.platform.command;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredCommit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Outcomes out of stored commits alone, so that a repeated request is answered as the first was. */
public final class StoredAnswers {

    private final List<Catalogue<?, ?, ?>> catalogues;

    public StoredAnswers(List<Catalogue<?, ?, ?>> catalogues) {
        this.catalogues = List.copyOf(catalogues);
    }

    /** The answer to a request whose id is already in the log. */
    public Outcome repeated(Request request, StoredCommit commit) {
        return Arrays.equals(request.requestHash(), commit.requestHash())
                ? of(commit, true)
                : new Outcome.KeyReused(request.id());
    }

    public Outcome of(StoredCommit commit, boolean replayed) {
        var first = commit.events().getFirst();
        var id = UUID.fromString(first.require(Metadata.SUBJECT));
        var events = commit.events().stream()
                .map(event -> new Outcome.EventRef(event.id(), event.wireType(), event.position()))
                .toList();
        var catalogue = catalogue(first.require(Metadata.AGGREGATE));
        var refused = first.metadata().get(Metadata.REFUSED);
        if (refused != null) {
            return new Outcome.Refused(
                    id,
                    refused,
                    kind(catalogue, refused),
                    first.require(Metadata.REFUSED_DETAIL),
                    first.metadata().get(Metadata.REFUSED_POINTER),
                    commit.last(),
                    events,
                    replayed);
        }
        return new Outcome.Committed(
                id, creates(catalogue, first.require(Metadata.COMMAND)), commit.last(), events, replayed);
    }

    private Catalogue<?, ?, ?> catalogue(String aggregate) {
        return catalogues.stream()
                .filter(catalogue -> catalogue.aggregate().equals(aggregate))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no catalogue of " + aggregate));
    }

    private static Refusal.Kind kind(Catalogue<?, ?, ?> catalogue, String code) {
        return catalogue.refusals().stream()
                .filter(refusal -> refusal.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the catalogue of %s has no refusal %s".formatted(catalogue.aggregate(), code)))
                .reason()
                .kind();
    }

    private static boolean creates(Catalogue<?, ?, ?> catalogue, String command) {
        return catalogue.commands().stream().anyMatch(row -> row.name().equals(command) && row.creates());
    }
}
