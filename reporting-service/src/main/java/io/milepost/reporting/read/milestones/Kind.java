package io.milepost.reporting.read.milestones;

/** Whose milestones. The constant's name is the parameter's value. */
enum Kind {
    sales,
    delivery
}
