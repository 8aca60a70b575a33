/** Proves lists on the embedded database: stable pages, order of absent values, replay. */
package io.milepost.platform.projection;
