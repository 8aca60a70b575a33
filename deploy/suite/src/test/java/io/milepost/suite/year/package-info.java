/** What reports have to say, folded from the events alone, by nothing that makes reports: brute force in place of sums that are kept. */
package io.milepost.suite.year;
