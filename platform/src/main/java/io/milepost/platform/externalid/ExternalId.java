package io.milepost.platform.externalid;

import io.milepost.platform.decision.Limit;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * What another system calls an entity. It stands open in the log for ever and is part of a tag, so it is a code and never a person's
 * name or address: there are no spaces and no at sign.
 *
 * @param system code of the other system, in lower case: {@code crm}
 * @param id the other system's id, exactly as it spells it
 */
public record ExternalId(@Limit(SYSTEM_LENGTH) String system, String id) implements Comparable<ExternalId> {
    static final int SYSTEM_LENGTH = 40;

    private static final Pattern SYSTEM = Pattern.compile("[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~:/=-]+");
    private static final Comparator<ExternalId> ORDER =
            Comparator.comparing(ExternalId::system).thenComparing(ExternalId::id);

    public ExternalId {
        if (system.length() > SYSTEM_LENGTH || !SYSTEM.matcher(system).matches()) {
            throw new IllegalArgumentException(
                    "An external system is a code of up to %d lower-case letters, digits, points, hyphens and underscores, such as crm."
                            .formatted(SYSTEM_LENGTH));
        }
        if (id.length() > Limit.NAME || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "An external id has up to %d letters, digits and . _ ~ : / = -, and no spaces."
                            .formatted(Limit.NAME));
        }
    }

    /** Of {@code system:id}; a system has no colon, an id may have some. */
    public static ExternalId of(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("An external id is asked for as system:id.");
        }
        return new ExternalId(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public int compareTo(ExternalId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return system + ":" + id;
    }
}
