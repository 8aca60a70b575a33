/** Everything that touches Axon: the storage engine over the event log and the handling of one command from sourcing to commit. No service imports org.axonframework. */
package io.milepost.platform.axon;
