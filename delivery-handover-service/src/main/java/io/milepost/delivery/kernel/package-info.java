/** What the closure of a delivery and that of a sales project have in common (decision 38): what is written down, and why something is refused. */
package io.milepost.delivery.kernel;
