import { automationIds } from './automations';
import type { NoticeEvent, ReportType } from './notice';
import type { PlanOptions } from './planned-message';
import { genericPlatform, platformById, type Platform, type ReadingOptions } from './platforms';
import { readSwitchRows } from './switches';
import {
	capturedTicketServerMapping,
	type GenericMapping,
	type MappedField,
} from './platforms/generic-mapping';

/** The fields of Event Trigger and Event Messages, as an engine keeps them; anything may be missing. */
export interface EventFields {
	/** Ids of the automatic triggers that are switched on. */
	automations?: readonly string[];
	/** Facts of the event the platform does not tell. */
	event?: Readonly<Record<string, unknown>>;
	mapping?: MappingRows;
	/**
	 * `defaultCountry`, `includeTest`, `language`, `languages` (`en, ja`), `maxAgeHours`,
	 * `whenPaymentUnknown`, `phoneQuestion`.
	 */
	options?: Readonly<Record<string, unknown>>;
	/** Rows of the table of switches, as the engine keeps them: see switches.ts. */
	switches?: unknown;
}

/** Where our fields stand in the JSON of a platform of one's own, as rows of a form. */
export interface MappingRows {
	fields?: ReadonlyArray<{ field: MappedField; path?: string; text?: string }>;
	types?: ReadonlyArray<{ theirs: string; ours: ReportType }>;
}

/**
 * The platform chosen in a node, with the node's mapping where it is the generic one.
 *
 * @throws {Error} when there is no platform of this id
 */
export function chosenPlatform(id: string, mapping: MappingRows = {}): Platform {
	const platform = platformById(id);
	if (!platform) throw new Error(`There is no platform “${id}”`);
	return id === 'generic' ? genericPlatform(mappingOf(mapping)) : platform;
}

function mappingOf({ fields = [], types = [] }: MappingRows): GenericMapping {
	return {
		types: Object.fromEntries(types.map(({ theirs, ours }) => [theirs.trim(), ours])),
		fields: {
			...capturedTicketServerMapping.fields,
			...Object.fromEntries(
				fields.map((row) => [row.field, sourceOf(row)]).filter(([, source]) => source !== ''),
			),
		},
	};
}

/** A mapping writes a fixed text as `=text`; forms keep it apart, since n8n takes a leading = for an expression. */
function sourceOf({ path = '', text = '' }: { path?: string; text?: string }): string {
	return text.trim() === '' ? path.trim() : `=${text.trim()}`;
}

/** The fields of a node → how its notices become messages. */
export function planOptionsFrom(fields: EventFields, now: number): PlanOptions {
	const options = fields.options ?? {};
	const chosen = new Set(fields.automations ?? []);
	const text = (name: string) => String(options[name] ?? '').trim() || undefined;
	const languages = text('languages')
		?.split(',')
		.map((language) => language.trim())
		.filter(Boolean);
	return {
		now,
		defaultCountry: text('defaultCountry'),
		includeTest: options.includeTest === true,
		language: text('language'),
		languages: languages?.length ? languages : undefined,
		maxAgeHours: Number(options.maxAgeHours) > 0 ? Number(options.maxAgeHours) : undefined,
		whenPaymentUnknown: options.whenPaymentUnknown === 'leave_out' ? 'leave_out' : 'send',
		switches: {
			event: Object.fromEntries(automationIds.map((id) => [id, chosen.has(id)])),
			rows: readSwitchRows(fields.switches),
		},
		event: eventFrom(fields.event ?? {}),
	};
}

/** What the fields say about reading a platform's reports. */
export function readingOptionsFrom({ options = {} }: EventFields): ReadingOptions {
	const phoneQuestion = String(options.phoneQuestion ?? '').trim();
	return phoneQuestion === '' ? {} : { phoneQuestion };
}

function eventFrom(event: Readonly<Record<string, unknown>>): NoticeEvent {
	return Object.fromEntries(
		Object.entries(event)
			.map(([key, value]) => [key, String(value ?? '').trim()])
			.filter(([, value]) => value !== ''),
	);
}
