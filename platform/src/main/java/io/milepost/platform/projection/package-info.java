/** Read models of a service's own entities, kept by the log's tail: applied in order, saved with their position, rebuilt beside the live ones. */
package io.milepost.platform.projection;
