package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.leads.kernel.SegmentCode;
import io.milepost.leads.lead.Lead.*;
import io.milepost.leads.lead.LeadCommand.Rating;
import io.milepost.leads.lead.LeadCommand.ScoreLead;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a lead promises, and among which customers it is sorted. */
final class Weighing {
    private static final int MOST_POINTS = 100;

    /** The version of a scoring policy that is in force. */
    record Scale(int version, List<Weight> weights) {
        Scale {
            weights = List.copyOf(weights);
            if (weights.isEmpty()) {
                throw new IllegalArgumentException("a scale has weights");
            }
        }
    }

    /** How much a criterion counts beside the others. */
    record Weight(String criterion, int weight) {
        Weight {
            if (weight < 1) {
                throw new IllegalArgumentException("a weight is at least 1");
            }
        }
    }

    private Weighing() {}

    static Decision<LeadEvent> score(Lead lead, ScoreLead score, Occasion occasion) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Ended ended -> refused(ended.because());
            case Open open ->
                occasion.read(Scale.class)
                        .map(scale -> score(open.entry(), score, scale, occasion))
                        .orElseGet(() -> refusedAt("/policyId", POLICY_UNKNOWN));
        };
    }

    private static Decision<LeadEvent> score(Entry entry, ScoreLead score, Scale scale, Occasion occasion) {
        var rated = new ArrayList<Rating>();
        for (int index = 0; index < score.ratings().size(); index++) {
            var rating = score.ratings().get(index);
            var weight = weightOf(rating, scale);
            if (weight.isEmpty() || rating.points() < 0 || rating.points() > MOST_POINTS || isIn(rated, rating)) {
                return refusedAt("/ratings/" + index, RATING_UNFIT);
            }
            rated.add(new Rating(weight.get().criterion(), rating.points()));
        }
        if (rated.size() < scale.weights().size()) {
            return refusedAt("/ratings", RATING_UNFIT);
        }
        var before = entry.score();
        return before != null
                        && before.policyId().equals(score.policyId())
                        && before.version() == scale.version()
                        && before.ratings().equals(rated)
                ? unchanged()
                : accepted(new LeadScored(
                        score.policyId(),
                        scale.version(),
                        total(rated, scale),
                        rated,
                        occasion.who().name()));
    }

    /** The weighted mean of the points, rounded half up. */
    private static int total(List<Rating> ratings, Scale scale) {
        long points = 0;
        long weights = 0;
        for (var rating : ratings) {
            long weight = weightOf(rating, scale).orElseThrow().weight();
            points += weight * rating.points();
            weights += weight;
        }
        return Math.toIntExact((2 * points + weights) / (2 * weights));
    }

    private static Optional<Weight> weightOf(Rating rating, Scale scale) {
        return scale.weights().stream()
                .filter(weight -> Codes.same(weight.criterion(), rating.criterion()))
                .findFirst();
    }

    private static boolean isIn(List<Rating> rated, Rating rating) {
        return rated.stream().anyMatch(other -> Codes.same(other.criterion(), rating.criterion()));
    }

    static Decision<LeadEvent> segment(Lead lead, String segment, Occasion occasion) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Ended ended -> refused(ended.because());
            case Open open ->
                Codes.same(segment, open.entry().segment())
                        ? unchanged()
                        : check().text("/segment", segment)
                                .that(SegmentCode.isKnown(segment, occasion), "/segment", SEGMENT_UNKNOWN)
                                .accept(() ->
                                        new LeadSegmented(segment, open.entry().segment()));
        };
    }
}
