package io.milepost.contracts.calloff;

import io.milepost.contracts.calloff.CallOff.*;
import io.milepost.contracts.kernel.Called;
import io.milepost.platform.catalogue.Catalogue;
import java.util.List;

/** The commands and events of what was called off. Nobody has a role to send them: they follow confirmed and cancelled orders. */
public final class CallOffCatalogue {

    public static final Catalogue<CallOff, Command, Event> CALL_OFF = Catalogue.of(
                    "call-off", "call-offs", CallOff.DECIDER)
            .notes(NoteOrder.class, CallOff::note)
            .event(OrderNoted.class, "call-off.order-noted", 1)
            .open()
            .view(View.class, View::of);

    private CallOffCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status KNOWN, the only one
     * @param lines of the contract, with how much of each all confirmed orders have called off together
     */
    public record View(String status, List<Called> lines) {
        static View of(CallOff callOff) {
            return new View("KNOWN", callOff.inAll());
        }
    }
}
