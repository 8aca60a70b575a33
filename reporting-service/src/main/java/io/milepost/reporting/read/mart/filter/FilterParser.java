package io.milepost.reporting.read.mart.filter;

import io.milepost.reporting.read.mart.filter.Filter.Form;
import io.milepost.reporting.read.mart.filter.Filter.Literal;
import io.milepost.reporting.read.mart.filter.Filter.Operator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a filter from left to right; {@code and} binds closer than {@code or}. */
final class FilterParser {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<text>'(?:[^']|'')*+')|(?<day>\\d{4}-\\d{2}-\\d{2})|(?<number>-?\\d{1,18}(?:\\.\\d{1,9})?)"
                    + "|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<sign>[(),]))");
    private static final String OPERATORS =
            Arrays.stream(Operator.values()).map(Operator::name).collect(Collectors.joining(", ")) + ", in";

    private final List<Token> tokens;
    private int at;
    private int terms;

    private record Token(String kind, String text, int place) {}

    FilterParser(String text) {
        if (text.length() > Filter.LONGEST) {
            throw new FilterException("it has more than %d characters".formatted(Filter.LONGEST));
        }
        this.tokens = tokens(text);
    }

    Filter filter() {
        var filter = or(1);
        if (at < tokens.size()) {
            throw expected("and, or, or the end");
        }
        return filter;
    }

    private Filter or(int depth) {
        var parts = new ArrayList<>(List.of(and(depth)));
        while (takes("or")) {
            parts.add(and(depth));
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.Or(parts);
    }

    private Filter and(int depth) {
        var parts = new ArrayList<>(List.of(term(depth)));
        while (takes("and")) {
            parts.add(term(depth));
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }

    private Filter term(int depth) {
        if (depth > Filter.DEEPEST) {
            throw new FilterException("it is more than %d deep".formatted(Filter.DEEPEST));
        }
        if (takes("not")) {
            return new Filter.Not(term(depth + 1));
        }
        if (takes("(")) {
            var inner = or(depth + 1);
            require(")");
            return inner;
        }
        if (++terms > Filter.MOST_TERMS) {
            throw new FilterException("it has more than %d conditions".formatted(Filter.MOST_TERMS));
        }
        return condition();
    }

    private Filter condition() {
        String column = word("a column");
        if ((column.equals("contains") || column.equals("startswith")) && takes("(")) {
            String of = word("a column");
            require(",");
            var value = literal();
            require(")");
            return new Filter.Compare(of, Operator.valueOf(column), text(value));
        }
        String name = word("an operator: " + OPERATORS);
        if (name.equals("in")) {
            return new Filter.In(column, values());
        }
        var operator = Arrays.stream(Operator.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FilterException("%s is no operator; there are %s".formatted(name, OPERATORS)));
        if (takes("null")) {
            return switch (operator) {
                case eq -> new Filter.IsNull(column);
                case ne -> new Filter.Not(new Filter.IsNull(column));
                default -> throw new FilterException("null is asked for with eq or ne");
            };
        }
        var value = literal();
        return new Filter.Compare(column, operator, operator.isOfText() ? text(value) : value);
    }

    private List<Literal> values() {
        require("(");
        var values = new ArrayList<>(List.of(literal()));
        while (takes(",")) {
            values.add(literal());
            if (values.size() > Filter.MOST_TERMS) {
                throw new FilterException("a list has at most %d values".formatted(Filter.MOST_TERMS));
            }
        }
        require(")");
        return values;
    }

    private Literal literal() {
        var token = next("a value: 'text', 12.5, 2017-12-31, true or false");
        return switch (token.kind()) {
            case "text" ->
                new Literal(
                        Form.TEXT,
                        token.text().substring(1, token.text().length() - 1).replace("''", "'"));
            case "number" -> new Literal(Form.NUMBER, token.text());
            case "day" -> day(token);
            case "word" -> {
                if (token.text().equals("true") || token.text().equals("false")) {
                    yield new Literal(Form.FLAG, token.text());
                }
                at--;
                throw expected("a value; texts stand in '..'");
            }
            default -> {
                at--;
                throw expected("a value");
            }
        };
    }

    private static Literal day(Token token) {
        try {
            return new Literal(Form.DAY, LocalDate.parse(token.text()).toString());
        } catch (DateTimeException e) {
            throw new FilterException("%s is no day".formatted(token.text()));
        }
    }

    private static Literal text(Literal value) {
        if (value.form() != Form.TEXT) {
            throw new FilterException("contains and startswith take a text in '..'");
        }
        return value;
    }

    private String word(String what) {
        var token = next(what);
        if (!token.kind().equals("word")) {
            at--;
            throw expected(what);
        }
        return token.text();
    }

    private Token next(String what) {
        if (at == tokens.size()) {
            throw expected(what);
        }
        return tokens.get(at++);
    }

    private boolean takes(String text) {
        if (at < tokens.size() && tokens.get(at).text().equals(text)) {
            at++;
            return true;
        }
        return false;
    }

    private void require(String text) {
        if (!takes(text)) {
            throw expected(text);
        }
    }

    private FilterException expected(String what) {
        return at < tokens.size()
                ? new FilterException("at character %d, instead of %s, there should be %s"
                        .formatted(tokens.get(at).place() + 1, tokens.get(at).text(), what))
                : new FilterException("it ends where there should be " + what);
    }

    private static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        Matcher matcher = TOKEN.matcher(text);
        int from = 0;
        while (!text.substring(from).isBlank()) {
            while (Character.isWhitespace(text.charAt(from))) {
                from++;
            }
            if (!matcher.region(from, text.length()).lookingAt()) {
                throw new FilterException(
                        "what stands at character %d is none of its words, values and signs".formatted(from + 1));
            }
            for (String kind : List.of("text", "day", "number", "word", "sign")) {
                if (matcher.group(kind) != null) {
                    tokens.add(new Token(kind, matcher.group(kind), matcher.start(kind)));
                }
            }
            from = matcher.end();
        }
        return tokens;
    }
}
