package io.milepost.delivery.fulfilment;

import io.milepost.delivery.fulfilment.Fulfilment.*;
import io.milepost.delivery.fulfilment.FulfilmentEvent.*;
import io.milepost.platform.value.Codes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has to reach the customer, and what has become of it.
 *
 * @param lines in the order of the order
 * @param shipments in the order in which they left
 */
public record Goods(List<Part> lines, List<Shipment> shipments) {

    /**
     * A line of the order.
     *
     * @param readyBy null until its supply is arranged, as is {@code supply}
     * @param suppliedOn null until it is ready
     */
    public record Part(
            String item,
            BigDecimal quantity,
            @Nullable Supply supply,
            @Nullable LocalDate readyBy,
            @Nullable LocalDate suppliedOn) {}

    /** What left together; {@code arrivedOn} is null while it is on its way. */
    public record Shipment(
            String reference,
            LocalDate shippedOn,
            List<Quantity> quantities,
            @Nullable LocalDate arrivedOn) {
        public Shipment {
            quantities = List.copyOf(quantities);
        }
    }

    public Goods {
        lines = List.copyOf(lines);
        shipments = List.copyOf(shipments);
    }

    static Goods of(List<Line> ordered) {
        var parts = ordered.stream()
                .map(line -> new Part(line.item(), line.quantity(), null, null, null))
                .toList();
        return new Goods(parts, List.of());
    }

    /** The line of this number, from 1 on. */
    Optional<Part> line(int number) {
        return number >= 1 && number <= lines.size() ? Optional.of(lines.get(number - 1)) : Optional.empty();
    }

    Optional<Shipment> shipment(String reference) {
        return shipments.stream()
                .filter(shipment -> Codes.same(shipment.reference(), reference))
                .findFirst();
    }

    /** What of the line is not shipped. */
    BigDecimal left(int number) {
        return lines.get(number - 1).quantity().subtract(moved(number, _ -> true));
    }

    boolean haveArrived() {
        return IntStream.rangeClosed(1, lines.size())
                .allMatch(number -> moved(number, shipment -> shipment.arrivedOn() != null)
                                .compareTo(lines.get(number - 1).quantity())
                        == 0);
    }

    /** The day of the last arrival. */
    Optional<LocalDate> arrivedOn() {
        return shipments.stream()
                .flatMap(shipment -> Stream.ofNullable(shipment.arrivedOn()))
                .max(LocalDate::compareTo);
    }

    private BigDecimal moved(int number, Predicate<Shipment> which) {
        return shipments.stream()
                .filter(which)
                .flatMap(shipment -> shipment.quantities().stream())
                .filter(quantity -> quantity.line() == number)
                .map(Quantity::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Goods with(SupplyArranged arranged) {
        return changed(
                arranged.line(),
                part -> new Part(part.item(), part.quantity(), arranged.supply(), arranged.readyBy(), null));
    }

    Goods with(LineSupplied supplied) {
        return changed(
                supplied.line(),
                part -> new Part(part.item(), part.quantity(), part.supply(), part.readyBy(), supplied.on()));
    }

    Goods with(GoodsShipped shipped) {
        var shipment = new Shipment(shipped.reference(), shipped.on(), shipped.quantities(), null);
        return new Goods(
                lines, Stream.concat(shipments.stream(), Stream.of(shipment)).toList());
    }

    Goods with(GoodsArrived arrived) {
        var after = shipments.stream()
                .map(shipment -> shipment.reference().equals(arrived.reference())
                        ? new Shipment(shipment.reference(), shipment.shippedOn(), shipment.quantities(), arrived.on())
                        : shipment)
                .toList();
        return new Goods(lines, after);
    }

    private Goods changed(int number, UnaryOperator<Part> change) {
        var after = IntStream.rangeClosed(1, lines.size())
                .mapToObj(each -> each == number ? change.apply(lines.get(each - 1)) : lines.get(each - 1))
                .toList();
        return new Goods(after, shipments);
    }
}
