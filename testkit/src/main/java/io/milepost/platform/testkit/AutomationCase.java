package io.milepost.platform.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of one automation, a line of {@link AutomationLaw}'s table; a line that begins with a blank continues the one before.
 *
 * @param fact what the fact says otherwise than its sample, as JSON
 * @param given what has happened before to its target, or to what its target looks at
 * @param late the same where it is too late; null where nothing is ever too late for its target
 * @param lateAnswer what then follows
 * @param refused what else has happened where a refusal is met, by its code; also where another fact brought it there
 * @param ordered whether its fact has the key of what has happened before, and so never comes earlier
 * @param timers what follows where a date of this kind was earlier, by the kind of each date that it makes idle
 */
record AutomationCase(
        String name,
        String fact,
        List<String> given,
        @Nullable List<String> late,
        Answer lateAnswer,
        Map<String, List<String>> refused,
        boolean ordered,
        Map<String, Answer> timers) {

    /** What follows from a fact: its effect, nothing, or that it is parked for this cause. */
    sealed interface Answer {
        record Effect() implements Answer {}

        record Settled() implements Answer {}

        record Parked(String cause) implements Answer {}
    }

    static Map<String, AutomationCase> table(String text) {
        var cases = new LinkedHashMap<String, AutomationCase>();
        for (var line : text.strip().replaceAll("\\n\\s+", " ").lines().toList()) {
            var declared = of(new ArrayDeque<>(List.of(line.strip().split("\\s+"))));
            if (cases.put(declared.name(), declared) != null) {
                throw new AssertionError(declared.name() + " is declared twice");
            }
        }
        return cases;
    }

    private static AutomationCase of(Deque<String> words) {
        var name = words.pop();
        var fact = "{}";
        var given = List.<String>of();
        @Nullable List<String> late = null;
        Answer lateAnswer = new Answer.Settled();
        var refused = new HashMap<String, List<String>>();
        boolean ordered = false;
        var timers = new HashMap<String, Answer>();
        while (!words.isEmpty()) {
            var word = words.pop();
            switch (word) {
                case "fact" -> fact = words.pop();
                case "given" -> given = events(words);
                case "late" -> {
                    late = events(words);
                    lateAnswer = answer(words, lateAnswer);
                }
                case "refused" -> refused.put(words.pop(), events(words));
                case "ordered" -> ordered = true;
                case "timer" -> timers.put(words.pop(), answer(words, new Answer.Effect()));
                default -> throw new AssertionError("%s: what is %s?".formatted(name, word));
            }
        }
        return new AutomationCase(name, fact, given, late, lateAnswer, refused, ordered, timers);
    }

    private static List<String> events(Deque<String> words) {
        var events = new ArrayList<String>();
        while (!words.isEmpty() && words.peek().contains(".")) {
            events.add(words.pop());
        }
        return List.copyOf(events);
    }

    private static Answer answer(Deque<String> words, Answer otherwise) {
        return switch (words.peek()) {
            case "follows" -> {
                words.pop();
                yield new Answer.Effect();
            }
            case "settles" -> {
                words.pop();
                yield new Answer.Settled();
            }
            case "parks" -> {
                words.pop();
                yield new Answer.Parked(words.pop());
            }
            case null, default -> otherwise;
        };
    }
}
