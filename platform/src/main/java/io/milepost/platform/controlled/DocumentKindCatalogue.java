package io.milepost.platform.controlled;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.controlled.DocumentKind.*;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The commands and events of a kind of document. Whoever guards the process says what holds for its documents. */
public final class DocumentKindCatalogue {
    private static final String CODE = "document-kind-code";

    public static final Catalogue<DocumentKind, Command, Event> DOCUMENT_KIND = Catalogue.of(
                    "document-kind", "document-kinds", DocumentKind.DECIDER)
            .creates(DefineDocumentKind.class, DocumentKind::define, QA, IMPORTER)
            .claims(DefineDocumentKind.class, CODE, (_, _, define) -> List.of(Codes.canonical(define.code())))
            .command(ReviseDocumentKind.class, QA, IMPORTER)
            .event(DocumentKindDefined.class, "document-kind.defined", 1)
            .tags(
                    DocumentKindDefined.class,
                    defined ->
                            Set.of(new Tag(CODE, Codes.canonical(defined.kind().code()))))
            .event(DocumentKindRevised.class, "document-kind.revised", 1)
            .open()
            .refusals(No.class, TEXT_MISSING)
            .view(View.class, View::of);

    private DocumentKindCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status DEFINED, the only one so far
     * @param version under which documents are begun from now on
     */
    public record View(
            String status,
            String code,
            String name,
            int version,
            List<Role> reviewers,
            List<Role> approvers,
            List<String> sections,
            @Nullable Secrecy secrecy) {
        static View of(DocumentKind kind) {
            var current = kind.current();
            return new View(
                    "DEFINED",
                    current.code(),
                    kind.name(),
                    current.version(),
                    current.reviewers(),
                    current.approvers(),
                    current.sections(),
                    current.secrecy());
        }
    }
}
