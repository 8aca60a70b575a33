/** Targets, and what is reached of them. */
package io.milepost.reporting.read.mart.targets;
