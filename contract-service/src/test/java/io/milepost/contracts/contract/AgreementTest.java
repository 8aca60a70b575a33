package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.contracts.contract.Contracts.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.ContractLine;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-121: the value is the sum of the lines")
class AgreementTest {

    @Test
    void each_line_is_rounded_once() {
        var thirds = List.of(line("A", "0.5", "0.01"), line("B", "0.5", "0.01"));
        nothing().when(draft(usd("0.01"), thirds, TERMS)).thenRefused(VALUE_NOT_SUM_OF_LINES, "/value");
        assertThat(nothing().when(draft(usd("0.02"), thirds, TERMS)).decision().events())
                .hasSize(1);
    }

    @Test
    void a_discount_comes_off_the_line_before_it_is_rounded() {
        var discounted = new ContractLine("A", null, new BigDecimal("3"), usd("33.33"), new BigDecimal("12.5"));
        assertThat(discounted.amount()).isEqualTo(usd("87.49"));
        assertThat(nothing()
                        .when(draft(usd("87.49"), List.of(discounted), TERMS))
                        .decision()
                        .events())
                .hasSize(1);
        nothing().when(draft(usd("99.99"), List.of(discounted), TERMS)).thenRefused(VALUE_NOT_SUM_OF_LINES, "/value");
    }
}
