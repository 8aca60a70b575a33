/** Events brought to whoever asked for them, by Standard Webhooks: signed, in order per entity, and tried again for three days (ADR 0106). */
package io.milepost.platform.webhook;
