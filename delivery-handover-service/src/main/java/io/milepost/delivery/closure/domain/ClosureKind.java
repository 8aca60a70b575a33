package io.milepost.delivery.closure.domain;

/** Whose end it is (decision 38). The closure of a sales project will be another one. */
public enum ClosureKind {
    DELIVERY_PROJECT
}
