/** Proves that no change of the store goes unnoticed and no forged checkpoint is believed. */
@NullMarked
package io.milepost.platform.audit;

import org.jspecify.annotations.NullMarked;
