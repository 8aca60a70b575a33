/** Sales stages: how many deals reached, entered and succeeded in each, how long they stand there and what holds them back. */
@NullMarked
package io.milepost.reporting.read.stages;

import org.jspecify.annotations.NullMarked;
