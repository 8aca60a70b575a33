/** Two deals told over the public API: a strategic one as far as its duties go, one from the captured lead to the closed project. */
package io.milepost.cli.demo;
