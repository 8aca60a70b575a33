package io.milepost.leads;

import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.controlled.Document.AmendDocument;
import io.milepost.platform.controlled.Document.Classification;
import io.milepost.platform.controlled.Document.Content;
import io.milepost.platform.controlled.Document.DraftDocument;
import io.milepost.platform.controlled.Document.ReturnDocument;
import io.milepost.platform.controlled.Document.ReviewDocument;
import io.milepost.platform.controlled.Document.Section;
import io.milepost.platform.controlled.Document.SubmitDocument;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.DocumentSituations;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The controlled documents of this service, and who reads a secret one: the file of a sales site. */
class DocumentsIT {
    /** As document-kinds.json has them. */
    private static final UUID SITE_FILE = UUID.fromString("0190c000-0000-7000-8000-000000000041");

    private static final UUID QUESTIONNAIRE = UUID.fromString("0190c000-0000-7000-8000-000000000042");
    /** Of the kind: it is reviewed and approved by the one, and the other may read it. */
    private static final Set<Role> KEEPERS = Set.of(Role.SALES_MANAGER, Role.QA);

    private static RunningService service;
    private static SuiteClient client;

    @BeforeAll
    static void start() {
        service = RunningService.start(LeadServiceApplication.class, "lead", List.of(DOCUMENT, DOCUMENT_KIND));
        client = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void every_wrong_request_has_its_own_answer_and_leaves_no_trace() {
        DocumentSituations.in(new BadInputWalk(client, service::quietHead)).check();
    }

    @Test
    @DisplayName("R-187: the file of a sales site is secret, and cannot be classified lower")
    void a_site_file_is_secret() {
        for (var classification : Classification.values()) {
            var answer = client.send(null, file(SITE_FILE, classification), as("kim", Role.SALES_REP, "own"));
            if (classification == Classification.SECRET) {
                assertThat(answer.status()).isEqualTo(201);
            } else {
                assertThat(answer.json().path("code").asString()).isEqualTo("CLASSIFICATION_TOO_LOW");
                assertThat(answer.text()).contains("/content/classification");
            }
        }
    }

    @Test
    @DisplayName("R-187: a secret document is read by its author and the roles that its kind names, and by nobody else")
    void a_secret_document_is_read_by_those_who_may() {
        var secret = draft(SITE_FILE, Classification.SECRET);
        await().until(() -> listed(secret, token("lee", Role.QA, "own")) == 1);
        for (var access : List.of("own", "all")) {
            for (var role : Role.values()) {
                var token = token("lee", role, access);
                boolean may = KEEPERS.contains(role);
                for (var way : List.of("", "/history", "?knownAt=2100-01-01T00:00:00Z")) {
                    assertThat(client.getWith(token, "/v1/documents/" + secret + way)
                                    .status())
                            .as("%s with access %s of %s", role, access, way)
                            .isEqualTo(may ? 200 : 404);
                }
                assertThat(listed(secret, token)).as("list for %s", role).isEqualTo(may ? 1 : 0);
            }
            assertThat(client.getWith(token("kim", Role.SALES_REP, access), "/v1/documents/" + secret)
                            .json()
                            .path("latest")
                            .path("content")
                            .path("sections")
                            .get(1)
                            .path("text")
                            .asString())
                    .as("what its author wrote is open to its author")
                    .isEqualTo("the thrush is in the shed");
        }
    }

    @Test
    @DisplayName("R-187: who may not read a secret document cannot write in it or judge it either, alone or in a batch")
    void a_secret_document_is_not_written_by_others() {
        var secret = draft(SITE_FILE, Classification.SECRET);
        var amend = new AmendDocument(said(Classification.SECRET, "the thrush has moved"));
        assertThat(client.send(secret, amend, as("lee", Role.SALES_REP, "all")).status())
                .isEqualTo(404);
        var batch = """
                {"items": [{"command": "SubmitDocument", "id": "%s", "body": {}}]}""".formatted(secret);
        assertThat(client.batchWith(token("lee", Role.LEGAL, "all"), batch).text())
                .contains("\"status\":404");
        assertThat(client.send(secret, amend, as("kim", Role.SALES_REP, "own")).status())
                .isEqualTo(200);
        assertThat(client.batchWith(token("kim", Role.SALES_REP, "own"), batch).text())
                .contains("\"status\":200");
    }

    @Test
    @DisplayName(
            "R-187: what a secret document says is sealed in store, topic and feed; what an internal one says is not")
    void a_secret_document_is_sealed() {
        var secret = draft(SITE_FILE, Classification.SECRET);
        var open = draft(QUESTIONNAIRE, Classification.INTERNAL);
        client.send(secret, new SubmitDocument(), as("kim", Role.SALES_REP, "own"));
        client.send(secret, new ReviewDocument("a thrush note"), as("max", Role.SALES_MANAGER, "own"));
        client.send(secret, new ReturnDocument("a thrush reason"), as("max", Role.SALES_MANAGER, "own"));

        var feed = client.getAs(
                Role.OPERATOR,
                "/v1/events?types=document.drafted,document.submitted,document.reviewed,document.returned&limit=500");
        assertThat(feed.status()).isEqualTo(200);
        var events = feed.json().path("items").values();
        assertThat(events)
                .filteredOn(event -> event.path("subject").asString().contains(secret.toString()))
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(event -> !event.toString().contains("thrush"))
                .anyMatch(event -> event.toString().contains("\"text\":\"sealed.v1." + secret))
                .anyMatch(event -> event.toString().contains("\"note\":\"sealed.v1." + secret))
                .anyMatch(event -> event.toString().contains("\"reason\":\"sealed.v1." + secret));
        assertThat(events)
                .filteredOn(event -> event.path("subject").asString().contains(open.toString()))
                .anyMatch(event -> event.toString().contains("thrush"));
        assertThat(service.stored())
                .anyMatch(payload -> payload.contains("sealed.v1." + secret))
                .filteredOn(payload -> payload.contains("thrush"))
                .noneMatch(payload -> payload.contains("SECRET"));
        await().until(() -> published(open) == 1);
        assertThat(published(secret)).as("with the word in them, on the topic").isZero();
        var history = client.getWith(token("lee", Role.QA, "own"), "/v1/documents/" + secret + "/history");
        assertThat(history.text()).contains("a thrush note", "a thrush reason", "the thrush is in the shed");
    }

    private static UUID draft(UUID kind, Classification classification) {
        var answer = client.send(null, file(kind, classification), as("kim", Role.SALES_REP, "own"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return UUID.fromString(answer.json().path("id").asString());
    }

    private static DraftDocument file(UUID kind, Classification classification) {
        return new DraftDocument(
                kind, "F " + UUID.randomUUID(), null, said(classification, "the thrush is in the shed"));
    }

    private static Content said(Classification classification, String contents) {
        return new Content(
                "Site", classification, null, List.of(new Section("Site", "North"), new Section("Contents", contents)));
    }

    private static int listed(UUID document, String token) {
        return client.getWith(token, "/v1/documents?count=true&id=eq:" + document)
                .json()
                .path("total")
                .asInt(-1);
    }

    private static long published(UUID document) {
        try (var topics = service.topics("lead")) {
            return topics.committed().stream()
                    .filter(event -> new String(event.key(), StandardCharsets.UTF_8).equals(document.toString()))
                    .map(event -> new String(event.value(), StandardCharsets.UTF_8))
                    .filter(event -> event.contains("thrush"))
                    .count();
        }
    }

    private static Map<String, String> as(String member, Role role, String access) {
        return Map.of("Authorization", "Bearer " + token(member, role, access));
    }

    private static String token(String member, Role role, String access) {
        return client.issuer().tokenSaying("subject-" + member, Map.of("member", member, "access", access), role);
    }
}
