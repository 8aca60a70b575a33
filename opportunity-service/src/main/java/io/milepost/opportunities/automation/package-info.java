/** Facts of other services that lead to a command here; one file each, without state. */
@NullMarked
package io.milepost.opportunities.automation;

import org.jspecify.annotations.NullMarked;
