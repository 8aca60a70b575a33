package io.milepost.platform;

import static io.milepost.platform.auditrecord.AuditRecordCatalogue.AUDIT_RECORD;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.projection.Figure;
import io.milepost.platform.seeding.Seed;
import io.milepost.platform.timer.Due;
import java.util.List;
import java.util.stream.Stream;

/**
 * One deciding service, the only bean that it declares: what it decides, what it does when others say something, what its entities
 * wait for, and of what it tells people.
 *
 * @param name the short one, {@code lead}, that {@code milepost.service} has to say too: database, topic and ce_source
 * @param seeds what is in its log before anybody asks for anything
 */
public record Service(
        String name,
        List<Catalogue<?, ?, ?>> catalogues,
        List<Automation<?>> automations,
        List<Due<?>> dues,
        List<Seed> seeds,
        List<NoticeRule<?>> notices,
        List<Figure> figures) {

    public Service {
        catalogues = List.copyOf(catalogues);
        automations = List.copyOf(automations);
        dues = List.copyOf(dues);
        seeds = List.copyOf(seeds);
        notices = List.copyOf(notices);
        figures = List.copyOf(figures);
    }

    public static Service of(String name) {
        return new Service(name, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Its aggregates, in the order in which documents show them; the record of its own conduct follows. */
    public Service decides(Catalogue<?, ?, ?>... aggregates) {
        return new Service(
                name,
                Stream.concat(Stream.of(aggregates), Stream.of(AUDIT_RECORD)).toList(),
                automations,
                dues,
                seeds,
                notices,
                figures);
    }

    public Service reacts(Automation<?>... rules) {
        return new Service(name, catalogues, List.of(rules), dues, seeds, notices, figures);
    }

    public Service waits(Due<?>... rules) {
        return new Service(name, catalogues, automations, List.of(rules), seeds, notices, figures);
    }

    /** More of them, each a command that the service sends itself when it starts; one that is done already changes nothing. */
    public Service seeds(List<Seed> more) {
        var all = Stream.concat(seeds.stream(), more.stream()).toList();
        return new Service(name, catalogues, automations, dues, all, notices, figures);
    }

    /** What is counted of its lists for those who look at metrics. */
    public Service counts(Figure... numbers) {
        return new Service(name, catalogues, automations, dues, seeds, notices, List.of(numbers));
    }

    public Service tells(NoticeRule<?>... rules) {
        return new Service(name, catalogues, automations, dues, seeds, List.of(rules), figures);
    }
}
