/** Folds of reports that the mart takes over as they are; the package ends with the cells. */
package io.milepost.reporting.read.mart.carried;
