/** What the generated calls are sent with; the calls and types of each service stand in a package of its own. */
@org.jspecify.annotations.NullMarked
package io.milepost.client;
