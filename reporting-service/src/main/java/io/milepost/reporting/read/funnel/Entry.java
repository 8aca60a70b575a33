package io.milepost.reporting.read.funnel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One owner's deals of one bucket on the day of a report.
 *
 * @param qualified how many of them were ever qualified
 * @param minor their value in minor units of the bucket's currency
 * @param weightedMinor the sum of their values, each times its probability, while they are open
 */
record Entry(String owner, Bucket bucket, long deals, long qualified, long minor, long weightedMinor) {

    /** What cells hold, without what has moved away again. */
    static List<Entry> of(Map<String, Map<String, Long>> sums) {
        List<Entry> entries = new ArrayList<>();
        sums.forEach((owner, amounts) -> {
            Map<Bucket, long[]> byBucket = new HashMap<>();
            amounts.forEach((path, amount) ->
                    byBucket.computeIfAbsent(Bucket.at(path), bucket -> new long[4])[Bucket.measure(path)] = amount);
            byBucket.forEach((bucket, measures) -> {
                if (measures[0] != 0) {
                    entries.add(new Entry(owner, bucket, measures[0], measures[1], measures[2], measures[3]));
                }
            });
        });
        return entries;
    }
}
