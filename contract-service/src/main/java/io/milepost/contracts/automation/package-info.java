/** Facts, of other services and our own, that lead to a command here; one file each, without state. */
package io.milepost.contracts.automation;
