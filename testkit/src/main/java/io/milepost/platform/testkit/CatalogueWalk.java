package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.catalogue.EventRow;
import io.milepost.platform.documents.Fields;
import io.milepost.platform.personal.PersonalKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Walks a service's catalogues and names everything at once that is missing, doubled or misnamed in them. */
public final class CatalogueWalk {
    private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z0-9]+)*");
    private static final Set<String> IRREGULAR = Set.of(
            "won",
            "lost",
            "became",
            "begun",
            "sent",
            "paid",
            "met",
            "made",
            "held",
            "left",
            "found",
            "taken",
            "given",
            "chosen",
            "written",
            "withdrawn",
            "drawn",
            "done",
            "set",
            "split",
            "built",
            "bought",
            "sold",
            "overdue",
            "shown");

    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final RandomRecords records = new RandomRecords(Map.of());

    private CatalogueWalk() {}

    public static void check(List<? extends Catalogue<?, ?, ?>> catalogues) {
        var walk = new CatalogueWalk();
        catalogues.forEach(walk::walk);
        if (!walk.faults.isEmpty()) {
            throw new AssertionError("the catalogues are at fault:%n  %s"
                    .formatted(String.join(System.lineSeparator() + "  ", walk.faults)));
        }
    }

    private <S, C, E> void walk(Catalogue<S, C, E> catalogue) {
        var name = catalogue.aggregate();
        once("aggregate " + name);
        once("plural " + catalogue.plural());
        require(KEBAB.matcher(name).matches(), name + " is not a kebab-case noun");
        commands(catalogue);
        catalogue.events().forEach(row -> event(catalogue, row));
        refusals(catalogue);
        view(catalogue);
        declared(
                "command",
                catalogue.commands().stream().<Class<?>>map(row -> row.type()).toList());
        declared(
                "event",
                catalogue.events().stream().<Class<?>>map(row -> row.type()).toList());
    }

    private void commands(Catalogue<?, ?, ?> catalogue) {
        for (var row : catalogue.commands()) {
            once("command " + row.name());
            if (!row.verb().isEmpty() || !row.roles().isEmpty()) {
                // What an automation alone creates or notes has no path.
                once("path /" + catalogue.plural() + "/" + row.verb());
            }
            require(
                    (row.creates() || (row.noting() && row.roles().isEmpty()))
                            == row.verb().isEmpty(),
                    row.name() + " has a verb or creates, not both");
            require(
                    row.verb().isEmpty() || KEBAB.matcher(row.verb()).matches(),
                    row.name() + " has no kebab-case verb");
            require(
                    !row.backdating() || !row.roles().isEmpty(),
                    row.name() + " is an automation's and follows its cause");
            plain(row.type());
        }
    }

    private <E> void event(Catalogue<?, ?, E> catalogue, EventRow<E> row) {
        once("event " + row.wireType());
        require(row.version() >= 1, row.wireType() + " has no version from 1");
        plain(row.type());
        var prefix = catalogue.aggregate() + ".";
        require(row.name().startsWith(prefix), row.name() + " does not begin with " + prefix);
        var fact = row.name().substring(row.name().indexOf('.') + 1);
        require(KEBAB.matcher(fact).matches(), row.name() + " is not kebab case");
        require(Stream.of(fact.split("-")).anyMatch(CatalogueWalk::isPast), row.name() + " is not in the past tense");
        for (var field : row.personal()) {
            require(
                    Fields.of(row.type().asSubclass(Record.class)).stream()
                            .anyMatch(candidate -> candidate.name().equals(field)
                                    && candidate.shape().equals(new Fields.Shape.Value(Fields.Plain.TEXT))),
                    row.wireType() + " has no text field " + field + " to seal");
            require(
                    PersonalKind.of(field).isPresent(),
                    row.wireType() + " seals " + field + ", of which PersonalKind does not say who reads it");
        }
        answers(row);
    }

    /** What the log asks of a row is answered for any instance. */
    private <E> void answers(EventRow<E> row) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        var id = UUID.fromString("01900000-0000-7000-8000-000000000001");
        for (int i = 0; i < 20; i++) {
            E event = records.next(row.type(), random);
            require(row.tags().apply(event) != null, row.wireType() + " has no tags");
            require(row.root().apply(id, event) != null, row.wireType() + " has no root");
            require(row.person().apply(id, event) != null, row.wireType() + " has no person");
        }
    }

    private void refusals(Catalogue<?, ?, ?> catalogue) {
        require(
                !catalogue.refusals().isEmpty() || catalogue.commands().stream().allMatch(CommandRow::noting),
                catalogue.aggregate() + " never says no");
        for (var refusal : catalogue.refusals()) {
            once(catalogue.aggregate() + " refusal " + refusal.name());
            require(CODE.matcher(refusal.name()).matches(), refusal.name() + " is not an upper-case code");
            require(!refusal.reason().explanation().isBlank(), refusal.name() + " explains nothing");
        }
    }

    private void view(Catalogue<?, ?, ?> catalogue) {
        var type = catalogue.viewType();
        plain(type);
        require(
                Fields.of(type).stream().anyMatch(field -> field.name().equals("status") && !field.optional()),
                type.getSimpleName() + " has no status");
    }

    private void plain(Class<?> type) {
        try {
            Fields.of(type.asSubclass(Record.class));
        } catch (ClassCastException e) {
            faults.add(type.getSimpleName() + " is not a record");
        } catch (IllegalArgumentException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
    }

    /** All that the sealed types permit has a row: what has none would fail when it first happens. */
    private void declared(String kind, List<Class<?>> rows) {
        var sealed = new LinkedHashSet<Class<?>>();
        for (var row : rows) {
            Stream.of(row.getInterfaces()).filter(Class::isSealed).forEach(sealed::add);
        }
        require(rows.isEmpty() || !sealed.isEmpty(), "no " + kind + " is of a sealed type: " + rows);
        for (var type : sealed) {
            leaves(type)
                    .filter(leaf -> !rows.contains(leaf))
                    .forEach(leaf -> faults.add(kind + " " + leaf.getSimpleName() + " has no row"));
        }
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(CatalogueWalk::leaves)
                : Stream.of(type);
    }

    private static boolean isPast(String word) {
        return word.endsWith("ed") || IRREGULAR.contains(word);
    }

    private void once(String what) {
        require(seen.add(what), what + " is there twice");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds && !faults.contains(otherwise)) {
            faults.add(otherwise);
        }
    }
}
