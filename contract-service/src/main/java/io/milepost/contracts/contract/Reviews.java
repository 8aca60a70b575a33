package io.milepost.contracts.contract;

import io.milepost.contracts.contract.ContractEvent.ContractJudged;
import io.milepost.contracts.kernel.Review;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the reviews of what is agreed have come; approved when there were some and none is open.
 *
 * @param verdict on the whole; absent until there is one
 */
record Reviews(
        List<Review> open, List<Review> passed, @Nullable ContractJudged verdict) {
    static final Reviews NONE = new Reviews(List.of(), List.of(), null);

    public Reviews {
        open = List.copyOf(open);
        passed = List.copyOf(passed);
    }

    boolean areRunning() {
        return !open.isEmpty();
    }

    boolean haveApproved() {
        return open.isEmpty() && !passed.isEmpty();
    }

    Reviews passing(Review review) {
        return new Reviews(
                open.stream().filter(other -> other != review).toList(),
                Stream.concat(passed.stream(), Stream.of(review)).toList(),
                verdict);
    }

    Reviews judged(ContractJudged now) {
        return new Reviews(open, passed, now);
    }
}
