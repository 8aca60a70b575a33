/** Long batches that are worked on after they were answered: how far each is and what became of its items, for whoever sent it. */
package io.milepost.platform.job;
