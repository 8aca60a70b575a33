package io.milepost.reporting.read.mart.declare;

/** What people read, in both languages. */
public record Label(String en, String zh) {

    /** Of {@code "Open value|在手金额"}. */
    static Label of(String both) {
        int bar = both.indexOf('|');
        Label label = bar < 0
                ? new Label("", "")
                : new Label(
                        both.substring(0, bar).strip(), both.substring(bar + 1).strip());
        if (label.en.isEmpty() || label.zh.isEmpty() || label.zh.indexOf('|') >= 0) {
            throw new WrongDeclarationException("the label '%s' is not \"English|中文\"".formatted(both));
        }
        return label;
    }
}
