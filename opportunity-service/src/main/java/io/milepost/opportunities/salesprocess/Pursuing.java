package io.milepost.opportunities.salesprocess;

import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.*;

import io.milepost.opportunities.kernel.Pursuit;
import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.opportunities.kernel.Pursuit.CheckItem;
import io.milepost.opportunities.kernel.Pursuit.Level;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.value.Codes;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a version may ask for beside its stages. */
final class Pursuing {

    private Pursuing() {}

    static Checks check(Checks before, Pursuit pursuit, boolean needsAti, String at) {
        var levels = Objects.requireNonNullElse(pursuit.levels(), List.<Level>of());
        var checks = before.that(levels.isEmpty() || needsAti, at + "/levels", LEVELS_MISPLACED);
        var codes = new HashSet<String>();
        for (int i = 0; i < levels.size(); i++) {
            var level = levels.get(i);
            var pointer = at + "/levels/" + i;
            checks = checks.text(pointer + "/code", level.code())
                    .that(codes.add(Codes.canonical(level.code())), pointer + "/code", LEVEL_REPEATED)
                    .text(pointer + "/meaning", level.meaning())
                    .that(
                            level.owes().stream().distinct().count()
                                    == level.owes().size(),
                            pointer + "/owes",
                            DUTY_REPEATED);
        }
        checks = checkItems(checks, pursuit.keyActivities(), needsAti, at + "/keyActivities");
        checks = checkItems(checks, pursuit.operations(), needsAti, at + "/operations");
        var asked = Objects.requireNonNullElse(pursuit.asked(), List.<Asked>of());
        return checks.that(asked.stream().distinct().count() == asked.size(), at + "/asked", DUTY_REPEATED);
    }

    private static Checks checkItems(Checks before, @Nullable List<CheckItem> said, boolean needsAti, String at) {
        var items = Objects.requireNonNullElse(said, List.<CheckItem>of());
        var checks = before.that(items.isEmpty() || needsAti, at, PROJECT_CHECKLIST_MISPLACED);
        var codes = new HashSet<String>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var pointer = at + "/" + i;
            checks = checks.text(pointer + "/code", item.code())
                    .that(codes.add(Codes.canonical(item.code())), pointer + "/code", CHECK_ITEM_REPEATED)
                    .text(pointer + "/asks", item.asks());
        }
        return checks;
    }
}
