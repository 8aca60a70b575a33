package io.milepost.local;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** An index that can say how it would answer a filter, so that the collection can take the best one. */
interface DocumentIndex {

    /** How this index would answer the filter, or empty when it cannot narrow it down. */
    Optional<Access> access(Document filter);

    /**
     * A way to the candidates of a filter.
     *
     * @param worth the higher, the narrower
     * @param inIdOrder whether the candidates come ordered by {@code _id}
     * @param positions the candidates' ids, backwards when asked so
     */
    record Access(int worth, boolean inIdOrder, Function<Boolean, Stream<Object>> positions) {}
}
