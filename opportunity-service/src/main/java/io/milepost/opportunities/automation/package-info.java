/** Facts of other services, and times that come, which lead to a command here; one file each, without state. */
@NullMarked
package io.milepost.opportunities.automation;

import org.jspecify.annotations.NullMarked;
