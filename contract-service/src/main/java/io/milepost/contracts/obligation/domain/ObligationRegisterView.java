package io.milepost.contracts.obligation.domain;

import io.milepost.contracts.obligation.domain.Obligation.Fulfilled;
import io.milepost.contracts.obligation.domain.Obligation.Owed;
import io.milepost.contracts.obligation.domain.Obligation.Waived;
import io.milepost.contracts.obligation.domain.ObligationRegister.Open;
import io.milepost.contracts.obligation.domain.ObligationRegister.Unknown;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a contract's obligations.
 *
 * @param status SETTLED when nothing is owed, OWED, or OVERDUE when something is overdue
 */
public record ObligationRegisterView(String status, UUID contractId, String owner, List<ObligationView> obligations) {
    public ObligationRegisterView {
        obligations = List.copyOf(obligations);
    }

    /**
     * One obligation.
     *
     * @param status OWED, OVERDUE, FULFILLED or WAIVED
     */
    public record ObligationView(
            String code,
            String status,
            Debtor debtor,
            String description,
            LocalDate dueOn,
            @Nullable String evidence,
            @Nullable LocalDate fulfilledOn,
            @Nullable String waiverReason) {

        static ObligationView of(Obligation obligation) {
            var terms = obligation.terms();
            return new ObligationView(
                    terms.code(),
                    statusOf(obligation),
                    terms.debtor(),
                    terms.description(),
                    terms.dueOn(),
                    obligation instanceof Fulfilled(var _, var end) ? end.evidence() : null,
                    obligation instanceof Fulfilled(var _, var end) ? end.fulfilledOn() : null,
                    obligation instanceof Waived(var _, var end) ? end.reason() : null);
        }

        private static String statusOf(Obligation obligation) {
            return switch (obligation) {
                case Owed(var _, var overdue) -> overdue ? "OVERDUE" : "OWED";
                case Fulfilled _ -> "FULFILLED";
                case Waived _ -> "WAIVED";
            };
        }
    }

    public static @Nullable ObligationRegisterView of(ObligationRegister state) {
        return switch (state) {
            case Unknown _ -> null;
            case Open(var opening, var obligations) -> {
                var shown = obligations.stream().map(ObligationView::of).toList();
                yield new ObligationRegisterView(statusOf(shown), opening.contractId(), opening.owner(), shown);
            }
        };
    }

    private static String statusOf(List<ObligationView> obligations) {
        if (obligations.stream().anyMatch(one -> one.status().equals("OVERDUE"))) {
            return "OVERDUE";
        }
        return obligations.stream().anyMatch(one -> one.status().equals("OWED")) ? "OWED" : "SETTLED";
    }
}
