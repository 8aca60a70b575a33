package io.milepost.contracts.contractvoiding;

import static io.milepost.contracts.calloff.CallOffCatalogue.CALL_OFF;
import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.deposit.DepositCatalogue.DEPOSIT;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;
import static io.milepost.contracts.salesorder.SalesOrderCatalogue.SALES_ORDER;
import static io.milepost.contracts.salesorder.SalesOrderCatalogue.UNDER_CONTRACT;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.REASON_MISSING;

import io.milepost.contracts.contract.Contract;
import io.milepost.contracts.contract.Contract.Signed;
import io.milepost.contracts.contractvoiding.ContractVoiding.*;
import io.milepost.contracts.deposit.Deposit.Standing;
import io.milepost.contracts.kernel.VoidingCause;
import io.milepost.contracts.salesorder.SalesOrder;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Gathering.Gathered;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The commands and events by which a contract becomes void, with paths, roles and names. */
public final class ContractVoidingCatalogue {

    public static final Catalogue<ContractVoiding, Command, Event> CONTRACT_VOIDING = Catalogue.of(
                    "contract-voiding", "contract-voidings", ContractVoiding.DECIDER)
            .creates(RequestVoiding.class, ContractVoiding::request, SALES_MANAGER, LEGAL)
            .reads(
                    RequestVoiding.class,
                    () -> CONTRACT,
                    (_, request) -> request.contractId(),
                    SignedByMistake.class,
                    ContractVoidingCatalogue::contract)
            .command(DecideVoiding.class, LEGAL, SPONSOR)
            .reads(
                    DecideVoiding.class,
                    () -> CONTRACT,
                    (voiding, _) -> contractOf(voiding),
                    SignedByMistake.class,
                    ContractVoidingCatalogue::contract)
            .reads(
                    DecideVoiding.class,
                    () -> PAYMENT_SCHEDULE,
                    (voiding, _) -> contractOf(voiding),
                    MoneyUnderIt.class,
                    schedule -> new MoneyUnderIt(schedule.holdsMoney(), schedule.isInvoiced()))
            .reads(
                    DecideVoiding.class,
                    () -> DEPOSIT,
                    (voiding, _) -> contractOf(voiding),
                    UnitUnderIt.class,
                    deposit -> new UnitUnderIt(deposit.standing() == Standing.CONVERTED))
            .reads(
                    DecideVoiding.class,
                    () -> CALL_OFF,
                    (voiding, _) -> contractOf(voiding),
                    CalledOffIt.class,
                    callOff ->
                            new CalledOffIt(callOff.orders().values().stream().anyMatch(lines -> !lines.isEmpty())))
            .gathers(
                    DecideVoiding.class,
                    () -> SALES_ORDER,
                    UNDER_CONTRACT,
                    (voiding, _) -> voiding == null
                            ? null
                            : voiding.request().contractId().toString(),
                    OrdersUnderIt.class,
                    orders -> new OrdersUnderIt(orders.stream().anyMatch(ContractVoidingCatalogue::stands)))
            .event(VoidingRequested.class, "contract-voiding.requested", 1)
            .event(VoidingGranted.class, "contract-voiding.granted", 1)
            .event(VoidingDenied.class, "contract-voiding.denied", 1)
            .rootedBy(Event::contractId)
            .ownedBy(voiding -> voiding.request().owner())
            .refusals(No.class, REASON_MISSING)
            .view(View.class, View::of);

    private ContractVoidingCatalogue() {}

    private static @Nullable UUID contractOf(@Nullable ContractVoiding voiding) {
        return voiding == null ? null : voiding.request().contractId();
    }

    private static SignedByMistake contract(Contract contract) {
        var owner = contract.draft().owner();
        return contract instanceof Signed signed
                ? new SignedByMistake(
                        owner,
                        true,
                        signed.progress().isBegun(),
                        !signed.amendments().pending().isEmpty())
                : new SignedByMistake(owner, false, false, false);
    }

    private static boolean stands(Gathered<SalesOrder> order) {
        return switch (order.state()) {
            case SalesOrder.Confirmed _, SalesOrder.InFulfilment _, SalesOrder.Fulfilled _ -> true;
            case SalesOrder.Received _, SalesOrder.Verified _, SalesOrder.Returned _, SalesOrder.Cancelled _ -> false;
        };
    }

    /**
     * What a read shows.
     *
     * @param status REQUESTED, GRANTED or DENIED
     * @param denialReason why the contract stands
     */
    public record View(
            String status,
            UUID contractId,
            String owner,
            VoidingCause cause,
            String reason,
            String requestedBy,
            LocalDate requestedOn,
            @Nullable String decidedBy,
            @Nullable LocalDate decidedOn,
            @Nullable String denialReason) {
        static View of(ContractVoiding voiding) {
            return switch (voiding) {
                case Requested(var request) -> of("REQUESTED", request, null, null, null);
                case Granted(var request, var end) -> of("GRANTED", request, end.decidedBy(), end.on(), null);
                case Denied(var request, var end) -> of("DENIED", request, end.decidedBy(), end.on(), end.reason());
            };
        }

        private static View of(
                String status,
                VoidingRequested request,
                @Nullable String decidedBy,
                @Nullable LocalDate decidedOn,
                @Nullable String denialReason) {
            return new View(
                    status,
                    request.contractId(),
                    request.owner(),
                    request.cause(),
                    request.reason(),
                    request.requestedBy(),
                    request.on(),
                    decidedBy,
                    decidedOn,
                    denialReason);
        }
    }
}
