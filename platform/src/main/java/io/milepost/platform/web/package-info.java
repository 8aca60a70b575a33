/** The HTTP face of every service, built from its catalogues: strict reading, one command handler for single and batch, reads, lists, problems. Knows no business word. */
package io.milepost.platform.web;
