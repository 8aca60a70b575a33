/** What an outsider needs to check the log without believing the service: what its hash chain is made of, and signed ends of it (docs/audit.md). */
package io.milepost.platform.audit;
