/** Closures: how many are open, what they wait for, and how long they take. */
package io.milepost.reporting.read.mart.closures;
