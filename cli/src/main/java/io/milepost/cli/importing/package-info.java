/** {@code milepost import}: rows of four CSV files become commands with original dates, ids and keys that are the same in every run. */
package io.milepost.cli.importing;
