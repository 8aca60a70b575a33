package io.milepost.contracts.obligation;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.contracts.contract.Contract;
import io.milepost.contracts.contract.ContractCatalogue;
import io.milepost.contracts.kernel.Debtor;
import io.milepost.contracts.obligation.Obligation.*;
import io.milepost.contracts.obligation.ObligationRegister.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commands and events of a contract's register of obligations, with paths, roles and names. Only roles that decide on the contract may waive. */
public final class ObligationRegisterCatalogue {

    public static final Catalogue<ObligationRegister, Command, Event> OBLIGATION_REGISTER = Catalogue.of(
                    "obligation-register", "obligation-registers", ObligationRegister.DECIDER)
            .creates(OpenObligationRegister.class, ObligationRegister::open, SALES_MANAGER, LEGAL)
            .reads(
                    OpenObligationRegister.class,
                    () -> ContractCatalogue.CONTRACT,
                    (_, open) -> open.contractId(),
                    OwedUnder.class,
                    ObligationRegisterCatalogue::owedUnder)
            .command(AddObligation.class, SALES_REP, SALES_MANAGER, LEGAL)
            .command(FulfilObligation.class, SALES_REP, SALES_MANAGER, LEGAL, FINANCE, DELIVERY_MANAGER)
            .duty(FulfilObligation.class, "whoever answers for the contract", ObligationRegister::watchers)
            .command(WaiveObligation.class, SALES_MANAGER, LEGAL)
            .command(WaiveAll.class)
            .command(MarkObligationOverdue.class)
            .event(ObligationRegisterOpened.class, "obligation-register.opened", 1)
            .event(ObligationAdded.class, "obligation-register.obligation-added", 1)
            .event(ObligationFulfilled.class, "obligation-register.obligation-fulfilled", 1)
            .event(ObligationWaived.class, "obligation-register.obligation-waived", 1)
            .event(ObligationOverdue.class, "obligation-register.obligation-overdue", 1)
            .ownedBy(register -> register.opening().owner())
            .refusals(No.class, OWNER_MISSING, REASON_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** Each obligation waits for the end of the last day on which it is in time. */
    public static final Due<ObligationRegister> OVERDUE = new Due<>(
            "obligation-overdue",
            OBLIGATION_REGISTER,
            MarkObligationOverdue.class,
            register -> register.obligations().stream()
                    .flatMap(
                            obligation -> lastDay(obligation, register.opening().owner()))
                    .toList());

    /** An overdue obligation is told to the owner of the register and the manager. */
    public static final NoticeRule<ObligationOverdue> OVERDUE_NOTICE = notice("obligation-overdue")
            .on(OBLIGATION_REGISTER, ObligationOverdue.class)
            .about(ObligationOverdue::code)
            .to(OWNER, MANAGER);

    private ObligationRegisterCatalogue() {}

    private static OwedUnder owedUnder(Contract contract) {
        return new OwedUnder(
                contract.signedOn().orElse(null),
                Objects.requireNonNullElse(contract.draft().obligations(), List.of()));
    }

    /**
     * What a read shows of a contract's obligations.
     *
     * @param status SETTLED when nothing is owed, OWED, or OVERDUE when something is overdue
     */
    public record View(String status, UUID contractId, String owner, List<ObligationView> obligations) {
        static View of(ObligationRegister register) {
            var opening = register.opening();
            var shown = register.obligations().stream().map(ObligationView::of).toList();
            return new View(statusOf(shown), opening.contractId(), opening.owner(), shown);
        }

        private static String statusOf(List<ObligationView> obligations) {
            return Stream.of("OVERDUE", "OWED")
                    .filter(status ->
                            obligations.stream().anyMatch(one -> one.status().equals(status)))
                    .findFirst()
                    .orElse("SETTLED");
        }
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
        private static ObligationView of(Obligation obligation) {
            return switch (obligation) {
                case Owed(var terms, var overdue) -> of(overdue ? "OVERDUE" : "OWED", terms, null, null, null);
                case Fulfilled(var terms, var end) -> of("FULFILLED", terms, end.evidence(), end.fulfilledOn(), null);
                case Waived(var terms, var end) -> of("WAIVED", terms, null, null, end.reason());
            };
        }

        private static ObligationView of(
                String status,
                ObligationAdded terms,
                @Nullable String evidence,
                @Nullable LocalDate fulfilledOn,
                @Nullable String waiverReason) {
            return new ObligationView(
                    terms.code(),
                    status,
                    terms.debtor(),
                    terms.description(),
                    terms.dueOn(),
                    evidence,
                    fulfilledOn,
                    waiverReason);
        }
    }

    private static Stream<DueDate> lastDay(Obligation obligation, String owner) {
        return switch (obligation) {
            case Owed(var terms, var overdue)
            when !overdue ->
                Stream.of(DueDate.endOf(terms.dueOn(), new MarkObligationOverdue(terms.code()))
                        .part(terms.code())
                        .ownedBy(owner));
            case Owed _, Fulfilled _, Waived _ -> Stream.empty();
        };
    }
}
