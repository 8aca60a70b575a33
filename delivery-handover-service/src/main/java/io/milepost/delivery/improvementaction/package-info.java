/** Improvements of product, service or process that follow from what customers say, until they are done. */
package io.milepost.delivery.improvementaction;
