package io.milepost.delivery.kernel;

/**
 * What becomes of a return visit that is due or was missed.
 *
 * @param noticeDays how many days before it whoever makes it is reminded
 * @param daysToNext how many days after a miss it stands again
 * @param mostMisses after so many misses somebody has to name another day
 */
public record VisitRules(int noticeDays, int daysToNext, int mostMisses) {}
