package io.milepost.contracts.kernel;

/** A line of a signed contract by its number, from 1, which it keeps whatever becomes of it and of others. */
public record NumberedLine(int number, ContractLine line) {}
