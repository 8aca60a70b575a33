package io.milepost.opportunities.solutionpackage;

import static io.milepost.opportunities.solutionpackage.SolutionPackage.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the company sells as one solution, version by version, with which solutions for a deal stay in line.
 *
 * @param version number of the one in force, from 1
 * @param retirement why nothing new is built on it; null as long as it is in force
 */
public record SolutionPackage(
        PackagePublished current, int version, @Nullable String retirement) {
    static final Decider<SolutionPackage, Command, Event> DECIDER =
            new Decider<>(SolutionPackage::decide, SolutionPackage::begin, SolutionPackage::evolve);

    /**
     * Publishes a package.
     *
     * @param strategy for whom it is, and what it is to achieve for the company
     * @param products that it may be made of, by their codes
     */
    public record PublishPackage(
            String name, @Limit(Limit.NOTE) String strategy, List<String> products) {
        public PublishPackage {
            products = List.copyOf(products);
        }
    }

    /** What may be asked of a published package. */
    public sealed interface Command {}

    /** The next version; solutions that cite the one before keep it. */
    public record RevisePackage(
            String name, @Limit(Limit.NOTE) String strategy, List<String> products) implements Command {
        public RevisePackage {
            products = List.copyOf(products);
        }
    }

    /** Nothing new is built on it from now on. */
    public record RetirePackage(@Limit(Limit.NOTE) String reason) implements Command {}

    public sealed interface Event {}

    public record PackagePublished(String name, String strategy, List<String> products) implements Event {
        public PackagePublished {
            products = List.copyOf(products);
        }
    }

    public record PackageRevised(int version, String name, String strategy, List<String> products) implements Event {
        public PackageRevised {
            products = List.copyOf(products);
        }
    }

    public record PackageRetired(String reason) implements Event {}

    public enum No implements Refusal {
        PRODUCTS_MISSING(rule("a package is made of at least one product")),
        PRODUCT_REPEATED(rule("a product can be in a package only once")),
        PACKAGE_RETIRED(state("the package has been retired"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    static Decision<Event> publish(PublishPackage publish, Occasion occasion) {
        return checkContent(publish.name(), publish.strategy(), publish.products())
                .accept(() -> new PackagePublished(publish.name(), publish.strategy(), publish.products()));
    }

    static Decision<Event> decide(SolutionPackage known, Command command, Occasion occasion) {
        return switch (command) {
            case RevisePackage(var name, var strategy, var products) -> {
                var content = new PackagePublished(name, strategy, products);
                yield known.retirement != null
                        ? refused(PACKAGE_RETIRED)
                        : checkContent(name, strategy, products)
                                .then(() -> content.equals(known.current)
                                        ? unchanged()
                                        : accepted(new PackageRevised(known.version + 1, name, strategy, products)));
            }
            case RetirePackage(var reason) -> {
                if (known.retirement != null) {
                    yield known.retirement.equals(reason) ? unchanged() : refused(PACKAGE_RETIRED);
                }
                yield check().reason("/reason", reason).accept(() -> new PackageRetired(reason));
            }
        };
    }

    static SolutionPackage begin(Event first) {
        return new SolutionPackage((PackagePublished) first, 1, null);
    }

    static SolutionPackage evolve(SolutionPackage known, Event event) {
        return switch (event) {
            case PackagePublished _ -> known;
            case PackageRevised(var version, var name, var strategy, var products) ->
                new SolutionPackage(new PackagePublished(name, strategy, products), version, null);
            case PackageRetired(var reason) -> new SolutionPackage(known.current, known.version, reason);
        };
    }

    private static Checks checkContent(String name, String strategy, List<String> products) {
        var checks = check().text("/name", name)
                .text("/strategy", strategy)
                .that(!products.isEmpty(), "/products", PRODUCTS_MISSING);
        var codes = new HashSet<String>();
        for (int i = 0; i < products.size(); i++) {
            var pointer = "/products/" + i;
            checks = checks.text(pointer, products.get(i))
                    .that(codes.add(Codes.canonical(products.get(i))), pointer, PRODUCT_REPEATED);
        }
        return checks;
    }
}
