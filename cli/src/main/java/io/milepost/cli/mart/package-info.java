/** {@code milepost mart}: what an operator sees of the tables behind the reports, and does about them. */
package io.milepost.cli.mart;
