package io.milepost.contracts.contract.domain;

import io.milepost.contracts.kernel.Review;
import java.util.ArrayList;
import java.util.List;

/** How far the reviews of the present content have come; approved when there were some and none is open. */
public record Reviews(List<Review> open, List<Review> passed) {
    static final Reviews NONE = new Reviews(List.of(), List.of());

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
        var others = open.stream().filter(other -> other != review).toList();
        var more = new ArrayList<>(passed);
        more.add(review);
        return new Reviews(others, more);
    }
}
