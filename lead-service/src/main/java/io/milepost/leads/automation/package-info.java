/** Facts of other services that lead to a command here; one file each, without state. */
package io.milepost.leads.automation;
