package io.milepost.opportunities.configuration;

import static io.milepost.opportunities.configuration.Configuration.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.kernel.IssuedBill;
import io.milepost.opportunities.kernel.IssuedBill.BillPosition;
import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a deal comes to in pieces: the sales bill of materials, the bill of quantities, or the demand that it is expected to make on
 * supply.
 *
 * @param versions as they were written, in their order; the latest may not be issued yet
 * @param issued the last one that was
 */
public record Configuration(
        ConfigurationDrafted drafted,
        List<ConfigurationRevised> versions,
        @Nullable ConfigurationIssued issued) {
    static final Decider<Configuration, Command, Event> DECIDER =
            new Decider<>(Configuration::decide, Configuration::begin, Configuration::evolve);

    /** How many versions one of them keeps. */
    static final int MOST_VERSIONS = 500;

    private static final BigDecimal MOST = new BigDecimal("1000000000");

    /**
     * Writes the first version.
     *
     * @param owner code of the member who answers for it
     * @param solutionId the solution that it spells out; a demand forecast may have none
     */
    public record DraftConfiguration(
            UUID opportunityId,
            String owner,
            ConfigurationKind kind,
            @Nullable UUID solutionId,
            List<Position> positions) {
        public DraftConfiguration {
            positions = List.copyOf(positions);
        }
    }

    public sealed interface Command {}

    /** Writes the next version, or anew one that is not issued. */
    public record ReviseConfiguration(List<Position> positions) implements Command {
        public ReviseConfiguration {
            positions = List.copyOf(positions);
        }
    }

    /** Gives it to those who quote, buy or make by it; bills are issued for a solution that the customer has confirmed. */
    public record IssueConfiguration() implements Command {}

    /** Every event names the opportunity, whose messages keep one order. */
    public sealed interface Event {
        UUID opportunityId();
    }

    public record ConfigurationDrafted(
            UUID opportunityId,
            String owner,
            ConfigurationKind kind,
            @Nullable UUID solutionId,
            List<Position> positions)
            implements Event {
        public ConfigurationDrafted {
            positions = List.copyOf(positions);
        }
    }

    /** {@code version} is 1 as drafted; one that is not issued is replaced under its number. */
    public record ConfigurationRevised(UUID opportunityId, int version, List<Position> positions) implements Event {
        public ConfigurationRevised {
            positions = List.copyOf(positions);
        }
    }

    /** {@code solutionVersion} is the one that the customer had confirmed. */
    public record ConfigurationIssued(
            UUID opportunityId,
            ConfigurationKind kind,
            int version,
            @Nullable Integer solutionVersion,
            LocalDate on) implements Event {}

    public enum No implements Refusal {
        POSITIONS_MISSING(rule("it needs at least one position")),
        POSITION_REPEATED(rule("a number can stand for only one position")),
        QUANTITY_OUT_OF_RANGE(rule("a quantity is above zero and at most 1000000000")),
        NEEDED_ON_MISSING(rule("every position of a demand forecast says by when it is needed")),
        SOLUTION_MISSING(state("a bill spells out a solution of the same opportunity")),
        SOLUTION_NOT_CONFIRMED(state("the customer must confirm the solution before its bill is issued")),
        CONFIGURATION_FULL(state("it holds as many versions as it can"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    public enum ConfigurationKind {
        SALES_BILL_OF_MATERIALS,
        BILL_OF_QUANTITIES,
        DEMAND_FORECAST
    }

    /**
     * One position.
     *
     * @param number names it in the bill, {@code 1.2}
     * @param unit of the quantity, {@code piece} or {@code m2}
     * @param neededOn by when supply has to have it
     */
    public record Position(
            String number,
            String product,
            @Nullable @Limit(Limit.NOTE) String description,
            BigDecimal quantity,
            String unit,
            @Nullable LocalDate neededOn) {}

    /** What has to be known of the solution that is spelled out. */
    record SpelledOut(UUID opportunityId, boolean confirmed, int version) {}

    public Configuration {
        versions = List.copyOf(versions);
    }

    static Decision<Event> draft(DraftConfiguration draft, Occasion occasion) {
        boolean ofDeal = occasion.read(SpelledOut.class)
                .filter(solution -> solution.opportunityId().equals(draft.opportunityId()))
                .isPresent();
        boolean fits = draft.solutionId() == null ? draft.kind() == ConfigurationKind.DEMAND_FORECAST : ofDeal;
        return checkPositions(draft.kind(), draft.positions(), occasion.today())
                .owner("/owner", draft.owner())
                .that(fits, "/solutionId", SOLUTION_MISSING)
                .then(() -> PursuedDeal.closed(occasion)
                        .<Decision<Event>>map(no -> refusedAt("/opportunityId", no))
                        .orElseGet(() -> accepted(new ConfigurationDrafted(
                                draft.opportunityId(),
                                draft.owner(),
                                draft.kind(),
                                draft.solutionId(),
                                draft.positions()))));
    }

    static Decision<Event> decide(Configuration configuration, Command command, Occasion occasion) {
        return switch (command) {
            case ReviseConfiguration(var positions) -> configuration.revise(positions, occasion);
            case IssueConfiguration _ -> configuration.issue(occasion);
        };
    }

    static Configuration begin(Event first) {
        var drafted = (ConfigurationDrafted) first;
        return new Configuration(
                drafted, List.of(new ConfigurationRevised(drafted.opportunityId(), 1, drafted.positions())), null);
    }

    static Configuration evolve(Configuration configuration, Event event) {
        return switch (event) {
            case ConfigurationDrafted _ -> configuration;
            case ConfigurationRevised revised -> {
                var others = configuration.versions.stream().filter(version -> version.version() != revised.version());
                yield new Configuration(
                        configuration.drafted,
                        Stream.concat(others, Stream.of(revised)).toList(),
                        configuration.issued);
            }
            case ConfigurationIssued now -> new Configuration(configuration.drafted, configuration.versions, now);
        };
    }

    /** What offers of its positions have to know; a forecast is none of the bills. */
    public IssuedBill bill() {
        int version = issued == null || drafted.kind() == ConfigurationKind.DEMAND_FORECAST ? 0 : issued.version();
        return new IssuedBill(
                drafted.opportunityId(),
                drafted.solutionId(),
                issued == null ? null : issued.solutionVersion(),
                version,
                versions.stream()
                        .filter(revised -> revised.version() == version)
                        .flatMap(revised -> revised.positions().stream())
                        .map(position -> new BillPosition(position.number(), position.product()))
                        .toList());
    }

    ConfigurationRevised latest() {
        return versions.getLast();
    }

    boolean isIssued() {
        return issued != null && issued.version() == latest().version();
    }

    private Decision<Event> revise(List<Position> positions, Occasion occasion) {
        if (positions.equals(latest().positions())) {
            return unchanged();
        }
        int number = latest().version() + (isIssued() ? 1 : 0);
        return checkPositions(drafted.kind(), positions, occasion.today())
                .that(number <= MOST_VERSIONS, CONFIGURATION_FULL)
                .then(() -> PursuedDeal.closed(occasion)
                        .<Decision<Event>>map(no -> refused(no))
                        .orElseGet(
                                () -> accepted(new ConfigurationRevised(drafted.opportunityId(), number, positions))));
    }

    private Decision<Event> issue(Occasion occasion) {
        if (isIssued()) {
            return unchanged();
        }
        var solution = drafted.solutionId() == null
                ? Optional.<SpelledOut>empty()
                : occasion.read(SpelledOut.class).filter(SpelledOut::confirmed);
        return check().that(
                        drafted.kind() == ConfigurationKind.DEMAND_FORECAST || solution.isPresent(),
                        SOLUTION_NOT_CONFIRMED)
                .then(() -> PursuedDeal.closed(occasion)
                        .<Decision<Event>>map(no -> refused(no))
                        .orElseGet(() -> accepted(new ConfigurationIssued(
                                drafted.opportunityId(),
                                drafted.kind(),
                                latest().version(),
                                solution.map(SpelledOut::version).orElse(null),
                                occasion.today()))));
    }

    private static Checks checkPositions(ConfigurationKind kind, List<Position> positions, LocalDate today) {
        var checks = check().that(!positions.isEmpty(), "/positions", POSITIONS_MISSING);
        var numbers = new HashSet<String>();
        for (int i = 0; i < positions.size(); i++) {
            var position = positions.get(i);
            var pointer = "/positions/" + i;
            checks = checks.text(pointer + "/number", position.number())
                    .text(pointer + "/product", position.product())
                    .text(pointer + "/unit", position.unit())
                    .that(numbers.add(Codes.canonical(position.number())), pointer + "/number", POSITION_REPEATED)
                    .that(
                            position.quantity().signum() > 0
                                    && position.quantity().compareTo(MOST) <= 0,
                            pointer + "/quantity",
                            QUANTITY_OUT_OF_RANGE)
                    .that(
                            kind != ConfigurationKind.DEMAND_FORECAST || position.neededOn() != null,
                            pointer + "/neededOn",
                            NEEDED_ON_MISSING)
                    .within(FAR, pointer + "/neededOn", position.neededOn(), today);
        }
        return checks;
    }
}
