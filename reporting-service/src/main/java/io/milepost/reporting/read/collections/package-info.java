/** Collections: what customers had to pay by any day, what came in, and what is late. */
package io.milepost.reporting.read.collections;
