package io.milepost.delivery.kernel;

/**
 * What is promised for one kind of case; where a kind has none, nothing falls due.
 *
 * @param answerWithin working days until somebody works on it; 0 is the same day
 * @param solveWithin working days until it is resolved
 */
public record ServicePromise(CaseKind kind, Urgency urgency, int answerWithin, int solveWithin) {

    public boolean isFor(CaseKind someKind, Urgency someUrgency) {
        return kind == someKind && urgency == someUrgency;
    }
}
