/** What operates the suite, held against the suite: nothing here starts a service, so that all of it runs in seconds. */
package io.milepost.ops;
