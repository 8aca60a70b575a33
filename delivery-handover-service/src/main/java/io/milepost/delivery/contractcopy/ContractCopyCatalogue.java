package io.milepost.delivery.contractcopy;

import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.delivery.contractcopy.ContractCopy.*;
import io.milepost.delivery.kernel.Agreed;
import io.milepost.delivery.kernel.OnHold;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.value.Money;
import org.jspecify.annotations.Nullable;

/** The copy's commands and events. Its id is the contract's. Nobody has a role to send them: contract-service decides what is agreed and paid. */
public final class ContractCopyCatalogue {

    public static final Catalogue<ContractCopy, Command, Event> CONTRACT_COPY = Catalogue.of(
                    "contract-copy", "contract-copies", ContractCopy.DECIDER)
            .notes(NoteTerms.class, ContractCopy::note)
            .notes(NoteReceipt.class, ContractCopy::note)
            .notes(NoteReversal.class, ContractCopy::note)
            .notes(NoteHold.class, ContractCopy::note)
            .notes(NoteRelease.class, ContractCopy::note)
            .event(TermsNoted.class, "contract-copy.terms-noted", 1)
            .event(ReceiptNoted.class, "contract-copy.receipt-noted", 1)
            .event(ReversalNoted.class, "contract-copy.reversal-noted", 1)
            .event(HoldNoted.class, "contract-copy.hold-noted", 1)
            .event(ReleaseNoted.class, "contract-copy.release-noted", 1)
            .open()
            .view(View.class, View::of);

    /** Nothing is taken over or shipped until the advance is paid; whoever sold the contract is told, and the manager (gate G15). */
    public static final NoticeRule<HoldNoted> HOLD_NOTICE = notice("delivery-on-hold")
            .on(CONTRACT_COPY, HoldNoted.class)
            .about(hold -> "instalment " + hold.instalment())
            .concerning(HoldNoted::owner)
            .to(OWNER, MANAGER);

    private ContractCopyCatalogue() {}

    /** Whether work waits for money. */
    public static OnHold onHold(ContractCopy copy) {
        return new OnHold(copy.isHeld());
    }

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
     * @param held whether nothing is taken over or shipped, since an advance was missed and the sales process of the contract says so
     */
    public record View(
            String status,
            @Nullable Money value,
            @Nullable String qualityStandard,
            @Nullable Money received,
            boolean held) {
        static View of(ContractCopy copy) {
            var value = copy.value();
            var standard = copy.standard();
            return new View(
                    value == null ? "PAID_ONLY" : "SIGNED",
                    value == null ? null : value.what(),
                    standard == null ? null : standard.what(),
                    value == null ? null : copy.received(),
                    copy.isHeld());
        }
    }
}
