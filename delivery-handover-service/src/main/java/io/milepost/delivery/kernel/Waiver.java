package io.milepost.delivery.kernel;

/** Why an item was let go, and the subject of the token that let it go, in one of the roles that may. */
public record Waiver(String reason, String approvedBy) {}
