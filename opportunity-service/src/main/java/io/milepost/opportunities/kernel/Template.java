package io.milepost.opportunities.kernel;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one version of a sales process says. Stages and discounts bind the deal here; reviews and obligations bind its
 * contract, the number of days its handover, the checklists its closing, what is promised after the sale its visits and cases, in the services that have those.
 *
 * @param discountLimits how much each approver may take off a line; nobody may give more than the highest
 * @param reviews which department looks at a contract, and when
 * @param handoverDays how many days after the signature the handover is due
 * @param closure what has to be done before the delivery project closes
 * @param salesClosure the same of the sales project; absent where there is none, which is where no stage needs an ATI decision
 * @param obligations what both sides owe each other once the contract is signed; absent where there are none
 * @param pursuit what is asked for while the deal is pursued, beside its stages; absent where nothing is
 * @param contracts how money is collected under its contracts, and what those have to state; absent where nothing is said of it
 * @param afterSales what its customers are promised after the sale; what holds for everybody, where it is absent
 */
public record Template(
        List<Stage> stages,
        List<DiscountLimit> discountLimits,
        List<ReviewRule> reviews,
        int handoverDays,
        DeliveryChecklist closure,
        @Nullable SalesChecklist salesClosure,
        @Nullable List<Obligation> obligations,
        @Nullable Pursuit pursuit,
        @Nullable ContractRules contracts,
        @Nullable AfterSales afterSales) {

    public Template {
        stages = List.copyOf(stages);
        discountLimits = List.copyOf(discountLimits);
        reviews = List.copyOf(reviews);
        obligations = obligations == null || obligations.isEmpty() ? null : List.copyOf(obligations);
        pursuit = pursuit == null || pursuit.isEmpty() ? null : pursuit;
        contracts = contracts == null || contracts.isEmpty() ? null : contracts;
    }

    /** What of it binds a deal. */
    public ProcessVersion binding(String name, int version) {
        return new ProcessVersion(name, version, stages, discountLimits, pursuit);
    }

    /** Whom a process sells by. */
    public enum Mode {
        /** To a company, with as many stages as the process names. */
        PROJECT,
        /** Single units on site, without ATI decision and sales project. */
        UNIT
    }

    public enum Approver {
        /** Whoever writes the quotation. */
        SELLER,
        SALES_MANAGER,
        FINANCE
    }

    /** The largest discount on a line that this approver may give, itself allowed (R-098, gate G11). */
    public record DiscountLimit(Approver by, BigDecimal upToPercent) {}

    /** Who looks at what of a contract before anybody signs it. */
    public enum Department {
        LEGAL,
        FINANCE,
        TECHNICAL,
        /** No department: the contract is judged as a whole, when the departments have let it pass. */
        WHOLE
    }

    /** What of a contract makes a review necessary. */
    public enum ReviewCause {
        ALWAYS,
        SPECIAL_CLAUSE,
        /** Price and payments, which every contract has. */
        PAYMENTS,
        SCOPE
    }

    /**
     * A row of the review matrix (decision 27).
     *
     * @param fromValue only contracts of at least this value; all when absent
     * @param fromRisk only contracts of deals whose largest risk is at least so large when the review is asked for; all when absent
     * @param currency of that value; contracts in any other are reviewed. Absent in versions from before it was asked for, where the value
     *     is in the currency of the contract
     */
    public record ReviewRule(
            Department department,
            ReviewCause when,
            @Nullable BigDecimal fromValue,
            @Nullable RiskLevel fromRisk,
            @Nullable Currency currency) {}

    /** How large a risk of a sales project is. */
    public enum RiskLevel {
        LOW,
        MEDIUM,
        HIGH
    }

    /** Who owes it: this company, or its customer. */
    public enum Debtor {
        OURS,
        CUSTOMER
    }

    /**
     * What one side owes the other under every contract of the process.
     *
     * @param code names it among those of the process: letters, digits, dots and hyphens
     * @param daysAfterSigning its last day, counted from the day on which both have signed
     */
    public record Obligation(String code, Debtor debtor, String title, int daysAfterSigning) {}

    /** What can have to be done before a delivery project closes. */
    public enum DeliveryItem {
        COMPREHENSIVE_ACCEPTANCE,
        SETTLEMENT,
        FULL_COLLECTION,
        ARCHIVE,
        HANDOVER,
        SUMMARY_REPORT,
        LESSONS,
        PEOPLE_RELEASED,
        FINANCIAL_EVALUATION,
        QUALITY_EVALUATION
    }

    /** The end of a delivery project; {@code waivable} are the items that may be waived for a reason. */
    public record DeliveryChecklist(List<DeliveryItem> items, List<DeliveryItem> waivable) {
        public DeliveryChecklist {
            items = List.copyOf(items);
            waivable = List.copyOf(waivable);
        }
    }

    /** What can have to be done before a sales project closes. */
    public enum SalesItem {
        PROJECT_REVIEW,
        SUMMARY_REPORT,
        LESSONS,
        PEOPLE_RELEASED,
        FINANCIAL_EVALUATION,
        QUALITY_EVALUATION,
        ARCHIVE
    }

    /** The end of a sales project; {@code waivable} are the items that may be waived for a reason. */
    public record SalesChecklist(List<SalesItem> items, List<SalesItem> waivable) {
        public SalesChecklist {
            items = List.copyOf(items);
            waivable = List.copyOf(waivable);
        }
    }
}
