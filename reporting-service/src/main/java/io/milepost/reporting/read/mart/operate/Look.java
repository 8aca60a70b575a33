package io.milepost.reporting.read.mart.operate;

import io.milepost.reporting.read.mart.store.Extent;
import io.milepost.reporting.read.mart.store.Generation;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the latest look at the generations has found.
 *
 * @param complete whether the live generation ever had all that was published
 * @param building that is built to be the next; null when none is
 * @param extent of the live generation
 * @param setAside what is to be seen to
 * @param share how far what is built has come, from 0 to 1; 1 when nothing is
 */
record Look(boolean complete, @Nullable Generation building, Extent extent, long setAside, BigDecimal share) {}
