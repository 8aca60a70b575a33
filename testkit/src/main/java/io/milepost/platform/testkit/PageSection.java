package io.milepost.platform.testkit;

/** A part of a page under docs/ that is generated, between two markers, and true as long as its test passes. */
public final class PageSection {
    private final String page;
    private final String name;

    public PageSection(String page, String name) {
        this.page = page;
        this.name = name;
    }

    /** Fails where the page says something else, or writes it where that is asked for. */
    public void verify(String generated) {
        var file = ContractFiles.directory("docs.dir").resolve(page);
        var text = ContractFiles.read(file);
        var begin = "<!-- begin %s -->\n".formatted(name);
        var end = "<!-- end %s -->\n".formatted(name);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        if (from < begin.length() || to < from) {
            throw new AssertionError("docs/%s has no part %s".formatted(page, name));
        }
        var approved = text.substring(from, to);
        if (approved.equals(generated)) {
            return;
        }
        if (!Boolean.getBoolean("contracts.approve")) {
            throw new AssertionError("docs/%s, part %s: %s%n%s"
                    .formatted(page, name, ContractFiles.difference(approved, generated), ContractFiles.HOW));
        }
        ContractFiles.write(file, text.substring(0, from) + generated + text.substring(to));
    }
}
