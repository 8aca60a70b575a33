package io.milepost.platform.controlled;

import static io.milepost.platform.controlled.DocumentKind.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.util.HashSet;
import java.util.List;

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
     */
    public record DefineDocumentKind(
            String code, String name, List<Role> reviewers, List<Role> approvers, List<String> sections) {
        public DefineDocumentKind {
            reviewers = List.copyOf(reviewers);
            approvers = List.copyOf(approvers);
            sections = List.copyOf(sections);
        }
    }

    /** What may be asked of a kind. */
    public sealed interface Command {}

    /** Replaces what holds for documents that are begun from now on; those under way keep their version. */
    public record ReviseDocumentKind(String name, List<Role> reviewers, List<Role> approvers, List<String> sections)
            implements Command {
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

    /** What holds for a document that is begun under this version of its kind. */
    public record KindVersion(
            String code, int version, List<Role> reviewers, List<Role> approvers, List<String> sections) {
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
    }

    static Decision<Event> define(DefineDocumentKind define, Occasion occasion) {
        var first = new KindVersion(define.code(), 1, define.reviewers(), define.approvers(), define.sections());
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
            case ReviseDocumentKind(var name, var reviewers, var approvers, var sections) ->
                kind.revise(name, reviewers, approvers, sections);
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

    private Decision<Event> revise(String newName, List<Role> reviewers, List<Role> approvers, List<String> sections) {
        var next = new KindVersion(current.code(), current.version() + 1, reviewers, approvers, sections);
        var same = new KindVersion(current.code(), current.version(), reviewers, approvers, sections);
        return same.equals(current) && newName.equals(name)
                ? unchanged()
                : checkVersion(check(), newName, next).accept(() -> new DocumentKindRevised(newName, next));
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
