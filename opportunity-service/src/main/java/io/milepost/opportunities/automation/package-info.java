/** Facts of other services and of this one, and times that come, which lead to a command here; one file each, without state. */
package io.milepost.opportunities.automation;
