package io.milepost.opportunities.kernel;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sales process asks for while a deal is pursued, beside what its stages ask for. Absent in versions from before any of it
 * was said, where it is as it was then.
 *
 * @param levels of its sales projects; where there are none every project owes a weekly report
 * @param keyActivities what quality assurance holds against the process
 * @param operations what the team goes through while it runs a sales project
 * @param asked what has to be there before a step is taken
 */
public record Pursuit(
        @Nullable List<Level> levels,
        @Nullable List<CheckItem> keyActivities,
        @Nullable List<CheckItem> operations,
        @Nullable List<Asked> asked) {
    public Pursuit {
        levels = some(levels);
        keyActivities = some(keyActivities);
        operations = some(operations);
        asked = some(asked);
    }

    /** What a sales project of a level owes while it runs. */
    public enum Owed {
        /** A report every week from its kickoff on. */
        WEEKLY_REPORT,
        /** A kickoff that is called before it is held. */
        CALLED_KICKOFF
    }

    /** How much weight a sales project has, and what it owes for that (R-070, decision 8). */
    public record Level(String code, @Limit(Limit.NOTE) String meaning, List<Owed> owes) {
        public Level {
            owes = List.copyOf(owes);
        }
    }

    /** What has to be there before a step is taken. */
    public enum Asked {
        /** What shows each milestone, criterion and commitment that somebody states. */
        EVIDENCE,
        /** A solution of the deal that was evaluated, feasible and with its cost, before anything is negotiated. */
        EVALUATED_SOLUTION,
        /** Feasibility report and project specification in effect, and the word of who answers for delivery, before a bid is handed in. */
        DELIVERY_PART,
        /** A survey of the customer's needs and problems that was carried out, before a solution or an offer is handed out. */
        CUSTOMER_SURVEY,
        /** Terms and payments explained to somebody at the customer, before anybody signs the contract. */
        EXPLAINED_TERMS,
        /** The text of the contract checked by somebody other than who sent it for signature, before anybody signs. */
        CHECKED_TEXT,
        /** How the deal is financed, before the planning report of its sales project is issued. */
        FINANCING
    }

    /** Something that has to be so in a sales project; {@code asks} says what. */
    public record CheckItem(String code, @Limit(Limit.NOTE) String asks) {}

    boolean isEmpty() {
        return levels == null && keyActivities == null && operations == null && asked == null;
    }

    /** Whether the sales projects of the process have levels. */
    public static boolean hasLevels(@Nullable Pursuit pursuit) {
        return pursuit != null && pursuit.levels() != null;
    }

    /** The level of this code, in whatever spelling. */
    public static Optional<Level> level(@Nullable Pursuit pursuit, String code) {
        return pursuit == null
                ? Optional.empty()
                : Objects.requireNonNullElse(pursuit.levels(), List.<Level>of()).stream()
                        .filter(level -> Codes.same(level.code(), code))
                        .findFirst();
    }

    private static <T> @Nullable List<T> some(@Nullable List<T> list) {
        return list == null || list.isEmpty() ? null : List.copyOf(list);
    }
}
