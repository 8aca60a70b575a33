/** Facts of other services, or of other aggregates here, that lead to a command; one file each, without state. */
package io.milepost.delivery.automation;
