/** One deal told over the public API, from the captured lead to the closed project. */
package io.milepost.cli.demo;
