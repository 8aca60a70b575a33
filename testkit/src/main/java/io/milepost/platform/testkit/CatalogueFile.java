package io.milepost.platform.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** docs/catalogue.md: one section per service between markers, in the order of their names, each written by its own service's test. */
final class CatalogueFile {
    private static final String TITLE = """
            # Catalogue

            Every command, event and refusal of the suite. Generated from the catalogues; the tests keep it true.
            """;
    private static final Pattern SECTION =
            Pattern.compile("<!-- begin (\\S+) -->\n(.*?)<!-- end \\1 -->\n", Pattern.DOTALL);

    private final Path file;
    private final boolean approve;

    CatalogueFile(Path file, boolean approve) {
        this.file = file;
        this.approve = approve;
    }

    void verify(String service, String section) {
        var sections = new TreeMap<String, String>();
        if (Files.exists(file)) {
            var matcher = SECTION.matcher(ContractFiles.read(file));
            while (matcher.find()) {
                sections.put(matcher.group(1), matcher.group(2));
            }
        }
        var approved = sections.getOrDefault(service, "");
        if (approved.equals(section)) {
            return;
        }
        if (!approve) {
            throw new AssertionError("%s, section %s: %s%n%s"
                    .formatted(file, service, ContractFiles.difference(approved, section), ContractFiles.HOW));
        }
        sections.put(service, section);
        var text = new StringBuilder(TITLE);
        sections.forEach((name, content) ->
                text.append("\n<!-- begin %s -->\n%s<!-- end %s -->\n".formatted(name, content, name)));
        ContractFiles.write(file, text.toString());
    }
}
