package io.milepost.delivery.closure.domain;

/** Whose end it is (decision 38); a sales project has a closure of its own kind, see ADR 0017. */
public enum ClosureKind {
    DELIVERY_PROJECT
}
