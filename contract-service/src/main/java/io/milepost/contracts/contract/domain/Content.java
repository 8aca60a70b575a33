package io.milepost.contracts.contract.domain;

import static io.milepost.contracts.contract.domain.ContractRefusal.CURRENCIES_MIXED;
import static io.milepost.contracts.contract.domain.ContractRefusal.PRODUCT_MISSING;
import static io.milepost.contracts.contract.domain.ContractRefusal.QUANTITY_NOT_POSITIVE;
import static io.milepost.contracts.contract.domain.ContractRefusal.VALUE_NEGATIVE;
import static io.milepost.contracts.contract.domain.ContractRefusal.VALUE_NOT_SUM_OF_LINES;

import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.value.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a contract says: its value, its lines and its terms. */
public record Content(Money value, List<ContractLine> lines, Terms terms) {
    public Content {
        lines = List.copyOf(lines);
    }

    static Content of(Money value, List<ContractLine> lines, @Nullable Terms terms) {
        return new Content(value, lines, terms == null ? Terms.NONE : terms);
    }

    /** What cannot be written into any contract, whatever else it lacks. */
    Optional<Refused<ContractEvent>> fault() {
        if (value.isNegative()) {
            return refused(VALUE_NEGATIVE, "/value");
        }
        var sum = Money.zero(value.currency());
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var pointer = "/lines/" + i;
            if (line.product().isBlank()) {
                return refused(PRODUCT_MISSING, pointer + "/product");
            }
            if (line.quantity().signum() <= 0) {
                return refused(QUANTITY_NOT_POSITIVE, pointer + "/quantity");
            }
            if (line.unitPrice().isNegative()) {
                return refused(VALUE_NEGATIVE, pointer + "/unitPrice");
            }
            if (!line.unitPrice().currency().equals(value.currency())) {
                return refused(CURRENCIES_MIXED, pointer + "/unitPrice/currency");
            }
            sum = sum.plus(line.amount());
        }
        return lines.isEmpty() || sum.equals(value) ? Optional.empty() : notTheSum(sum);
    }

    /** The mandatory contents that are not there yet, by their names; the fee is the value. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        if (lines.isEmpty()) {
            missing.addAll(List.of("product", "quantity", "price"));
        }
        require(missing, "qualityStandard", terms.qualityStandard());
        require(missing, "deliveryDeadline", terms.deliveryDeadline());
        require(missing, "paymentMethod", terms.paymentMethod());
        require(missing, "scope", terms.scope());
        require(missing, "duration", terms.duration());
        return missing;
    }

    private static void require(List<String> missing, String name, @Nullable Object content) {
        if (content == null || content.toString().isBlank()) {
            missing.add(name);
        }
    }

    private Optional<Refused<ContractEvent>> notTheSum(Money sum) {
        var detail = "the lines add up to %s, the value is %s".formatted(sum, value);
        return Optional.of(
                Decision.<ContractEvent>refused(VALUE_NOT_SUM_OF_LINES, detail).at("/value"));
    }

    private static Optional<Refused<ContractEvent>> refused(ContractRefusal reason, String pointer) {
        return Optional.of(Decision.<ContractEvent>refused(reason).at(pointer));
    }
}
