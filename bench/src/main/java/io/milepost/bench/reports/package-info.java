/** What questions to the mart cost as it grows, and how fast it is fed and emptied. */
package io.milepost.bench.reports;
