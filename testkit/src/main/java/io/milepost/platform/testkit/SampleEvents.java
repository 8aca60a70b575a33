package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.EventRow;
import io.milepost.platform.documents.JsonText;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Events of a service by their names, {@code closure.opened} or {@code closure.opened{"items":["ARCHIVE"]}}: its approved samples, and what is said otherwise. */
final class SampleEvents {
    private final String service;
    private final List<? extends Catalogue<?, ?, ?>> catalogues;
    private final Map<String, Object> made = new HashMap<>();

    SampleEvents(String service, List<? extends Catalogue<?, ?, ?>> catalogues) {
        this.service = service;
        this.catalogues = catalogues;
    }

    /** Whose event it is. */
    Catalogue<?, ?, ?> catalogueOf(String word) {
        var aggregate = word.substring(0, word.indexOf('.'));
        return catalogues.stream()
                .filter(catalogue -> catalogue.aggregate().equals(aggregate))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody has events of " + aggregate));
    }

    @SuppressWarnings("unchecked") // made by the row of the catalogue
    <E> E event(Catalogue<?, ?, E> catalogue, String word) {
        return (E) made.computeIfAbsent(word, _ -> make(catalogue, word));
    }

    private <E> Object make(Catalogue<?, ?, E> catalogue, String word) {
        int said = word.indexOf('{');
        var name = said < 0 ? word : word.substring(0, said);
        EventRow<E> row = catalogue.events().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no event " + name));
        var sample = ProducerSamples.of(service, catalogue.aggregate(), row.wireType())
                .getFirst();
        return Json.events().treeToValue(with(sample.data(), said < 0 ? "{}" : word.substring(said)), row.type());
    }

    /** What another service says, as its sample does but for this. */
    static Inbound saying(Inbound sample, String otherwise, UUID subject, UUID event) {
        return new Inbound(
                sample.source(),
                sample.type(),
                subject,
                event,
                1,
                sample.epoch(),
                AutomationLaw.NOW,
                AutomationLaw.NOW,
                sample.actor(),
                sample.correlationId(),
                sample.key(),
                JsonText.line(with(sample.data(), otherwise)).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode with(byte[] sample, String otherwise) {
        var data = (ObjectNode) JsonText.read(new String(sample, StandardCharsets.UTF_8));
        JsonText.read(otherwise).properties().forEach(field -> data.set(field.getKey(), field.getValue()));
        return data;
    }
}
