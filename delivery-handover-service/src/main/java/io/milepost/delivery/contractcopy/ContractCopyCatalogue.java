package io.milepost.delivery.contractcopy;

import io.milepost.delivery.contractcopy.ContractCopy.*;
import io.milepost.delivery.kernel.Agreed;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.value.Money;
import org.jspecify.annotations.Nullable;

/** The copy's commands and events. Its id is the contract's. Nobody has a role to send them: contract-service decides what is agreed and paid. */
public final class ContractCopyCatalogue {

    public static final Catalogue<ContractCopy, Command, Event> CONTRACT_COPY = Catalogue.of(
                    "contract-copy", "contract-copies", ContractCopy.DECIDER)
            .notes(NoteTerms.class, ContractCopy::note)
            .notes(NoteReceipt.class, ContractCopy::note)
            .notes(NoteReversal.class, ContractCopy::note)
            .event(TermsNoted.class, "contract-copy.terms-noted", 1)
            .event(ReceiptNoted.class, "contract-copy.receipt-noted", 1)
            .event(ReversalNoted.class, "contract-copy.reversal-noted", 1)
            .open()
            .view(View.class, View::of);

    private ContractCopyCatalogue() {}

    /** What decisions ask of it. */
    public static Agreed agreed(ContractCopy copy) {
        var view = View.of(copy);
        return new Agreed(view.value(), view.qualityStandard(), view.received());
    }

    /**
     * What a read shows.
     *
     * @param status SIGNED, or PAID_ONLY while its terms have not arrived yet
     * @param value with all amendments
     * @param received what has come in and stayed
     */
    public record View(
            String status,
            @Nullable Money value,
            @Nullable String qualityStandard,
            @Nullable Money received) {
        static View of(ContractCopy copy) {
            var value = copy.value();
            var standard = copy.standard();
            return new View(
                    value == null ? "PAID_ONLY" : "SIGNED",
                    value == null ? null : value.what(),
                    standard == null ? null : standard.what(),
                    value == null ? null : copy.received());
        }
    }
}
