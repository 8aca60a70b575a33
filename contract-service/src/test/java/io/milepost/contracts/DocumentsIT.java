package io.milepost.contracts;

import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.DocumentSituations;
import io.milepost.platform.testkit.RunningService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The controlled documents of this service: its templates of terms and letters. */
class DocumentsIT {
    /** As document-kinds.json has it. */
    private static final UUID TERMS_TEMPLATE = UUID.fromString("0190c000-0000-7000-8000-000000000051");

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(ContractServiceApplication.class, "contract", List.of(DOCUMENT, DOCUMENT_KIND));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName("R-186, G22: a template of terms has author, reviewer, approver and a log of its revisions")
    void a_template_of_terms_is_controlled() {
        var template = DocumentSituations.inEffect(service.client(), TERMS_TEMPLATE, null, Role.FINANCE, Role.LEGAL);
        var view = service.client().read("documents", template);
        assertThat(view.path("status").asString()).isEqualTo("EFFECTIVE");
        assertThat(view.path("kind").asString()).isEqualTo("terms-template");
        assertThat(view.path("log")).singleElement().satisfies(line -> {
            assertThat(line.path("authors").get(0).asString()).isEqualTo("author");
            assertThat(line.path("reviewers").get(0).asString()).isEqualTo("reviewer");
            assertThat(line.path("approver").asString()).isEqualTo("approver");
            assertThat(line.path("effectiveOn").asString()).isNotBlank();
        });
    }

    @Test
    void every_wrong_request_has_its_own_answer_and_leaves_no_trace() {
        DocumentSituations.in(new BadInputWalk(service.client(), service::quietHead))
                .check();
    }
}
