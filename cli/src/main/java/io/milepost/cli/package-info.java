/** The command line: which sub-commands there are and how their arguments are read. Each does its work over the public REST API only. */
package io.milepost.cli;
