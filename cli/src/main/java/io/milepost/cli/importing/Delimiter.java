package io.milepost.cli.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldModifier;
import io.milepost.cli.Failure;
import java.util.List;
import java.util.Map;

/** The character between the cells of a line. */
record Delimiter(char character) {

    static final Delimiter COMMA = new Delimiter(',');

    /** Those that have a word. */
    static final Map<String, Delimiter> WORDS = Map.of(
            "comma", COMMA,
            "semicolon", new Delimiter(';'),
            "tab", new Delimiter('\t'),
            "pipe", new Delimiter('|'));

    /** By its word or as the character itself; anything that names, days and numbers are made of cannot be one. */
    static Delimiter of(String option) {
        var named = WORDS.get(option);
        if (named != null) {
            return named;
        }
        if (option.length() != 1 || !separates(option.charAt(0))) {
            throw new Failure("--delimiter must be comma, semicolon, tab, pipe or one character that is no letter,"
                    + " digit, blank, quote, point, dash or underscore, not " + Shown.cell(option));
        }
        return new Delimiter(option.charAt(0));
    }

    private static boolean separates(char character) {
        return character == '\t'
                || (character > ' '
                        && character < 0x7f
                        && !Character.isLetterOrDigit(character)
                        && "\"'.-_+".indexOf(character) < 0);
    }

    /**
     * The cells of one line. A cell does not run over the end of its line unless a mapping says so: a quote that somebody forgot
     * would swallow the rows below it.
     */
    List<String> cells(String line) throws BadRow {
        var quotes = new StrayQuotes();
        try {
            var cells = CsvReader.builder()
                    .fieldSeparator(character)
                    .trimWhitespacesAroundQuotes(true)
                    .allowUnclosedQuote(false)
                    .ofSingleCsvRecord(CsvRecordHandler.of(handler -> handler.fieldModifier(quotes)), line)
                    .getFields();
            if (quotes.found) {
                throw new BadRow("a quote stands inside a cell that does not begin with one");
            }
            return cells;
        } catch (CsvParseException _) {
            throw new BadRow("a quote is opened in this line and not closed in it, or more follows behind its end");
        }
    }

    /** The first cell of a line, as far as it can be told when the line cannot be read. */
    String start(String line) {
        var end = line.indexOf(character);
        return (end < 0 ? line : line.substring(0, end)).replace("\"", "").strip();
    }

    /** Looks for what the end of a cell looks like whose beginning got lost in a line above. */
    private static final class StrayQuotes implements FieldModifier {
        private boolean found;

        @Override
        public String modify(long line, int index, boolean quoted, String cell) {
            found |= !quoted && cell.indexOf('"') >= 0;
            return cell;
        }
    }
}
