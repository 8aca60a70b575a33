package io.milepost.opportunities.requirement;

import io.milepost.opportunities.requirement.Requirement.*;
import io.milepost.opportunities.requirement.RequirementEvent.*;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a requirement begins and changes. */
final class Evolution {

    private Evolution() {}

    static Requirement begin(RequirementEvent first) {
        return new Requirement(
                (RequirementOpened) first, Standing.COLLECTING, List.of(), List.of(), List.of(), null, 0);
    }

    static Requirement evolve(Requirement was, RequirementEvent event) {
        return switch (event) {
            case RequirementOpened _ -> was;
            case OpinionRecorded recorded ->
                with(
                        was,
                        Stream.concat(was.opinions().stream(), Stream.of(new Opinion(recorded, null)))
                                .toList());
            case OpinionSorted sorted ->
                with(
                        was,
                        was.opinions().stream()
                                .map(opinion -> opinion.recorded().code().equals(sorted.code())
                                        ? new Opinion(opinion.recorded(), sorted)
                                        : opinion)
                                .toList());
            case RequirementDrafted drafted -> with(was, drafted);
            case RequirementSubmitted submitted -> at(was, Standing.IN_REVIEW, submitted.submittedBy(), was.rounds());
            case RequirementReviewed reviewed ->
                round(was, Standing.REVIEWED, RequirementVerdict.REVIEW_PASSED, reviewed.findings(), reviewed.on());
            case RequirementReviewFailed failed ->
                round(was, Standing.DRAFT, RequirementVerdict.REVIEW_FAILED, failed.findings(), failed.on());
            case RequirementConfirmed(var _, var _, var _, var evidence, var on, var recordedBy) ->
                at(
                        was,
                        Standing.CONFIRMED_BY_CUSTOMER,
                        recordedBy,
                        and(was, RequirementVerdict.CONFIRMED, evidence, on));
            case RequirementDisputed disputed ->
                round(was, Standing.DRAFT, RequirementVerdict.DISPUTED, disputed.about(), disputed.on());
            case RequirementBaselined baselined ->
                round(was, Standing.BASELINED, RequirementVerdict.BASELINED, null, baselined.on());
        };
    }

    private static Requirement with(Requirement was, List<Opinion> heard) {
        return new Requirement(
                was.opened(), was.standing(), heard, was.versions(), was.rounds(), was.notBy(), was.baseline());
    }

    /** A draft that nobody has seen is replaced. */
    private static Requirement with(Requirement was, RequirementDrafted drafted) {
        var others = was.versions().stream().filter(version -> version.version() != drafted.version());
        return new Requirement(
                was.opened(),
                Standing.DRAFT,
                was.opinions(),
                Stream.concat(others, Stream.of(drafted)).toList(),
                was.rounds(),
                null,
                was.baseline());
    }

    private static Requirement round(
            Requirement was, Standing next, RequirementVerdict verdict, @Nullable String said, LocalDate on) {
        return at(was, next, null, and(was, verdict, said, on));
    }

    private static List<RequirementRound> and(
            Requirement was, RequirementVerdict verdict, @Nullable String said, LocalDate on) {
        var round = new RequirementRound(was.version(), verdict, said, on);
        return Stream.concat(was.rounds().stream(), Stream.of(round)).toList();
    }

    private static Requirement at(
            Requirement was, Standing next, @Nullable String notBy, List<RequirementRound> rounds) {
        return new Requirement(
                was.opened(),
                next,
                was.opinions(),
                was.versions(),
                rounds,
                notBy,
                next == Standing.BASELINED ? was.version() : was.baseline());
    }
}
