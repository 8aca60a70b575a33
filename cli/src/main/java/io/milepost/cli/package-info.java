/** The command line: which sub-commands there are and how their arguments are read. Each does its work over the public REST API only. */
@NullMarked
package io.milepost.cli;

import org.jspecify.annotations.NullMarked;
