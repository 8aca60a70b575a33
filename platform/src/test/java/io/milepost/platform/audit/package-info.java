/** Proves that no change of the store goes unnoticed and no forged checkpoint is believed. */
package io.milepost.platform.audit;
