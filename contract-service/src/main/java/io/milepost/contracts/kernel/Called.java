package io.milepost.contracts.kernel;

import java.math.BigDecimal;

/** How much of a line of a contract, by its number from 1, orders have called off. */
public record Called(int contractLine, BigDecimal quantity) {}
