/** What reading costs: the whole log, one entity, and everybody who follows. */
package io.milepost.bench.read;
