/** Stories told over the public API: a strategic deal as far as its duties go, one from the captured lead to the closed project, and a quarter of planning. */
package io.milepost.cli.demo;
