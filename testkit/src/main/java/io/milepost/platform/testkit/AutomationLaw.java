package io.milepost.platform.testkit;

import io.milepost.platform.Service;
import io.milepost.platform.inbox.Automation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What holds of every automation that a service declares, tried in memory with the approved samples of its fact:
 * <ol>
 *   <li>happy: the fact has its effect on each target that it names;
 *   <li>duplicate: told again, it has no more;
 *   <li>late: at the end of its target it is settled without effect, or what the table says instead;
 *   <li>reordered: told before what its target has to know, it leaves nothing half done, and told again afterwards it ends the same;
 *       beside every other fact from elsewhere that its target follows, it ends the same in either order;
 *   <li>target refuses: each refusal that settles it is met and settles it, every other one that is met parks it, and neither leaves more
 *       than is on record;
 *   <li>target faults: before or after what it did, at each target, it is told again and has its effect once;
 *   <li>timer after success: a date that its effect made idle has no effect;
 *   <li>success after timer: after that date it ends as the table says.
 * </ol>
 * Which dates an automation makes idle is found and has to be declared, so that one without a timer says so by its line. The table has
 * one line for each, {@link AutomationCase}; one without is a fault, and so is a line without an automation.
 */
public final class AutomationLaw {
    /** When facts are told: on the day on which the samples happen. */
    static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    private final Service service;
    private final SampleEvents samples;
    private final Map<String, AutomationCase> cases;
    private final List<String> faults = new ArrayList<>();

    private AutomationLaw(Service service, Map<String, AutomationCase> cases) {
        this.service = service;
        this.samples = new SampleEvents(service.name(), service.catalogues());
        this.cases = cases;
    }

    /** Tries all automations of the service by this table. */
    public static void check(Service service, String table) {
        var law = new AutomationLaw(service, AutomationCase.table(table));
        law.check();
        if (!law.faults.isEmpty()) {
            throw new AssertionError("the automations are at fault:%n  %s"
                    .formatted(String.join(System.lineSeparator() + "  ", law.faults)));
        }
    }

    private void check() {
        var known = service.automations().stream().map(Automation::name).toList();
        cases.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add("no automation is named " + name));
        var trials = new ArrayList<AutomationTrial>();
        for (var automation : service.automations()) {
            var declared = cases.get(automation.name());
            if (declared == null) {
                faults.add(automation.name() + " has no line in the table");
            } else {
                hold(
                        automation.name(),
                        "fact",
                        () -> trials.add(new AutomationTrial(
                                automation,
                                declared,
                                AutomationStage.of(service, samples, automation, declared.fact()),
                                service.dues())));
            }
        }
        for (var trial : trials) {
            trial.all().forEach((what, one) -> hold(trial.name(), what, one));
            trials.stream()
                    .filter(trial::isBeside)
                    .forEach(other ->
                            hold(trial.name(), "reordered with " + other.name(), () -> trial.endsTheSameBeside(other)));
        }
    }

    private void hold(String automation, String what, Runnable trial) {
        try {
            trial.run();
        } catch (AssertionError | RuntimeException fault) {
            faults.add("%s, %s: %s".formatted(automation, what, fault.getMessage()));
        }
    }
}
