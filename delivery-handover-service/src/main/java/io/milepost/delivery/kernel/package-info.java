/** What the closure of a delivery and that of a sales project have in common (decision 38). */
package io.milepost.delivery.kernel;
