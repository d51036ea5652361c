import type { NodeDef } from 'node-red';
import type { NotificationOutput, SubscriptionScope } from '../../engine';

/** What the dialog of Business Trigger keeps. */
export interface BusinessTriggerConfig extends NodeDef {
	account: string;
	path: string;
	/** Public address of this Node-RED; empty where somebody subscribes by hand. */
	publicUrl?: string;
	updates?: NotificationOutput[];
	statuses?: string[];
	scope?: SubscriptionScope;
	sample?: NotificationOutput;
	includeRaw?: boolean;
	takeOver?: boolean;
	/** Keeps who opts out, for every Send Template of this Node-RED. Flows made before there was a choice do. */
	recordOptOuts?: boolean;
	/** Words besides ours, with commas between them. */
	stopWords?: string;
	startWords?: string;
}
