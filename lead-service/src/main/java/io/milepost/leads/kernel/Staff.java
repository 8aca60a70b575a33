package io.milepost.leads.kernel;

import static io.milepost.leads.kernel.StaffRefusal.*;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** Members of the own staff whom a command names together. Who has left takes on nothing new, and is not known here any more. */
public final class Staff {
    /** How many members one command may name. */
    public static final int MOST = 100;

    private Staff() {}

    /** Each is in the directory, and there once. The command has to claim their spellings. */
    public static Checks check(Checks checks, String pointer, List<String> codes, Occasion occasion) {
        return check(checks, pointer, codes, List.of(), occasion);
    }

    /** The same; those who were named before were known then, and need not be still. */
    public static Checks check(
            Checks checks, String pointer, List<String> codes, Collection<String> before, Occasion occasion) {
        var named = new HashSet<String>();
        for (int i = 0; i < codes.size(); i++) {
            var code = codes.get(i);
            var at = pointer + "/" + i;
            checks = checks.that(isKnown(code, before, occasion), at, MEMBER_UNKNOWN)
                    .that(named.add(Codes.canonical(code)), at, MEMBER_REPEATED);
        }
        return checks;
    }

    /** This one is in the directory. */
    public static Checks checkOne(Checks checks, String pointer, String code, Occasion occasion) {
        return checks.that(isKnown(code, List.of(), occasion), pointer, MEMBER_UNKNOWN);
    }

    /** Whether one of them is this member, in whatever spelling. */
    public static boolean has(Collection<String> codes, String member) {
        return codes.stream().anyMatch(code -> Codes.same(code, member));
    }

    /** Those of the first who are not among the others. */
    public static List<String> without(List<String> codes, Collection<String> others) {
        return codes.stream().filter(code -> !has(others, code)).toList();
    }

    /** Values of {@link MemberCode#TAG} that a command which names them has to claim. */
    public static List<String> spellings(Collection<String> codes) {
        return MemberCode.spellings(codes.toArray(String[]::new));
    }

    private static boolean isKnown(String code, Collection<String> before, Occasion occasion) {
        return has(before, code) || MemberCode.holderOf(code, occasion).isPresent();
    }
}
