/** What customers ask for after the sale, with what was promised for it. */
package io.milepost.delivery.servicecase;
