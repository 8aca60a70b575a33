/** Facts of other services and of this one that lead to a command here; one file each, without state. */
package io.milepost.opportunities.automation;
