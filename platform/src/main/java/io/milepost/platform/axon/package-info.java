/** Everything that touches Axon: the bus, the storage engine over the event log, and the handling of one command inside a unit of work. No service imports org.axonframework. */
package io.milepost.platform.axon;
