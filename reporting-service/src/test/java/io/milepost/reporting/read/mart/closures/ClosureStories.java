package io.milepost.reporting.read.mart.closures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Lives of closures as their services let them be. */
final class ClosureStories {
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 20);
    private static final List<String> OWNERS = List.of("smith", "j.jones", "o/brien", "nobody");
    private static final List<String> STANDARD = List.of("SETTLEMENT", "FULL_COLLECTION", "ARCHIVE");
    private static final List<String> STRATEGIC = List.of("HANDOVER", "SUMMARY_REPORT", "LESSONS");
    private static final List<String> SALES = List.of("PROJECT_REVIEW", "SUMMARY_REPORT", "LESSONS");

    /** The events by which people do something, and what, by hand. */
    static final Map<String, String> TASKS = Map.of(
            "closure.summary-report-submitted.v1", "SUMMARY_REPORT",
            "closure.lesson-recorded.v1", "LESSONS",
            "sales-closure.project-review-held.v1", "PROJECT_REVIEW",
            "sales-closure.summary-report-submitted.v1", "SUMMARY_REPORT",
            "sales-closure.lesson-recorded.v1", "LESSONS",
            "sales-closure.archive-done.v1", "ARCHIVE");

    private final Histories histories;
    private final Random random;

    ClosureStories(Histories histories, Random random) {
        this.histories = histories;
        this.random = random;
    }

    void tell(UUID closure) {
        if (random.nextInt(3) == 0) {
            salesStory(closure);
        } else {
            contractStory(closure);
        }
    }

    /** Some way through a contract's closure: its handover names the owner before or after, and it may become strategic. */
    private void contractStory(UUID closure) {
        LocalDate day = FIRST.plusDays(random.nextInt(60));
        String owner = "\"owner\":\"%s\"".formatted(OWNERS.get(random.nextInt(OWNERS.size())));
        boolean handedOverFirst = random.nextBoolean();
        if (handedOverFirst) {
            // Said days later than the closure, and so the closure counts from then.
            histories.say(closure, "handover.initiated.v1", day.plusDays(random.nextInt(3)), owner);
        }
        histories.say(closure, "closure.opened.v1", day, "\"kind\":\"DELIVERY_PROJECT\",\"items\":" + list(STANDARD));
        if (!handedOverFirst && random.nextInt(5) > 0) {
            day = day.plusDays(random.nextInt(4));
            histories.say(closure, "handover.initiated.v1", day, owner);
        }
        Set<String> open = new LinkedHashSet<>(STANDARD);
        Set<String> done = new HashSet<>();
        boolean strategic = false;
        for (int thing = random.nextInt(20); thing > 0; thing--) {
            day = day.plusDays(random.nextInt(6));
            switch (random.nextInt(8)) {
                case 0 -> {
                    if (!strategic) {
                        strategic = true;
                        histories.say(closure, "closure.items-added.v1", day, "\"items\":" + list(STRATEGIC));
                        STRATEGIC.stream().filter(item -> !done.contains(item)).forEach(open::add);
                    }
                }
                case 1 -> {
                    if (!strategic && done.add("HANDOVER")) {
                        histories.say(closure, "closure.item-done.v1", day, item("HANDOVER"));
                    }
                }
                case 2 -> {
                    if (open.remove("FULL_COLLECTION")) {
                        histories.say(closure, "closure.item-waived.v1", day, item("FULL_COLLECTION"));
                    }
                }
                case 3 -> {
                    if (done.remove("FULL_COLLECTION")) {
                        histories.say(closure, "closure.item-reopened.v1", day, item("FULL_COLLECTION"));
                        open.add("FULL_COLLECTION");
                    }
                }
                case 4 -> {
                    if (!open.isEmpty()) {
                        histories.say(closure, "closure.blocked.v1", day, "\"open\":" + list(open));
                    }
                }
                default -> doOne(closure, day, open, done);
            }
        }
        if (open.isEmpty() && random.nextInt(4) > 0) {
            close("closure", closure, day.plusDays(random.nextInt(10)));
            histories.mention(closure, "closure.item-reopened-after-close.v1", day.plusDays(20));
        }
    }

    private void doOne(UUID closure, LocalDate day, Set<String> open, Set<String> done) {
        if (open.isEmpty()) {
            return;
        }
        String item = new ArrayList<>(open).get(random.nextInt(open.size()));
        open.remove(item);
        done.add(item);
        String task = TASKS.keySet().stream()
                .filter(type -> type.startsWith("closure.") && item.equals(TASKS.get(type)))
                .findFirst()
                .orElse("closure.item-done.v1");
        histories.say(closure, task, day, task.equals("closure.item-done.v1") ? item(item) : "\"text\":\"t\"");
    }

    /** Some way through the closure of a sales project, which has no handover and so nobody's name. */
    private void salesStory(UUID closure) {
        LocalDate day = FIRST.plusDays(random.nextInt(60));
        histories.say(closure, "sales-closure.opened.v1", day, "\"outcome\":\"LOST\",\"items\":" + list(SALES));
        List<String> open = new ArrayList<>(SALES);
        for (int thing = random.nextInt(8); thing > 0 && !open.isEmpty(); thing--) {
            day = day.plusDays(random.nextInt(6));
            switch (random.nextInt(4)) {
                case 0 -> histories.say(closure, "sales-closure.blocked.v1", day, "\"open\":" + list(open));
                case 1 -> {
                    if (open.remove("SUMMARY_REPORT")) {
                        histories.say(closure, "sales-closure.item-waived.v1", day, item("SUMMARY_REPORT"));
                    }
                }
                default -> {
                    String item = open.removeFirst();
                    String task = TASKS.keySet().stream()
                            .filter(type -> type.startsWith("sales-closure.") && item.equals(TASKS.get(type)))
                            .findFirst()
                            .orElseThrow();
                    histories.say(closure, task, day, "\"text\":\"t\"");
                }
            }
        }
        if (open.isEmpty()) {
            day = day.plusDays(random.nextInt(10));
            close("sales-closure", closure, day);
        }
        if (random.nextInt(3) == 0) {
            if (random.nextBoolean()) {
                histories.say(closure, "sales-closure.archive-done.v1", day, "\"opportunityId\":\"x\"");
            }
            day = day.plusDays(random.nextInt(20));
            histories.say(closure, "sales-closure.called-off.v1", day, "\"on\":\"%s\"".formatted(day));
            if (random.nextBoolean()) {
                var items = new ArrayList<>(SALES);
                items.add("ARCHIVE");
                histories.say(
                        closure,
                        "sales-closure.opened.v1",
                        day.plusDays(random.nextInt(9)),
                        "\"outcome\":\"WITHDRAWN\",\"items\":" + list(items));
            }
        }
    }

    private void close(String kind, UUID closure, LocalDate day) {
        LocalDate stated = random.nextBoolean() ? day : null;
        histories.say(
                closure,
                kind + ".project-closed.v1",
                day,
                stated == null ? "\"outcome\":\"LOST\"" : "\"closedOn\":\"%s\"".formatted(stated));
    }

    private static String item(String name) {
        return "\"item\":\"%s\",\"reason\":\"small\"".formatted(name);
    }

    private static String list(Iterable<String> names) {
        return "[\"%s\"]".formatted(String.join("\",\"", names));
    }
}
