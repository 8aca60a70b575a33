package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Sources.No.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.kernel.AgreedSolution;
import io.milepost.opportunities.kernel.IssuedBill;
import io.milepost.opportunities.kernel.IssuedBill.BillPosition;
import io.milepost.opportunities.quotation.Proposal.OfferedLine;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of the solution that the customer has agreed to each line offers, so that contract and order can be traced to it. */
public final class Sources {

    private Sources() {}

    /**
     * What a line says of it.
     *
     * @param solutionId the solution that has its product; need not be said beside a bill
     * @param billId the bill of quantities or materials that spells the solution out
     * @param position of the bill, by its number
     */
    public record LineSource(
            @Nullable UUID solutionId,
            @Nullable UUID billId,
            @Nullable String position) {}

    /** What it was when it was offered: which version of the solution, and which position of which version of its bill. */
    public record AgreedItem(
            @Nullable UUID solutionId,
            @Nullable Integer solutionVersion,
            @Nullable UUID billId,
            @Nullable Integer billVersion,
            @Nullable String position) {}

    public enum No implements Refusal {
        SOURCE_INCOMPLETE(rule("a line names a solution, or a bill and its position")),
        SOURCES_MIXED(rule("all lines of a quotation are of one solution and of one bill")),
        SOLUTION_NOT_AGREED(
                state("a line can be only of a solution of the same opportunity that the customer has confirmed")),
        BILL_NOT_ISSUED(state("a line can be only of a bill of the same opportunity that has been issued")),
        BILL_OF_OTHER_SOLUTION(rule("the bill spells out another solution")),
        POSITION_UNKNOWN(rule("the bill has no position of this number")),
        PRODUCT_OF_OTHER_SOURCE(rule("the solution or the position is of another product"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    static @Nullable UUID solutionOf(List<OfferedLine> lines) {
        return first(lines, LineSource::solutionId);
    }

    static @Nullable UUID billOf(List<OfferedLine> lines) {
        return first(lines, LineSource::billId);
    }

    private static @Nullable UUID first(List<OfferedLine> lines, Function<LineSource, @Nullable UUID> id) {
        return lines.stream()
                .flatMap(line -> Stream.ofNullable(line.source()))
                .flatMap(source -> Stream.ofNullable(id.apply(source)))
                .findFirst()
                .orElse(null);
    }

    /** That each line is of what it names. */
    static Checks check(Checks before, UUID opportunity, List<OfferedLine> lines, Occasion occasion) {
        var checks = before;
        for (int i = 0; i < lines.size(); i++) {
            var source = lines.get(i).source();
            if (source != null) {
                checks = check(checks, "/lines/" + i, lines, lines.get(i), source, opportunity, occasion);
            }
        }
        return checks;
    }

    private static Checks check(
            Checks before,
            String pointer,
            List<OfferedLine> lines,
            OfferedLine line,
            LineSource source,
            UUID opportunity,
            Occasion occasion) {
        var at = pointer + "/source";
        var position = Objects.requireNonNullElse(source.position(), "");
        boolean ofBill = source.billId() != null;
        var checks = before.that(
                        ofBill ? !position.isBlank() : source.solutionId() != null && source.position() == null,
                        at,
                        SOURCE_INCOMPLETE)
                .that(
                        isOneOf(source.solutionId(), solutionOf(lines)) && isOneOf(source.billId(), billOf(lines)),
                        at,
                        SOURCES_MIXED);
        if (source.solutionId() != null) {
            var solution = occasion.read(AgreedSolution.class)
                    .filter(known ->
                            known.version() > 0 && known.opportunityId().equals(opportunity));
            checks = checks.that(solution.isPresent(), at + "/solutionId", SOLUTION_NOT_AGREED)
                    .that(
                            ofBill || solution.filter(known -> has(known, line)).isPresent(),
                            pointer + "/product",
                            PRODUCT_OF_OTHER_SOURCE);
        }
        return ofBill ? checkBill(checks, pointer, line, source, opportunity, occasion) : checks;
    }

    private static Checks checkBill(
            Checks checks, String pointer, OfferedLine line, LineSource source, UUID opportunity, Occasion occasion) {
        var at = pointer + "/source";
        var bill = occasion.read(IssuedBill.class)
                .filter(known -> known.version() > 0 && known.opportunityId().equals(opportunity));
        var position = bill.flatMap(known -> known.position(source.position()));
        return checks.that(bill.isPresent(), at + "/billId", BILL_NOT_ISSUED)
                .that(
                        source.solutionId() == null
                                || bill.filter(known -> Objects.equals(source.solutionId(), known.solutionId()))
                                        .isPresent(),
                        at + "/solutionId",
                        BILL_OF_OTHER_SOLUTION)
                .that(position.isPresent(), at + "/position", POSITION_UNKNOWN)
                .that(
                        position.filter(known -> Codes.same(known.product(), line.product()))
                                .isPresent(),
                        pointer + "/product",
                        PRODUCT_OF_OTHER_SOURCE);
    }

    private static boolean isOneOf(@Nullable UUID id, @Nullable UUID first) {
        return id == null || id.equals(first);
    }

    private static boolean has(AgreedSolution solution, OfferedLine line) {
        return solution.products().stream().anyMatch(product -> Codes.same(product, line.product()));
    }

    /** What a line is of, as that stands now; of one that was checked. */
    static @Nullable AgreedItem agreed(OfferedLine line, Occasion occasion) {
        var source = line.source();
        if (source == null) {
            return null;
        }
        if (source.billId() == null) {
            return new AgreedItem(
                    source.solutionId(),
                    occasion.read(AgreedSolution.class)
                            .map(AgreedSolution::version)
                            .orElse(null),
                    null,
                    null,
                    null);
        }
        var bill = occasion.read(IssuedBill.class);
        return new AgreedItem(
                bill.map(IssuedBill::solutionId).orElse(null),
                bill.map(IssuedBill::solutionVersion).orElse(null),
                source.billId(),
                bill.map(IssuedBill::version).orElse(null),
                bill.flatMap(known -> known.position(source.position()))
                        .map(BillPosition::number)
                        .orElse(null));
    }
}
