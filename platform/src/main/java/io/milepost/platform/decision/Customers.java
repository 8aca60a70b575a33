package io.milepost.platform.decision;

import java.util.UUID;

/** Which account stands for a customer today, where accounts were merged. As with the time, the decision is told and does not ask. */
@FunctionalInterface
public interface Customers {
    /** As long as nothing is heard of merges. */
    Customers APART = account -> account;

    /** The account that stands for this one's customer: itself, where it was not merged into another. */
    UUID golden(UUID account);
}
