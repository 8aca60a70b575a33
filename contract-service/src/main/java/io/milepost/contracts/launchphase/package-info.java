/** A phase in which units are released for sale, with the terms on which deposits are taken. */
package io.milepost.contracts.launchphase;
