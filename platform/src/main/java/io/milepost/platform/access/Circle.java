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
    public static final String OPERATORS = NO_CODE + "ROLE/OPERATOR";

    private static final String OWNER_AND_MANAGER = NO_CODE + "OWNER AND MANAGER/";
    private static final String MANAGER = NO_CODE + "MANAGER/";

    private Circle() {}

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
     * @return an owner's code, the name of a circle, or null for everybody
     */
    public static @Nullable String told(
            @Nullable String owner, boolean toOwner, boolean toManager, boolean toOperator) {
        if (toOperator) {
            return OPERATORS;
        }
        if (owner == null || !toManager) {
            return owner == null ? null : Codes.canonical(owner);
        }
        return toOwner ? ownerAndManager(owner) : manager(owner);
    }

    /** What is meant for this member: as an owner, and as the manager of those who report to it today. */
    public static Set<String> meantFor(String member, Directory directory) {
        var circles = new HashSet<>(Set.of(Codes.canonical(member), ownerAndManager(member)));
        directory.directReportsOf(member).forEach(report -> {
            circles.add(ownerAndManager(report));
            circles.add(manager(report));
        });
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
