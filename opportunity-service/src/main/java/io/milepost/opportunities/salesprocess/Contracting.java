package io.milepost.opportunities.salesprocess;

import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.*;

import io.milepost.opportunities.kernel.ContractRules;
import io.milepost.opportunities.kernel.ContractRules.Collection;
import io.milepost.opportunities.kernel.ContractRules.RequiredContents;
import io.milepost.opportunities.kernel.ContractRules.WriteOffLimit;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.value.Currencies;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
                .that(areSound(limits), at + "/writeOffLimits", WRITE_OFF_LIMIT_FAULTY)
                .that(
                        limits.stream().allMatch(limit -> isMoney(limit.upTo(), limit.currency())),
                        at + "/writeOffLimits",
                        LIMIT_WITHOUT_CURRENCY);
    }

    /** One for each currency, or none at all. */
    private static boolean areSound(List<WriteOffLimit> limits) {
        return limits.stream()
                                .map(limit -> limit.by() + " " + limit.currency())
                                .distinct()
                                .count()
                        == limits.size()
                && limits.stream()
                        .filter(limit -> limit.upTo() == null)
                        .allMatch(free -> limits.stream()
                                        .filter(other -> other.by() == free.by())
                                        .count()
                                == 1)
                && limits.stream()
                        .allMatch(limit -> limit.upTo() == null || limit.upTo().signum() >= 0);
    }

    /** A number alone says nothing of a contract in another currency. */
    static boolean isMoney(@Nullable BigDecimal number, @Nullable Currency currency) {
        return (number == null) == (currency == null) && (currency == null || Currencies.inUse(currency));
    }
}
