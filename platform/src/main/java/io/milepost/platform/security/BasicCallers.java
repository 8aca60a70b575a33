package io.milepost.platform.security;

import io.milepost.platform.access.Standing;
import java.util.Optional;

/** Who may come with a name and a secret instead of a token: tools that can do no more, and that read reports and nothing else. */
public interface BasicCallers {

    /** What such a caller has in place of roles. */
    String AUTHORITY = "BI_KEY";

    /** How the one with this name and secret stands; empty where there is none. Does not block. */
    Optional<Standing> standing(String name, String secret);
}
