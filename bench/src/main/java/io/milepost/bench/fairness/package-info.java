/** What one caller feels of another one. */
package io.milepost.bench.fairness;
