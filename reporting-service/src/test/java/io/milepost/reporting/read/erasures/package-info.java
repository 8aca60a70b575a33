/** Tests of the certificates of erased persons. */
package io.milepost.reporting.read.erasures;
