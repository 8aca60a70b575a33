package io.milepost.leads.kernel;

import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a team is found by its name: it is there as long as a member is posted to it. A command that asks has to claim the spellings. */
public final class TeamName {
    /** The key of the tag by which members say to which team they are posted. Many have the same. */
    public static final String TAG = "team";

    private TeamName() {}

    /** The one spelling by which each team is found. */
    public static List<String> spellings(@Nullable String... teams) {
        return Stream.of(teams)
                .filter(team -> team != null && !team.isBlank())
                .flatMap(team -> Stream.of(Codes.canonical(team)))
                .distinct()
                .toList();
    }

    /** Whether somebody is posted there. */
    public static boolean isKnown(String team, Occasion occasion) {
        return spellings(team).stream()
                .anyMatch(name -> occasion.holderOf(TAG, name).isPresent());
    }
}
