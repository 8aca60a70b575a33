/** Sales stages: how many deals reached, entered and succeeded in each, how long they stand there and what holds them back. */
package io.milepost.reporting.read.stages;
