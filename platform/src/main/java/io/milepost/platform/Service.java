package io.milepost.platform;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.timer.Due;
import java.util.List;

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

    /** Its aggregates, in the order in which documents show them. */
    public Service decides(Catalogue<?, ?, ?>... aggregates) {
        return new Service(name, List.of(aggregates), automations, dues);
    }

    public Service reacts(Automation<?>... rules) {
        return new Service(name, catalogues, List.of(rules), dues);
    }

    public Service waits(Due<?>... rules) {
        return new Service(name, catalogues, automations, List.of(rules));
    }
}
