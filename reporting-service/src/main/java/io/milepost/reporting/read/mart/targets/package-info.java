/** Sales targets, how far they are reached, and what is forecast against them. */
package io.milepost.reporting.read.mart.targets;
