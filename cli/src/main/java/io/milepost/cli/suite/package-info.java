/** Talking to a running suite as any client would: access tokens, batches of commands, and patience with a service that is away. */
package io.milepost.cli.suite;
