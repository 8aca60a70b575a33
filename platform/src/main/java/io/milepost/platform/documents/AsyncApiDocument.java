package io.milepost.platform.documents;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.EventRow;
import io.milepost.platform.externalid.ExternalIds;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one service publishes on Kafka, as an AsyncAPI 3.0 document. */
public final class AsyncApiDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AsyncApiDocument() {}

    public static ObjectNode of(String service, List<? extends Catalogue<?, ?, ?>> catalogues) {
        var topic = service + ".events.v1";
        var document = JSON.objectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Milepost " + service + " events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Every event of the service in the order of its log, at least once. One record per event:"
                                + " CloudEvents 1.0.2 in binary mode, JSON value, key = root. What the log stores is what"
                                + " is published.")
                .putObject("license")
                .put("name", "Apache-2.0");
        document.put("defaultContentType", "application/json");

        var channel = document.putObject("channels").putObject(service);
        channel.put("address", topic);
        var messages = channel.putObject("messages");
        channel.putObject("bindings")
                .putObject("kafka")
                .put("topic", topic)
                .put("partitions", 12)
                .put("bindingVersion", "0.5.0");

        var publish = document.putObject("operations").putObject("publish");
        publish.put("action", "send");
        publish.putObject("channel").put("$ref", "#/channels/" + service);

        var components = document.putObject("components");
        var described = components.putObject("messages");
        var schemas = new Schemas("#/components/schemas/");
        for (var catalogue : catalogues) {
            for (var row : catalogue.events()) {
                messages.putObject(row.wireType()).put("$ref", "#/components/messages/" + row.wireType());
                described.set(row.wireType(), message(catalogue.aggregate(), row, schemas));
            }
        }
        if (catalogues.stream().anyMatch(ExternalIds::has)) {
            var row = ExternalIds.ROW;
            messages.putObject(row.wireType()).put("$ref", "#/components/messages/" + row.wireType());
            described.set(row.wireType(), message("any entity that callers create", row, schemas));
        }
        schemas.define("CloudEventHeaders", headers(service));
        components.set("schemas", schemas.definitions());
        return document;
    }

    private static ObjectNode message(String of, EventRow<?> row, Schemas schemas) {
        var message = JSON.objectNode()
                .put("name", row.wireType())
                .put("title", row.type().getSimpleName())
                .put("summary", "An event of " + of + ", version " + row.version() + ".")
                .put("contentType", "application/json");
        message.set("headers", schemas.reference("CloudEventHeaders"));
        message.set(
                "payload",
                schemas.define(
                        row.wireType(),
                        row.type().asSubclass(Record.class),
                        Schemas.Reader.OTHERS,
                        Set.copyOf(row.personal())));
        return message;
    }

    private static ObjectNode headers(String service) {
        var schema = JSON.objectNode().put("type", "object");
        var headers = schema.putObject("properties");
        header(headers, "ce_specversion", "Always 1.0.").put("const", "1.0");
        header(headers, "ce_id", "Id of the event, unique for ever.").put("format", "uuid");
        header(headers, "ce_type", "Name and version of the event, as the message is named here.");
        header(headers, "ce_source", "The service whose log holds it.").put("const", service);
        header(headers, "ce_subject", "Id of the entity that it is of.").put("format", "uuid");
        header(headers, "ce_time", "When it was true.").put("format", "date-time");
        header(headers, "ce_recordedtime", "When the log took it.").put("format", "date-time");
        header(headers, "ce_sequence", "Its position in the log, zero-padded; gap-free over the service.")
                .put("pattern", "^[0-9]{20}$");
        header(headers, "ce_correlationid", "Joins all events of one chain of causes.");
        header(headers, "ce_causationid", "What caused it: an event or a request.");
        header(headers, "ce_actor", "Who acted: subject of a token, or an automation.");
        header(headers, "ce_authtype", "What kind of actor that is; unknown of events from before it was noted.")
                .putArray("x-extensible-enum")
                .add("app_user")
                .add("service_account")
                .add("system")
                .add("unknown");
        header(headers, "ce_authid", "The actor: an opaque code of the token's issuer, or the automation's name.");
        header(headers, "ce_member", "Code of the member who acted, or for whom a system did.");
        header(headers, "ce_client", "The client by which the actor's token was got, where it was noted.");
        header(headers, "ce_command", "The command that it came of.");
        header(headers, "ce_partitionkey", "The record's key: id of the root that the entity hangs on.");
        header(
                headers,
                "ce_dataschema",
                "The schema of the value: a path of the service that is the source, for everybody to read. Of records"
                        + " from before it was served, urn:milepost:schema: and the type.");
        header(headers, "ce_dataclassification", "personal where a field of the value is sealed, else internal.")
                .putArray("x-extensible-enum")
                .add("internal")
                .add("personal");
        header(headers, "content-type", "Of the value.").put("const", "application/json");
        header(headers, "epoch", "The log's epoch; it changes when a log is restored from a backup.");
        header(headers, "traceparent", "W3C trace context, where there was one.");
        var required = schema.putArray("required");
        List.of(
                        "ce_specversion",
                        "ce_id",
                        "ce_type",
                        "ce_source",
                        "ce_subject",
                        "ce_time",
                        "ce_recordedtime",
                        "ce_sequence",
                        "epoch")
                .forEach(required::add);
        return schema;
    }

    private static ObjectNode header(ObjectNode headers, String name, String description) {
        return headers.putObject(name).put("type", "string").put("description", description);
    }
}
