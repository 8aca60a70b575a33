package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.controlled.Document.AmendDocument;
import io.milepost.platform.controlled.Document.ApproveDocument;
import io.milepost.platform.controlled.Document.Classification;
import io.milepost.platform.controlled.Document.Content;
import io.milepost.platform.controlled.Document.DraftDocument;
import io.milepost.platform.controlled.Document.ReturnDocument;
import io.milepost.platform.controlled.Document.ReviewDocument;
import io.milepost.platform.controlled.Document.ReviseDocument;
import io.milepost.platform.controlled.Document.Section;
import io.milepost.platform.controlled.Document.SubmitDocument;
import io.milepost.platform.controlled.DocumentKind.DefineDocumentKind;
import io.milepost.platform.controlled.DocumentKind.ReviseDocumentKind;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Controlled documents made over HTTP in whatever service decides them, written, reviewed and approved by three people. */
public final class DocumentSituations {
    private static final List<Role> MANAGER = List.of(Role.SALES_MANAGER);
    private static final List<String> SECTIONS = List.of("Subject", "Text");

    private DocumentSituations() {}

    public static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(DefineDocumentKind.class, _ -> new Situation(null, kind(MANAGER)))
                .accepted(
                        ReviseDocumentKind.class,
                        client -> new Situation(
                                client.create(kind(MANAGER)),
                                new ReviseDocumentKind("Letter", List.of(), MANAGER, List.of(), null)))
                .accepted(
                        DraftDocument.class,
                        client -> new Situation(null, document(client, client.create(kind(MANAGER)), null)))
                .accepted(
                        AmendDocument.class,
                        client -> new Situation(
                                draft(client, client.create(kind(MANAGER)), null),
                                new AmendDocument(said("file 8", SECTIONS))))
                .accepted(
                        SubmitDocument.class,
                        client ->
                                new Situation(draft(client, client.create(kind(MANAGER)), null), new SubmitDocument()))
                .accepted(
                        ReviewDocument.class,
                        client -> new Situation(submitted(client), new ReviewDocument("all right")))
                .accepted(
                        ReturnDocument.class, client -> new Situation(submitted(client), new ReturnDocument("no goal")))
                .accepted(ApproveDocument.class, client -> {
                    var document = submitted(client);
                    send("reviewer", Role.SALES_MANAGER, client, document, new ReviewDocument(null));
                    return new Situation(document, new ApproveDocument(null));
                })
                .accepted(
                        ReviseDocument.class,
                        client -> new Situation(
                                inEffect(
                                        client,
                                        client.create(kind(MANAGER)),
                                        null,
                                        Role.SALES_MANAGER,
                                        Role.SALES_MANAGER),
                                new ReviseDocument("another goal", said("file 9", SECTIONS))))
                .refused("APPROVERS_MISSING", _ -> new Situation(null, kind(List.of())))
                .refused("KIND_UNKNOWN", client -> new Situation(null, document(client, new UUID(1, 2), null)))
                .refused(
                        "DOCUMENT_NOT_REVIEWED", client -> new Situation(submitted(client), new ApproveDocument(null)));
    }

    /** A draft of that kind by somebody else than the usual caller. */
    public static UUID draft(SuiteClient client, UUID kind, @Nullable UUID subject) {
        var answer = client.send(null, document(client, kind, subject), headers("author", Role.SALES_REP, client));
        if (answer.status() != 201) {
            throw new AssertionError("a document was answered " + answer);
        }
        return UUID.fromString(answer.json().path("id").asString());
    }

    /** The same, reviewed and approved by others in these roles. */
    public static UUID inEffect(SuiteClient client, UUID kind, @Nullable UUID subject, Role reviewer, Role approver) {
        var document = draft(client, kind, subject);
        send("author", Role.SALES_REP, client, document, new SubmitDocument());
        send("reviewer", reviewer, client, document, new ReviewDocument(null));
        send("approver", approver, client, document, new ApproveDocument(null));
        return document;
    }

    private static UUID submitted(SuiteClient client) {
        var document = draft(client, client.create(kind(MANAGER)), null);
        send("author", Role.SALES_REP, client, document, new SubmitDocument());
        return document;
    }

    private static DefineDocumentKind kind(List<Role> approvers) {
        return new DefineDocumentKind("letter " + UUID.randomUUID(), "Letter", MANAGER, approvers, SECTIONS, null);
    }

    /** With every section that its kind asks for. */
    private static DraftDocument document(SuiteClient client, UUID kind, @Nullable UUID subject) {
        var asked = client.get("/v1/document-kinds/" + kind).json().path("sections").values().stream()
                .map(JsonNode::asString)
                .toList();
        return new DraftDocument(kind, "D " + UUID.randomUUID(), subject, said("file 7", asked));
    }

    private static Content said(String reference, List<String> headings) {
        return new Content(
                "Letter",
                Classification.INTERNAL,
                reference,
                headings.stream()
                        .map(heading -> new Section(heading, "presses"))
                        .toList());
    }

    private static void send(String subject, Role role, SuiteClient client, UUID id, Record command) {
        var answer = client.send(id, command, headers(subject, role, client));
        if (answer.status() != 200) {
            throw new AssertionError("%s was answered %s".formatted(command, answer));
        }
    }

    private static Map<String, String> headers(String subject, Role role, SuiteClient client) {
        return Map.of("Authorization", "Bearer " + client.issuer().tokenFor(subject, role));
    }
}
