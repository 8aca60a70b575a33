package io.milepost.delivery.filinglist;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.kernel.Listed;
import io.milepost.delivery.kernel.Paper;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The papers of one deal or one contract, and the records in which they are filed. Its id is the opportunity's or the contract's.
 *
 * @param papers each in its latest version
 * @param contracts those that were signed for the deal
 * @param records those that are kept
 */
public record FilingList(List<Paper> papers, List<UUID> contracts, List<Filing> records) {
    static final Decider<FilingList, Command, Event> DECIDER =
            new Decider<>(FilingList::decide, FilingList::begin, FilingList::evolve);
    private static final FilingList NOTHING = new FilingList(List.of(), List.of(), List.of());

    /** What automations note. */
    public sealed interface Command {}

    /** They have to be filed. */
    public record NotePapers(List<Paper> papers) implements Command {
        public NotePapers {
            papers = List.copyOf(papers);
        }
    }

    /** This contract was signed for the deal. */
    public record NoteContract(UUID contractId) implements Command {}

    /**
     * A record was filed.
     *
     * @param opportunityId whose sales project's it is; absent for one of a contract
     * @param papers what is in it; all that there is, if absent
     */
    public record NoteRecord(
            UUID recordId,
            @Nullable UUID opportunityId,
            @Nullable List<Paper> papers) implements Command {
        public NoteRecord {
            papers = papers == null ? null : List.copyOf(papers);
        }
    }

    /** A record is not there any more. */
    public record NoteDisposal(UUID recordId) implements Command {}

    public sealed interface Event {}

    public record PapersNoted(List<Paper> papers) implements Event {
        public PapersNoted {
            papers = List.copyOf(papers);
        }
    }

    /** {@code papers} are those of the deal until then; they are the contract's too. */
    public record ContractNoted(UUID contractId, List<Paper> papers) implements Event {
        public ContractNoted {
            papers = List.copyOf(papers);
        }
    }

    /** {@code missing} is what is in no record after it. */
    public record RecordNoted(UUID recordId, @Nullable UUID opportunityId, List<Paper> papers, List<Paper> missing)
            implements Event {
        public RecordNoted {
            papers = List.copyOf(papers);
            missing = List.copyOf(missing);
        }
    }

    public record DisposalNoted(UUID recordId) implements Event {}

    /** What is in a record. */
    public record Filing(UUID recordId, List<Paper> papers) {
        public Filing {
            papers = List.copyOf(papers);
        }
    }

    public FilingList {
        papers = List.copyOf(papers);
        contracts = List.copyOf(contracts);
        records = List.copyOf(records);
    }

    /** For the archive and for a closing. */
    public Listed listed() {
        return new Listed(papers, missing());
    }

    List<Paper> missing() {
        return papers.stream()
                .filter(paper ->
                        records.stream().noneMatch(record -> record.papers().contains(paper)))
                .toList();
    }

    private boolean hasRecord(UUID id) {
        return records.stream().anyMatch(record -> record.recordId().equals(id));
    }

    static Decision<Event> note(Command command, Occasion occasion) {
        return decide(NOTHING, command, occasion);
    }

    static Decision<Event> decide(FilingList list, Command command, Occasion occasion) {
        return switch (command) {
            case NotePapers(var papers) -> {
                var news = list.news(papers);
                yield news.isEmpty() ? unchanged() : accepted(new PapersNoted(news));
            }
            case NoteContract(var contract) ->
                list.contracts.contains(contract) ? unchanged() : accepted(new ContractNoted(contract, list.papers));
            case NoteRecord(var record, var _, var _) when list.hasRecord(record) -> unchanged();
            case NoteRecord(var record, var deal, var said) -> {
                var papers = Objects.requireNonNullElse(said, list.papers);
                var missing = list.with(new Filing(record, papers)).missing();
                yield accepted(new RecordNoted(record, deal, papers, missing));
            }
            case NoteDisposal(var record) -> list.hasRecord(record) ? accepted(new DisposalNoted(record)) : unchanged();
        };
    }

    private List<Paper> news(List<Paper> told) {
        var known = this;
        var news = new ArrayList<Paper>();
        for (var paper : told) {
            if (known.isNews(paper)) {
                news.add(paper);
                known = evolve(known, new PapersNoted(List.of(paper)));
            }
        }
        return news;
    }

    /** Word of an older version may come late. */
    private boolean isNews(Paper paper) {
        return papers.stream()
                .filter(known -> known.id().equals(paper.id()))
                .allMatch(known -> number(known) < number(paper));
    }

    private static int number(Paper paper) {
        return Objects.requireNonNullElse(paper.version(), 0);
    }

    private FilingList with(Filing filing) {
        return new FilingList(papers, contracts, more(records, filing));
    }

    static FilingList begin(Event first) {
        return evolve(NOTHING, first);
    }

    static FilingList evolve(FilingList list, Event event) {
        return switch (event) {
            case PapersNoted(var news) -> {
                var papers = new ArrayList<>(list.papers);
                for (var paper : news) {
                    papers.removeIf(known -> known.id().equals(paper.id()));
                    papers.add(paper);
                }
                yield new FilingList(papers, list.contracts, list.records);
            }
            case ContractNoted(var contract, var _) ->
                new FilingList(list.papers, more(list.contracts, contract), list.records);
            case RecordNoted(var record, var _, var papers, var _) -> list.with(new Filing(record, papers));
            case DisposalNoted(var record) ->
                new FilingList(
                        list.papers,
                        list.contracts,
                        list.records.stream()
                                .filter(kept -> !kept.recordId().equals(record))
                                .toList());
        };
    }

    private static <T> List<T> more(List<T> some, T another) {
        return Stream.concat(some.stream(), Stream.of(another)).toList();
    }
}
