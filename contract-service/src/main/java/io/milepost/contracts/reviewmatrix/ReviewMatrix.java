package io.milepost.contracts.reviewmatrix;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.contracts.kernel.ContractRules;
import io.milepost.contracts.kernel.ObligationTerm;
import io.milepost.contracts.kernel.ReviewRule;
import io.milepost.contracts.kernel.SigningStep;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The review matrix of one version of a sales process, and what else it says of its contracts. Its id follows from name and version,
 * by which contracts know the process of their deal.
 *
 * @param obligations absent where there are none
 * @param asked what has to be done before anybody signs; absent where nothing has
 * @param contractRules how money is collected under its contracts, and what those have to state; absent where nothing is said of it
 */
public record ReviewMatrix(
        String process,
        int version,
        List<ReviewRule> rules,
        @Nullable List<ObligationTerm> obligations,
        @Nullable List<SigningStep> asked,
        @Nullable ContractRules contractRules) {
    static final Decider<ReviewMatrix, Command, Event> DECIDER =
            new Decider<>(ReviewMatrix::decide, ReviewMatrix::begin, ReviewMatrix::evolve);

    /** What an automation notes of a version. */
    public sealed interface Command {}

    /** Without obligations where the version has none, so that a version of before they were known is noted by the same request. */
    public record NoteReviewMatrix(
            String process,
            int version,
            List<ReviewRule> rules,
            @Nullable List<ObligationTerm> obligations,
            @Nullable List<SigningStep> asked,
            @Nullable ContractRules contractRules)
            implements Command {
        public NoteReviewMatrix {
            rules = List.copyOf(rules);
            asked = asked == null ? null : List.copyOf(asked);
            obligations = obligations == null ? null : List.copyOf(obligations);
        }
    }

    public sealed interface Event {}

    public record ReviewMatrixNoted(
            String process,
            int version,
            List<ReviewRule> rules,
            @Nullable List<ObligationTerm> obligations,
            @Nullable List<SigningStep> asked,
            @Nullable ContractRules contractRules)
            implements Event {
        public ReviewMatrixNoted {
            rules = List.copyOf(rules);
            asked = asked == null ? null : List.copyOf(asked);
            obligations = obligations == null ? null : List.copyOf(obligations);
        }
    }

    public ReviewMatrix {
        rules = List.copyOf(rules);
        asked = asked == null ? null : List.copyOf(asked);
        obligations = obligations == null ? null : List.copyOf(obligations);
    }

    public static UUID idOf(String process, int version) {
        return UUID.nameUUIDFromBytes("review-matrix %s %d"
                .formatted(Codes.canonical(process), version)
                .getBytes(StandardCharsets.UTF_8));
    }

    static Decision<Event> note(Command command, Occasion occasion) {
        return accepted(noted((NoteReviewMatrix) command));
    }

    static Decision<Event> decide(ReviewMatrix matrix, Command command, Occasion occasion) {
        return switch (command) {
            case NoteReviewMatrix note -> begin(noted(note)).equals(matrix) ? unchanged() : accepted(noted(note));
        };
    }

    private static Event noted(NoteReviewMatrix note) {
        return new ReviewMatrixNoted(
                note.process(), note.version(), note.rules(), note.obligations(), note.asked(), note.contractRules());
    }

    static ReviewMatrix begin(Event first) {
        var noted = (ReviewMatrixNoted) first;
        return new ReviewMatrix(
                noted.process(),
                noted.version(),
                noted.rules(),
                noted.obligations(),
                noted.asked(),
                noted.contractRules());
    }

    static ReviewMatrix evolve(ReviewMatrix matrix, Event event) {
        return begin(event);
    }
}
