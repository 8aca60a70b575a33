package io.milepost.reporting.read.mart.sales;

/**
 * The sales stage in which a deal stands.
 *
 * @param number from 1
 * @param entered whether its milestones have proven it; else the deal stands in it nominally
 */
record SalesStage(int number, boolean entered) {
    /** How many stages those sales processes have that the product comes with. */
    static final int USUAL = 8;

    static final SalesStage FIRST = nominal(1);

    static SalesStage nominal(int number) {
        return new SalesStage(number, false);
    }

    static SalesStage entered(int number) {
        return new SalesStage(number, true);
    }

    /** The last stage that was proven to be entered, 0 before the first; after a regress the later ones are to be proven anew (decision 11). */
    int proven() {
        return entered ? number : number - 1;
    }
}
