package io.milepost.platform.decision;

/** Why an item of a checklist was waived, and who waived it, in one of the roles that may. */
public record Waiver(String reason, String approvedBy) {}
