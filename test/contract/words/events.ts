import type { EventFields } from '../../../core/events/plan-settings';
import type { Json } from '../../engine/json';

/** One HTTP call of a ticketing platform. */
export interface EventCall {
	platform: string;
	headers: Record<string, string>;
	query: Record<string, string>;
	body: string;
	/** The secret kept with the node. */
	secret: string;
	/** Where the platform is asked for what its calls only number. */
	api?: { address: string; token: string };
	fields: EventFields;
}

/** What came out of Messages and of Left Out. */
export interface Planned {
	messages: Array<Record<string, Json>>;
	leftOut: Array<Record<string, Json>>;
}

export interface EventResult extends Planned {
	status: number;
}

/** One item for Event Messages: a body, with the headers of its webhook where the platform needs them. */
export interface PlanItem {
	body: unknown;
	headers?: Record<string, string>;
}

export interface PlanRun {
	/** `notice`, or the id of a platform. */
	source: string;
	items: PlanItem[];
	fields: EventFields;
	/** Compares with what earlier runs of the case saw. */
	compare?: boolean;
}

export type PlanResult = Planned;
