/** Who did what when, on whose behalf and from where, over all services, with what was refused and what was read of persons. */
package io.milepost.reporting.read.audit;
