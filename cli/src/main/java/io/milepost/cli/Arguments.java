package io.milepost.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stood behind a sub-command: words, {@code --option value} (or {@code --option=value}) and {@code --flag}. */
public record Arguments(List<String> words, Map<String, String> options, Set<String> flags) {

    public Arguments {
        words = List.copyOf(words);
        options = Map.copyOf(options);
        flags = Set.copyOf(flags);
    }

    public static Arguments parse(List<String> args, Set<String> options, Set<String> flags) {
        var words = new ArrayList<String>();
        var given = new LinkedHashMap<String, String>();
        var raised = new LinkedHashSet<String>();
        for (var at = args.iterator(); at.hasNext(); ) {
            var arg = at.next();
            if (!arg.startsWith("--")) {
                words.add(arg);
                continue;
            }
            var equals = arg.indexOf('=');
            var name = arg.substring(2, equals < 0 ? arg.length() : equals);
            if (options.contains(name)) {
                if (equals < 0 && !at.hasNext()) {
                    throw new Failure("--" + name + " needs a value");
                }
                given.put(name, equals < 0 ? at.next() : arg.substring(equals + 1));
            } else if (flags.contains(name) && equals < 0) {
                raised.add(name);
            } else {
                throw new Failure("unknown option " + arg);
            }
        }
        return new Arguments(words, given, raised);
    }

    /** The only word there may be. */
    public String onlyWord(String meaning) {
        if (words.size() != 1) {
            throw new Failure("expected one " + meaning + ", found " + words.size());
        }
        return words.getFirst();
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    public boolean flag(String name) {
        return flags.contains(name);
    }

    /** A service's base address, without a slash at its end. */
    public URI address(String name, String otherwise) {
        var text = option(name).orElse(otherwise).replaceAll("/+$", "");
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            throw new Failure("--" + name + " must be an http or https address, not " + text);
        }
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new Failure("--" + name + " is not an address: " + text, e);
        }
    }

    public int number(String name, int otherwise, int atLeast, int atMost) {
        var text = option(name).orElse(Integer.toString(otherwise));
        try {
            var number = Integer.parseInt(text);
            if (number >= atLeast && number <= atMost) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Failure("--" + name + " must be a number, not " + text, e);
        }
        throw new Failure("--%s must be from %d to %d".formatted(name, atLeast, atMost));
    }
}
