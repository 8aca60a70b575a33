package io.milepost.suite.year;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers held against what was expected. */
public final class Differences {
    private Differences() {}

    /**
     * What an answer says otherwise; a row that is missing says nothing and zeros.
     *
     * @param nullIsZero whether the road has one word for what is not known and for what is nothing
     */
    public static List<String> between(
            Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> expected,
            Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> answered,
            Set<String> figures,
            boolean nullIsZero) {
        var differences = new ArrayList<String>();
        var keys = new LinkedHashSet<>(expected.keySet());
        keys.addAll(answered.keySet());
        for (var key : keys) {
            for (var name : figures) {
                var due = expected.getOrDefault(key, Map.of()).get(name);
                var said = answered.getOrDefault(key, Map.of()).get(name);
                boolean oneIsMissing = !expected.containsKey(key) || !answered.containsKey(key);
                boolean bothMeanNothing = isNothing(due)
                        && isNothing(said)
                        && (nullIsZero || oneIsMissing || (due == null) == (said == null));
                if (!bothMeanNothing && (due == null || said == null || due.compareTo(said) != 0)) {
                    differences.add("%s of %s is answered %s and folded %s".formatted(name, key, said, due));
                }
            }
        }
        return differences;
    }

    private static boolean isNothing(@Nullable BigDecimal figure) {
        return figure == null || figure.signum() == 0;
    }
}
