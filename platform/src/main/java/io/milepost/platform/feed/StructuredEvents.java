package io.milepost.platform.feed;

import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.json.Json;
import io.milepost.platform.relay.CloudEvent;
import io.milepost.platform.relay.Envelope;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/**
 * Events as CloudEvents in JSON, with the same attributes that their records on Kafka have; the data is the stored text. Where that is
 * not JSON, its bytes are given in base 64, as CloudEvents says for data of any kind.
 */
public record StructuredEvents(Envelope envelope) {
    private static final String PREFIX = "ce_";

    /** One line. */
    public byte[] line(StoredEvent event) {
        var out = new ByteArrayOutputStream(1_024 + event.payload().length);
        try (var json = Json.mapper().createGenerator(out)) {
            write(event, json);
        }
        return out.toByteArray();
    }

    void write(StoredEvent event, JsonGenerator json) {
        json.writeStartObject();
        envelope.headers(event).forEach((header, value) -> json.writeStringProperty(attributeOf(header), value));
        if (isJson(event.payload())) {
            writeText(event, json);
        } else {
            json.writeBinaryProperty("data_base64", event.payload());
        }
        json.writeEndObject();
    }

    private static void writeText(StoredEvent event, JsonGenerator json) {
        json.writeName("data");
        // Between JSON's tokens a line break is a blank like others; within its texts there is none.
        json.writeRawValue(new String(event.payload(), StandardCharsets.UTF_8)
                .replace('\n', ' ')
                .replace('\r', ' '));
    }

    /** One value and nothing after it. */
    private static boolean isJson(byte[] payload) {
        try (var parser = Json.events().createParser(payload)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            parser.finishToken();
            return parser.nextToken() == null;
        } catch (JacksonException notJson) {
            return false;
        }
    }

    private static String attributeOf(String header) {
        if (header.startsWith(PREFIX)) {
            return header.substring(PREFIX.length());
        }
        return header.equals(CloudEvent.CONTENT_TYPE) ? "datacontenttype" : header;
    }
}
