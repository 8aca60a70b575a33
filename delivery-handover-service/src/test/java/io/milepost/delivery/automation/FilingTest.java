package io.milepost.delivery.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.filinglist.FilingList.NoteContract;
import io.milepost.delivery.filinglist.FilingList.NoteDisposal;
import io.milepost.delivery.filinglist.FilingList.NotePapers;
import io.milepost.delivery.filinglist.FilingList.NoteRecord;
import io.milepost.delivery.kernel.Paper;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is noted in a filing list because of what happens in other services and in the archive. */
class FilingTest {
    private static final UUID SUBJECT = ProducerSamples.SUBJECT;
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");

    @Test
    @DisplayName(
            "R-183: documents of all services, sales tools among them, solutions, bills, bids, quotations and register books of a deal have to be filed")
    void lists_the_papers_of_a_deal() {
        var document = "{\"version\": 2, \"kind\": \"project-charter\", \"code\": \"PC-1\", \"subjectId\": %s}";
        for (var automation : List.of(
                WhenPaperArisesThenListIt.DOCUMENT_OF_SALES,
                WhenPaperArisesThenListIt.DOCUMENT_OF_DELIVERY,
                WhenPaperArisesThenListIt.DOCUMENT_OF_MARKETING,
                WhenPaperArisesThenListIt.DOCUMENT_OF_CONTRACT)) {
            assertThat(reaction(automation, document.formatted("\"" + DEAL + "\"")))
                    .contains(listed(DEAL, new Paper(SUBJECT, "project-charter", "PC-1", 2)));
            assertThat(reaction(automation, document.formatted("null")))
                    .as("about nothing")
                    .isEmpty();
        }
        var ofDeal = Map.of(
                "solution", WhenPaperArisesThenListIt.SOLUTION,
                "configuration", WhenPaperArisesThenListIt.BILL,
                "bid", WhenPaperArisesThenListIt.BID,
                "quotation", WhenPaperArisesThenListIt.QUOTATION);
        ofDeal.forEach((kind, automation) -> assertThat(
                        reaction(automation, "{\"opportunityId\": \"%s\", \"version\": 3}".formatted(DEAL)))
                .contains(listed(DEAL, new Paper(SUBJECT, kind, null, 3))));
        var book = WhenPaperArisesThenListIt.REGISTER_BOOK;
        assertThat(reaction(book, "{\"opportunityId\": \"%s\"}".formatted(DEAL)))
                .contains(listed(DEAL, new Paper(SUBJECT, "register-book", null, null)));
        assertThat(reaction(book, "{\"number\": \"B 7\"}")).as("for no deal").isEmpty();
    }

    @Test
    @DisplayName("R-183: a contract has to be filed, and anew when it is amended; its deal is told of it")
    void lists_the_contract() {
        var signed = """
            {"opportunityId": "%s", "accountId": "%s", "owner": "kim", "basis": "QUOTATION", "signedOn": "2026-03-01",
             "value": {"amount": "1.00", "currency": "USD"}}
            """.formatted(DEAL, DEAL);
        assertThat(reaction(WhenPaperArisesThenListIt.CONTRACT, signed))
                .contains(listed(SUBJECT, new Paper(SUBJECT, "contract", null, 1)));
        assertThat(reaction(WhenRecordMovesThenNoteIt.SIGNED, signed))
                .contains(new Reaction.Command(DEAL, new NoteContract(SUBJECT)));
        var amended = "{\"number\": 2, \"value\": {\"amount\": \"1.00\", \"currency\": \"USD\"}, \"lines\": []}";
        assertThat(reaction(WhenPaperArisesThenListIt.AMENDMENT, amended))
                .contains(listed(SUBJECT, new Paper(SUBJECT, "contract", null, 3)));

        var papers = "{\"contractId\": \"%s\", \"papers\": [%s]}";
        assertThat(reaction(WhenRecordMovesThenNoteIt.PAPERS_OF_DEAL, papers.formatted(DEAL, "")))
                .isEmpty();
        assertThat(reaction(
                        WhenRecordMovesThenNoteIt.PAPERS_OF_DEAL,
                        papers.formatted(DEAL, "{\"id\": \"%s\", \"kind\": \"bid\"}".formatted(SUBJECT))))
                .contains(listed(DEAL, new Paper(SUBJECT, "bid", null, null)));
    }

    @Test
    @DisplayName("R-183: what is filed and what is destroyed is noted for its contract or its deal")
    void notes_records() {
        var ofContract = "{\"contractId\": \"%s\"}".formatted(DEAL);
        var ofDeal = "{\"contractId\": \"%s\", \"opportunityId\": \"%s\", \"papers\": []}".formatted(SUBJECT, DEAL);
        assertThat(reaction(WhenRecordMovesThenNoteIt.FILED, ofContract))
                .contains(new Reaction.Command(DEAL, new NoteRecord(SUBJECT, null, null)));
        assertThat(reaction(WhenRecordMovesThenNoteIt.FILED, ofDeal))
                .contains(new Reaction.Command(DEAL, new NoteRecord(SUBJECT, DEAL, List.of())));
        for (var json : List.of(ofContract, ofDeal)) {
            assertThat(reaction(WhenRecordMovesThenNoteIt.DISPOSED, json))
                    .contains(new Reaction.Command(DEAL, new NoteDisposal(SUBJECT)));
        }
        assertThat(WhenRecordMovesThenNoteIt.DISPOSED.settledBy()).isEmpty();
    }

    @Test
    void reads_every_sample_of_its_producers() {
        for (var automation : List.of(
                WhenPaperArisesThenListIt.DOCUMENT_OF_SALES,
                WhenPaperArisesThenListIt.DOCUMENT_OF_DELIVERY,
                WhenPaperArisesThenListIt.SOLUTION,
                WhenPaperArisesThenListIt.BILL,
                WhenPaperArisesThenListIt.BID,
                WhenPaperArisesThenListIt.QUOTATION,
                WhenPaperArisesThenListIt.CONTRACT,
                WhenPaperArisesThenListIt.AMENDMENT,
                WhenPaperArisesThenListIt.REGISTER_BOOK,
                WhenRecordMovesThenNoteIt.FILED,
                WhenRecordMovesThenNoteIt.DISPOSED,
                WhenRecordMovesThenNoteIt.SIGNED,
                WhenRecordMovesThenNoteIt.PAPERS_OF_DEAL)) {
            reads(automation);
        }
    }

    private static <T> void reads(Automation<T> automation) {
        var aggregate = automation.type().substring(0, automation.type().indexOf('.'));
        var samples = ProducerSamples.of(automation.source(), aggregate, automation.type());
        assertThat(samples).isNotEmpty();
        for (var sample : samples) {
            assertThat(automation.reaction().to(sample, sample.as(automation.data())))
                    .isNotNull();
        }
    }

    private static Reaction.Command listed(UUID project, Paper paper) {
        return new Reaction.Command(project, new NotePapers(List.of(paper)));
    }

    private static <T> Optional<Reaction.Command> reaction(Automation<T> automation, String json) {
        var event = ProducerSamples.event(automation.source(), automation.type(), json);
        return automation.reaction().to(event, event.as(automation.data()));
    }
}
