package io.milepost.platform.controlled;

import static io.milepost.platform.controlled.DocumentKind.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.controlled.Document.Classification;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A kind of controlled document as versioned data: who reviews and who approves such a document, and what it must contain. */
public record DocumentKind(String name, KindVersion current) {
    static final Decider<DocumentKind, Command, Event> DECIDER =
            new Decider<>(DocumentKind::decide, DocumentKind::begin, DocumentKind::evolve);

    /**
     * Defines a kind of document.
     *
     * @param code by which what needs such a document names the kind
     * @param reviewers one of these roles reviews; when empty, nobody has to
     * @param approvers one of these roles approves
     * @param sections headings that such a document must have
     * @param secrecy how such a document is kept; absent where its author says that
     */
    public record DefineDocumentKind(
            String code,
            String name,
            List<Role> reviewers,
            List<Role> approvers,
            List<String> sections,
            @Nullable Secrecy secrecy) {
        public DefineDocumentKind {
            reviewers = List.copyOf(reviewers);
            approvers = List.copyOf(approvers);
            sections = List.copyOf(sections);
        }
    }

    /** What may be asked of a kind. */
    public sealed interface Command {}

    /** Replaces what holds for documents that are begun from now on; those under way keep their version. */
    public record ReviseDocumentKind(
            String name,
            List<Role> reviewers,
            List<Role> approvers,
            List<String> sections,
            @Nullable Secrecy secrecy) implements Command {
        public ReviseDocumentKind {
            reviewers = List.copyOf(reviewers);
            approvers = List.copyOf(approvers);
            sections = List.copyOf(sections);
        }
    }

    public sealed interface Event {}

    public record DocumentKindDefined(String name, KindVersion kind) implements Event {}

    public record DocumentKindRevised(String name, KindVersion kind) implements Event {}

    public enum No implements Refusal {
        CODE_TAKEN(state("another kind of document has this code")),
        APPROVERS_MISSING(rule("a kind of document needs at least one role that approves")),
        SECTION_REPEATED(rule("a kind of document can name a section only once"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /**
     * How secret the documents of a kind are.
     *
     * @param least the lowest classification that such a document may have
     * @param readers roles that may read a secret one, beside its authors and those that review and approve it
     */
    public record Secrecy(Classification least, List<Role> readers) {
        public Secrecy {
            readers = List.copyOf(readers);
        }
    }

    /** What holds for a document that is begun under this version of its kind. */
    public record KindVersion(
            String code,
            int version,
            List<Role> reviewers,
            List<Role> approvers,
            List<String> sections,
            @Nullable Secrecy secrecy) {
        public KindVersion {
            reviewers = List.copyOf(reviewers);
            approvers = List.copyOf(approvers);
            sections = List.copyOf(sections);
        }

        List<String> reviewerNames() {
            return reviewers.stream().map(Role::name).toList();
        }

        List<String> approverNames() {
            return approvers.stream().map(Role::name).toList();
        }

        /** Of the roles that may read a secret document of this kind. */
        List<String> readerNames() {
            var readers = secrecy == null ? List.<Role>of() : secrecy.readers();
            return Stream.of(reviewers, approvers, readers)
                    .flatMap(List::stream)
                    .map(Role::name)
                    .distinct()
                    .toList();
        }

        boolean allows(Classification classification) {
            return secrecy == null || classification.compareTo(secrecy.least()) >= 0;
        }
    }

    static Decision<Event> define(DefineDocumentKind define, Occasion occasion) {
        var first = new KindVersion(
                define.code(), 1, define.reviewers(), define.approvers(), define.sections(), define.secrecy());
        return checkVersion(check().text("/code", define.code()), define.name(), first)
                .that(
                        occasion.holderOf("document-kind-code", Codes.canonical(define.code()))
                                .isEmpty(),
                        "/code",
                        CODE_TAKEN)
                .accept(() -> new DocumentKindDefined(define.name(), first));
    }

    static Decision<Event> decide(DocumentKind kind, Command command, Occasion occasion) {
        return switch (command) {
            case ReviseDocumentKind revise -> kind.revise(revise);
        };
    }

    static DocumentKind begin(Event first) {
        var defined = (DocumentKindDefined) first;
        return new DocumentKind(defined.name(), defined.kind());
    }

    static DocumentKind evolve(DocumentKind kind, Event event) {
        return switch (event) {
            case DocumentKindDefined _ -> kind;
            case DocumentKindRevised(var name, var version) -> new DocumentKind(name, version);
        };
    }

    private Decision<Event> revise(ReviseDocumentKind revise) {
        return revise.name().equals(name) && version(current.version(), revise).equals(current)
                ? unchanged()
                : checkVersion(check(), revise.name(), version(current.version() + 1, revise))
                        .accept(() -> new DocumentKindRevised(revise.name(), version(current.version() + 1, revise)));
    }

    private KindVersion version(int number, ReviseDocumentKind revise) {
        return new KindVersion(
                current.code(), number, revise.reviewers(), revise.approvers(), revise.sections(), revise.secrecy());
    }

    private static Checks checkVersion(Checks checks, String name, KindVersion version) {
        checks = checks.text("/name", name).that(!version.approvers().isEmpty(), "/approvers", APPROVERS_MISSING);
        var taken = new HashSet<String>();
        for (int i = 0; i < version.sections().size(); i++) {
            var section = version.sections().get(i);
            checks = checks.text("/sections/" + i, section)
                    .that(taken.add(Codes.canonical(section)), "/sections/" + i, SECTION_REPEATED);
        }
        return checks;
    }
}
