package io.milepost.opportunities.opportunity.domain.salesprocess;

/** One of the tasks that make a stage a success. */
public record Criterion(String code, String meaning, ShownBy shownBy) {

    Criterion shownBy(ShownBy fact) {
        return new Criterion(code, meaning, fact);
    }

    /** What shows that a criterion is met. */
    public enum ShownBy {
        /** A statement of the seller. */
        STATEMENT,
        /** Gate G04. */
        QUALIFICATION,
        /** A quotation that the customer accepted. */
        QUOTATION,
        /** The signature of both parties. */
        CONTRACT
    }
}
