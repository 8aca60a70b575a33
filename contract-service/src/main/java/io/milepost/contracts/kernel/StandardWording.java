package io.milepost.contracts.kernel;

import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of a clause template, as a contract keeps it that is drafted from it.
 *
 * @param template name of the template
 */
public record StandardWording(String template, int version, List<StandardClause> clauses) {
    private static final String BLANKS = "[\\s\\p{Z}]+";

    public StandardWording {
        clauses = List.copyOf(clauses);
    }

    public Optional<StandardClause> clause(String code) {
        return clauses.stream()
                .filter(clause -> Codes.same(clause.code(), code))
                .findFirst();
    }

    /** The clauses that a contract begins with: those of the template, each in the words of the author where there are some. */
    public List<ClauseRead> with(List<ClauseRead> written) {
        var own = clauses.stream()
                .map(clause -> written.stream()
                        .filter(other -> Codes.same(other.code(), clause.code()))
                        .findFirst()
                        .orElse(new ClauseRead(clause.code(), null, clause.text(), clause.title())));
        var added = written.stream().filter(clause -> clause(clause.code()).isEmpty());
        return Stream.concat(own, added).toList();
    }

    /** Whether a clause is worded as the template words it, however it is spaced; without a template none is. */
    public static Clause.Kind kindOf(@Nullable StandardWording wording, String code, String text) {
        return wording != null
                        && wording.clause(code)
                                .filter(clause -> spaced(clause.text()).equals(spaced(text)))
                                .isPresent()
                ? Clause.Kind.STANDARD
                : Clause.Kind.SPECIAL;
    }

    private static String spaced(String text) {
        return text.replaceAll(BLANKS, " ").strip();
    }
}
