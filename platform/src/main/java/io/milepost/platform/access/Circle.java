package io.milepost.platform.access;

import io.milepost.platform.value.Codes;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who knows of something that is more than a member's own. The name of a circle stands where an owner's code does, so that one rule and one
 * field of a list hold for both. It begins with a character that no request may state, so that no code is taken for a circle.
 */
public final class Circle {
    private static final String NO_CODE = "\u0001";

    /** Whoever has the role OPERATOR. */
    public static final String OPERATORS = role("OPERATOR");

    private static final String OWNER_AND_MANAGER = NO_CODE + "OWNER AND MANAGER/";
    private static final String MANAGER = NO_CODE + "MANAGER/";

    private static final String TEAM = NO_CODE + "TEAM/";
    private static final String TEAM_AND_MANAGERS = NO_CODE + "TEAM AND MANAGERS/";
    private static final String MANAGERS_OF_TEAM = NO_CODE + "MANAGERS OF TEAM/";

    private Circle() {}

    /** Whoever has the role of that name. */
    public static String role(String name) {
        return NO_CODE + "ROLE/" + name;
    }

    /** A member, and to whom it reports; others as far as they know of the member's entities. */
    public static String ownerAndManager(String owner) {
        return OWNER_AND_MANAGER + Codes.canonical(owner);
    }

    /** To whom a member reports; the member too, and others as far as they know of the member's entities. */
    public static String manager(String owner) {
        return MANAGER + Codes.canonical(owner);
    }

    /**
     * Who knows of something that is told about an entity: those who know of the entity, and who is told.
     *
     * @param owner of the entity; null where nobody owns it
     * @param team that has it where nobody in it owns it
     * @return an owner's code, the name of a circle, or null for everybody
     */
    public static @Nullable String told(
            @Nullable String owner, @Nullable String team, boolean toOwner, boolean toManager, boolean toOperator) {
        if (toOperator) {
            return OPERATORS;
        }
        if (owner == null && team != null) {
            return toldTeam(Codes.canonical(team), toOwner, toManager);
        }
        if (owner == null || !toManager) {
            return owner == null ? null : Codes.canonical(owner);
        }
        return toOwner ? ownerAndManager(owner) : manager(owner);
    }

    /** The members of a team stand where an owner does, and those to whom they report where the manager does. */
    private static String toldTeam(String team, boolean toOwner, boolean toManager) {
        if (!toManager) {
            return TEAM + team;
        }
        return (toOwner ? TEAM_AND_MANAGERS : MANAGERS_OF_TEAM) + team;
    }

    /** What is meant for this member: as an owner or one of a team, and as the manager of those who report to it today. */
    public static Set<String> meantFor(String member, Directory directory) {
        var circles = new HashSet<>(Set.of(Codes.canonical(member), ownerAndManager(member)));
        directory
                .team(member)
                .map(Codes::canonical)
                .ifPresent(team -> circles.addAll(Set.of(TEAM + team, TEAM_AND_MANAGERS + team)));
        directory.directReportsOf(member).forEach(report -> {
            circles.add(ownerAndManager(report));
            circles.add(manager(report));
            directory
                    .team(report)
                    .map(Codes::canonical)
                    .ifPresent(team -> circles.addAll(Set.of(TEAM_AND_MANAGERS + team, MANAGERS_OF_TEAM + team)));
        });
        return Set.copyOf(circles);
    }

    /** All circles of the teams in which these members are. */
    public static Set<String> ofTeams(Set<String> members, Directory directory) {
        var circles = new HashSet<String>();
        members.forEach(member -> directory
                .team(member)
                .map(Codes::canonical)
                .ifPresent(team ->
                        circles.addAll(Set.of(TEAM + team, TEAM_AND_MANAGERS + team, MANAGERS_OF_TEAM + team))));
        return Set.copyOf(circles);
    }

    /** All circles of which one knows who sees the entities of these members. */
    static Set<String> seenWith(Set<String> codes) {
        var circles = new HashSet<String>();
        codes.forEach(code -> {
            circles.add(Codes.canonical(code));
            circles.add(ownerAndManager(code));
            circles.add(manager(code));
        });
        return circles;
    }
}
