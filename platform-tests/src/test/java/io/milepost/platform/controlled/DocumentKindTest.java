package io.milepost.platform.controlled;

import static io.milepost.platform.controlled.DocumentKind.No.*;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.controlled.DocumentKind.*;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DocumentKindTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(DOCUMENT_KIND);
    private static final Scenario<DocumentKind, Command, Event> NOTHING =
            Scenario.of(DOCUMENT_KIND).recording(REACHED);
    private static final List<Role> SPONSOR = List.of(Role.SPONSOR);
    private static final List<Role> QA = List.of(Role.QA);
    private static final DocumentKindDefined DEFINED =
            new DocumentKindDefined("Charter", new KindVersion("charter", 1, QA, SPONSOR, List.of("Goal"), null));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-186: a kind says who reviews, who approves and what such a document contains, version by version")
    void a_kind_is_versioned_data() {
        var revise = new ReviseDocumentKind("Charter", List.of(), SPONSOR, List.of("Goal", "Scope"), null);
        NOTHING.when(new DefineDocumentKind("charter", "Charter", QA, SPONSOR, List.of("Goal"), null))
                .then(DEFINED)
                .when(new ReviseDocumentKind("Charter", QA, SPONSOR, List.of("Goal"), null))
                .thenNothing()
                .when(revise)
                .then(new DocumentKindRevised(
                        "Charter", new KindVersion("charter", 2, List.of(), SPONSOR, List.of("Goal", "Scope"), null)))
                .when(revise)
                .thenNothing();
    }

    @Test
    void a_kind_says_enough() {
        NOTHING.when(new DefineDocumentKind(" ", "n", QA, SPONSOR, List.of(), null))
                .thenRefused(TEXT_MISSING, "/code");
        NOTHING.when(new DefineDocumentKind("c", "", QA, SPONSOR, List.of(), null))
                .thenRefused(TEXT_MISSING, "/name");
        NOTHING.when(new DefineDocumentKind("c", "n", QA, List.of(), List.of(), null))
                .thenRefused(APPROVERS_MISSING, "/approvers");
        var defined = NOTHING.given(DEFINED);
        defined.when(new ReviseDocumentKind("n", QA, SPONSOR, List.of("a", " "), null))
                .thenRefused(TEXT_MISSING, "/sections/1");
        defined.when(new ReviseDocumentKind("n", QA, SPONSOR, List.of("a", "b", " A"), null))
                .thenRefused(SECTION_REPEATED, "/sections/2");
    }

    @Test
    void a_code_is_one_kinds_in_whatever_spelling() {
        NOTHING.when(new DefineDocumentKind(" Charter", "n", QA, SPONSOR, List.of(), null))
                .holding("document-kind-code=CHARTER", new UUID(1, 1))
                .thenRefused(CODE_TAKEN, "/code");
    }

    @Test
    void laws_of_the_kind() {
        Laws.of(DOCUMENT_KIND).check();
    }
}
