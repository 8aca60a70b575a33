package io.milepost.delivery.automation;

import io.milepost.delivery.filinglist.FilingList.NotePapers;
import io.milepost.delivery.inbound.contract.ContractAmended;
import io.milepost.delivery.inbound.contract.ContractSigned;
import io.milepost.delivery.inbound.document.DocumentEffective;
import io.milepost.delivery.inbound.lead.RegisterBookIssued;
import io.milepost.delivery.inbound.opportunity.PaperOfDeal;
import io.milepost.delivery.kernel.Paper;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What has to be filed of a deal or a contract follows from what there is of it: controlled documents about it, solutions,
 * bills, bids and quotations that the customer has, the contract as it was amended last, register books. What is about nothing is in
 * nobody's file.
 */
public final class WhenPaperArisesThenListIt {

    public static final Automation<DocumentEffective> DOCUMENT_OF_SALES =
            document("when-document-of-sales-effective-then-list-it", "opportunity");

    public static final Automation<DocumentEffective> DOCUMENT_OF_DELIVERY =
            document("when-document-of-delivery-effective-then-list-it", "delivery");

    /** The set of sales tools is kept there. */
    public static final Automation<DocumentEffective> DOCUMENT_OF_MARKETING =
            document("when-document-of-marketing-effective-then-list-it", "lead");

    /** Legal opinions and agreements beside the contract. */
    public static final Automation<DocumentEffective> DOCUMENT_OF_CONTRACT =
            document("when-document-of-contract-effective-then-list-it", "contract");

    public static final Automation<PaperOfDeal> SOLUTION = ofDeal("solution", "submitted");

    public static final Automation<PaperOfDeal> BILL = ofDeal("configuration", "issued");

    public static final Automation<PaperOfDeal> BID = ofDeal("bid", "submitted");

    public static final Automation<PaperOfDeal> QUOTATION = ofDeal("quotation", "accepted");

    public static final Automation<ContractSigned> CONTRACT = new Automation<>(
            "when-contract-signed-then-list-it",
            "contract",
            "contract.signed.v1",
            ContractSigned.class,
            (cause, _) -> list(cause.subject(), new Paper(cause.subject(), "contract", null, 1)),
            Set.of());

    public static final Automation<ContractAmended> AMENDMENT = new Automation<>(
            "when-contract-amended-then-list-it",
            "contract",
            "contract.amended.v1",
            ContractAmended.class,
            (cause, amended) ->
                    list(cause.subject(), new Paper(cause.subject(), "contract", null, amended.number() + 1)),
            Set.of());

    public static final Automation<RegisterBookIssued> REGISTER_BOOK = new Automation<>(
            "when-register-book-issued-then-list-it",
            "lead",
            "register-book.issued.v1",
            RegisterBookIssued.class,
            (cause, issued) -> issued.opportunityId() == null
                    ? Optional.empty()
                    : list(issued.opportunityId(), new Paper(cause.subject(), "register-book", null, null)),
            Set.of());

    private WhenPaperArisesThenListIt() {}

    private static Automation<DocumentEffective> document(String name, String producer) {
        return new Automation<>(
                name,
                producer,
                "document.became-effective.v1",
                DocumentEffective.class,
                WhenPaperArisesThenListIt::listed,
                Set.of());
    }

    private static Optional<Reaction.Command> listed(Inbound cause, DocumentEffective document) {
        return document.subjectId() == null
                ? Optional.empty()
                : list(
                        document.subjectId(),
                        new Paper(cause.subject(), document.kind(), document.code(), document.version()));
    }

    private static Automation<PaperOfDeal> ofDeal(String kind, String what) {
        return new Automation<>(
                "when-%s-%s-then-list-it".formatted(kind, what),
                "opportunity",
                "%s.%s.v1".formatted(kind, what),
                PaperOfDeal.class,
                (cause, paper) -> list(paper.opportunityId(), new Paper(cause.subject(), kind, null, paper.version())),
                Set.of());
    }

    private static Optional<Reaction.Command> list(UUID project, Paper paper) {
        return Optional.of(new Reaction.Command(project, new NotePapers(List.of(paper))));
    }
}
