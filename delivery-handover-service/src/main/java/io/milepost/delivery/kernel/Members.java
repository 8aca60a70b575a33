package io.milepost.delivery.kernel;

import static io.milepost.delivery.kernel.ClosingRefusal.MEMBERS_NOT_RELEASED;
import static io.milepost.delivery.kernel.ClosingRefusal.MEMBER_MISSING;
import static io.milepost.delivery.kernel.ClosingRefusal.MEMBER_TWICE;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.util.HashSet;
import java.util.List;

/** Codes of team members, each of whom is one person in every spelling. */
public final class Members {

    private Members() {}

    /** Each of the members, a field of the command, is named by a code, and only once. */
    public static Checks check(Checks checks, List<String> members, Refusal missing, Refusal twice) {
        var known = new HashSet<String>();
        var checked = checks.that(members.stream().noneMatch(String::isBlank), "/members", missing);
        for (int i = 0; i < members.size(); i++) {
            checked = checked.that(known.add(Codes.canonical(members.get(i))), "/members/" + i, twice);
        }
        return checked;
    }

    /** The same of members that are free for other work: at least one, and nobody of the team is left. */
    public static Checks checkReleased(List<String> members, Team team) {
        var some = Checks.check().that(!members.isEmpty(), "/members", MEMBER_MISSING);
        var left = team.members().stream()
                .filter(member -> members.stream().noneMatch(released -> Codes.same(released, member)))
                .distinct()
                .toList();
        return check(some, members, MEMBER_MISSING, MEMBER_TWICE)
                .that(
                        left.isEmpty(),
                        "/members",
                        MEMBERS_NOT_RELEASED,
                        "still in the team: " + String.join(", ", left));
    }

    /** Whether both name the same people in the same order. */
    public static boolean same(List<String> some, List<String> others) {
        return some.stream()
                .map(Codes::canonical)
                .toList()
                .equals(others.stream().map(Codes::canonical).toList());
    }
}
