package io.milepost.contracts.kernel;

import io.milepost.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The review matrix of a contract without a sales process, or whose process is not known here (yet): {@code standard-reviews.json}. A
 * constant, for contracts that keep no matrix of their own are read with it.
 */
public final class StandardReviews {
    /** What the file holds. */
    record Resource(List<ReviewRule> reviews) {}

    public static final List<ReviewRule> RULES = read();

    private StandardReviews() {}

    private static List<ReviewRule> read() {
        try (var file = StandardReviews.class.getResourceAsStream("/standard-reviews.json")) {
            return List.copyOf(Json.mapper()
                    .readValue(Objects.requireNonNull(file).readAllBytes(), Resource.class)
                    .reviews());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
