/** How long the suite's parts take to start, and the memory that they have then. */
package io.milepost.bench.startup;
