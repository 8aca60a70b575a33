package io.milepost.opportunities.kernel;

import io.milepost.platform.value.Codes;
import java.util.UUID;

/** The tags by which a sales project knows of its risks, of which a command that asks has to claim the values. */
public final class RiskTags {
    /** Key of the tag that says of which project a risk is, whatever has become of it. */
    public static final String OF = "riskOf";

    /** Key of the tag that an open risk holds for who owns it. */
    public static final String OWNER = "riskOwner";

    private RiskTags() {}

    /** The value for a member, in the one spelling of the code. */
    public static String owning(UUID project, String member) {
        return project + "/" + Codes.canonical(member);
    }
}
