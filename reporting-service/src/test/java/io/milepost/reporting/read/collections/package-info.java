/** Proofs of the collections projection. */
package io.milepost.reporting.read.collections;
