import type { IncomingMessage } from '../../engine';

/** A message may ask for these, besides what the dialog says. */
export interface SendMessage extends IncomingMessage {
	stop?: unknown;
	dryRun?: unknown;
	sendAgain?: unknown;
}
