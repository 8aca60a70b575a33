package io.milepost.cli;

import io.milepost.cli.audit.AuditCommand;
import io.milepost.cli.demo.DemoCommand;
import io.milepost.cli.importing.ImportCommand;
import io.milepost.cli.mart.MartCommand;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code java -jar cli.jar SUB-COMMAND ...}; {@code ./milepost} calls it. */
public final class Main {

    private static final Map<String, SubCommand> SUB_COMMANDS = subCommands();

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(Arrays.asList(args), out, err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.isEmpty() || args.getFirst().matches("help|-h|--help")) {
            out.println(overview());
            return args.isEmpty() ? 1 : 0;
        }
        var name = args.getFirst();
        var subCommand = SUB_COMMANDS.get(name);
        if (subCommand == null) {
            err.println("milepost: no sub-command " + name + "\n" + overview());
            return 1;
        }
        var rest = args.subList(1, args.size());
        if (rest.contains("--help") || rest.contains("-h")) {
            out.println(subCommand.help());
            return 0;
        }
        try {
            return subCommand.run(Arguments.parse(rest, subCommand.options(), subCommand.flags()), out, err);
        } catch (Failure failure) {
            err.println("milepost " + name + ": " + failure.getMessage());
            return 1;
        }
    }

    private static String overview() {
        var text = new StringBuilder("Usage: milepost SUB-COMMAND ... (--help after it tells more)\n");
        SUB_COMMANDS.forEach((name, command) -> text.append(
                "  %-8s %s%n".formatted(name, command.help().lines().findFirst().orElse(""))));
        return text.toString().stripTrailing();
    }

    private static Map<String, SubCommand> subCommands() {
        var map = new LinkedHashMap<String, SubCommand>();
        map.put("import", new ImportCommand());
        map.put("demo", new DemoCommand());
        map.put("audit", new AuditCommand());
        map.put("mart", new MartCommand());
        map.put("token", new TokenCommand());
        map.put("bi-key", new BiKeyCommand());
        map.put("rates", new RatesCommand());
        return map;
    }
}
