/** The MongoDB extension of Axon 4.12 under the same load as the event log. */
package io.milepost.bench.axon4;
