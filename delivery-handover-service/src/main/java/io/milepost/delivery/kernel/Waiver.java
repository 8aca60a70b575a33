package io.milepost.delivery.kernel;

/** Why an item was waived, and the subject of the token that waived it, in one of the roles that may. */
public record Waiver(String reason, String approvedBy) {}
