package io.milepost.leads.kernel;

/**
 * How soon a lead has to be followed up, in days.
 *
 * @param firstContact until somebody has to act for the first time, where no day is agreed
 * @param nextAction until the next action, where nobody says otherwise
 * @param dormantAfter a missed action, when the lead falls dormant
 */
public record Deadlines(int firstContact, int nextAction, int dormantAfter) {
    /** What the product comes with. */
    public static final Deadlines STANDARD = new Deadlines(2, 7, 90);
}
