/** Facts of other services, or of other aggregates here, that lead to a command; one file each, without state. */
@NullMarked
package io.milepost.delivery.automation;

import org.jspecify.annotations.NullMarked;
