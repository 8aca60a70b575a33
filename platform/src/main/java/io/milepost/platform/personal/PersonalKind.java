package io.milepost.platform.personal;

import static io.milepost.platform.catalogue.Role.*;

import io.milepost.platform.catalogue.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * What is sealed of persons, by how near it comes to them: the one table of who reads it in clear. The owner of an entity reads all that
 * it says of persons, whatever the role; everybody else the kinds that one of the own roles is named for.
 */
public enum PersonalKind {
    NAME(
            "who it is",
            Set.of(
                    "acceptor",
                    "agreedWith",
                    "buyer",
                    "by",
                    "coBuyers",
                    "contactName",
                    "customers",
                    "explainedTo",
                    "name",
                    "payer",
                    "position",
                    "receiver",
                    "recipient",
                    "reportedBy",
                    "signatory",
                    "to",
                    "visitorName"),
            Set.of(
                    SALES_REP,
                    SALES_MANAGER,
                    SPONSOR,
                    LEGAL,
                    FINANCE,
                    ENGINEERING,
                    DELIVERY_MANAGER,
                    QA,
                    PRIVACY_OFFICER)),
    REACH(
            "how one is reached",
            Set.of("address", "email", "phone"),
            Set.of(SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, PRIVACY_OFFICER)),
    IDENTITY(
            "numbers of papers",
            Set.of("identityNumber", "idNumber"),
            Set.of(SALES_MANAGER, LEGAL, FINANCE, PRIVACY_OFFICER)),
    WORDS(
            "what one needs, says and is said to be",
            Set.of(
                    "answers",
                    "basis",
                    "conclusion",
                    "expectations",
                    "feedback",
                    "finding",
                    "interest",
                    "message",
                    "need",
                    "needs",
                    "nextStep",
                    "note",
                    "outcome",
                    "preferences",
                    "reason",
                    "report"),
            Set.of(SALES_REP, SALES_MANAGER, SPONSOR, LEGAL, ENGINEERING, DELIVERY_MANAGER, QA, PRIVACY_OFFICER));

    private final String meaning;
    private final Set<String> fields;
    private final Set<Role> readers;

    PersonalKind(String meaning, Set<String> fields, Set<Role> readers) {
        this.meaning = meaning;
        this.fields = Set.copyOf(fields);
        this.readers = Set.copyOf(readers);
    }

    public String meaning() {
        return meaning;
    }

    /** Names of the sealed fields. */
    public Set<String> fields() {
        return fields;
    }

    /** Roles that read it in clear, whoever owns the entity. */
    public Set<Role> readers() {
        return readers;
    }

    /** Of a field that is sealed as personal; empty for one that nobody has put into the table. */
    public static Optional<PersonalKind> of(String field) {
        return Arrays.stream(values())
                .filter(kind -> kind.fields.contains(field))
                .findFirst();
    }

    /** Of a field from elsewhere, which may not be in the table: then it is what the fewest may read. */
    public static PersonalKind nearest(String field) {
        return of(field).orElse(IDENTITY);
    }

    /**
     * Whether a reader with these roles is shown it unmasked.
     *
     * @param owns whether it is about an entity of the reader's own
     */
    public boolean isClearTo(Collection<Role> roles, boolean owns) {
        return owns || !Collections.disjoint(readers, roles);
    }
}
