package io.milepost.opportunities.salesprocess;

import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.*;

import io.milepost.opportunities.kernel.ContractRules;
import io.milepost.opportunities.kernel.ContractRules.Collection;
import io.milepost.opportunities.kernel.ContractRules.RequiredContents;
import io.milepost.opportunities.kernel.ContractRules.WriteOffLimit;
import io.milepost.platform.decision.Checks;
import java.util.List;
import java.util.Objects;

/** What a version may say of the contracts of its deals. */
final class Contracting {

    private Contracting() {}

    static Checks check(Checks before, ContractRules rules, String at) {
        var checks = rules.collection() == null ? before : check(before, rules.collection(), at + "/collection");
        var contents = Objects.requireNonNullElse(rules.contents(), List.<RequiredContents>of());
        for (int i = 0; i < contents.size(); i++) {
            var needed = contents.get(i).needed();
            var type = contents.get(i).type();
            checks = checks.that(
                            contents.stream().limit(i).noneMatch(other -> other.type() == type),
                            at + "/contents/%d/type".formatted(i),
                            CONTENTS_FAULTY)
                    .that(
                            !needed.isEmpty() && needed.stream().distinct().count() == needed.size(),
                            at + "/contents/%d/needed".formatted(i),
                            CONTENTS_FAULTY);
        }
        return checks;
    }

    private static Checks check(Checks before, Collection collection, String at) {
        var limits = Objects.requireNonNullElse(collection.writeOffLimits(), List.<WriteOffLimit>of());
        return before.that(
                        Drafting.isDeadline(collection.remindDaysBefore()), at + "/remindDaysBefore", DEADLINE_FAULTY)
                .that(Drafting.isDeadline(collection.escalateDaysAfter()), at + "/escalateDaysAfter", DEADLINE_FAULTY)
                .that(areSound(limits), at + "/writeOffLimits", WRITE_OFF_LIMIT_FAULTY);
    }

    private static boolean areSound(List<WriteOffLimit> limits) {
        return limits.stream().map(WriteOffLimit::by).distinct().count() == limits.size()
                && limits.stream()
                        .allMatch(limit -> limit.upTo() == null || limit.upTo().signum() >= 0);
    }
}
