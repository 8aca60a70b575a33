package io.milepost.contracts.kernel;

/** How large a risk of a deal's sales project is. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH
}
