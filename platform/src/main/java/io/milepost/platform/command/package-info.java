/** One command and the entity that it is for: the request, the outcome, how an entity is folded, kept in memory, shown and read back. It does not know Axon. */
package io.milepost.platform.command;
