package io.milepost.platform;

import static io.milepost.platform.auditrecord.AuditRecordCatalogue.AUDIT_RECORD;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.timer.Due;
import java.util.List;
import java.util.stream.Stream;

/**
 * One deciding service, the only bean that it declares: what it decides, what it does when others say something, and what its entities
 * wait for.
 *
 * @param name the short one, {@code lead}, that {@code milepost.service} has to say too: database, topic and ce_source
 */
public record Service(
        String name, List<Catalogue<?, ?, ?>> catalogues, List<Automation<?>> automations, List<Due<?>> dues) {

    public Service {
        catalogues = List.copyOf(catalogues);
        automations = List.copyOf(automations);
        dues = List.copyOf(dues);
    }

    public static Service of(String name) {
        return new Service(name, List.of(), List.of(), List.of());
    }

    /** Its aggregates, in the order in which documents show them; the record of its own conduct follows. */
    public Service decides(Catalogue<?, ?, ?>... aggregates) {
        return new Service(
                name,
                Stream.concat(Stream.of(aggregates), Stream.of(AUDIT_RECORD)).toList(),
                automations,
                dues);
    }

    public Service reacts(Automation<?>... rules) {
        return new Service(name, catalogues, List.of(rules), dues);
    }

    public Service waits(Due<?>... rules) {
        return new Service(name, catalogues, automations, List.of(rules));
    }
}
