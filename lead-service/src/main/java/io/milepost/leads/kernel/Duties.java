package io.milepost.leads.kernel;

import io.milepost.platform.decision.Occasion;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Work that was given to somebody: it is for that member, or for a sales manager in that one's place. */
public final class Duties {
    private static final Set<String> MANAGERS = Set.of("SALES_MANAGER");

    private Duties() {}

    /** Whose duty it is; nobody's where no member has the work, or where a sales manager sends the command. */
    public static Collection<String> orManager(@Nullable String member, Occasion occasion) {
        return member == null ? List.of() : orManager(List.of(member), occasion);
    }

    public static Collection<String> orManager(Collection<String> members, Occasion occasion) {
        return occasion.who().hasAny(MANAGERS) ? List.of() : members;
    }
}
