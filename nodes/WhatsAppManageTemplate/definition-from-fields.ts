import type { IDataObject } from 'n8n-workflow';
import type { DefinitionHeader } from '../../core/templates/definition';
import { sampleNamesOf } from '../../core/templates/sample-names';

/** The fields of Fill In Below, as n8n gives them. */
export interface DefinitionFields {
	templateName: unknown;
	language: unknown;
	category: unknown;
	audience: unknown;
	headerType: unknown;
	headerText: unknown;
	headerSample: unknown;
	body: unknown;
	footer: unknown;
	/** `{ button: [{ type, text, url, sample, phone, code }] }` */
	buttons: unknown;
	/** By the name of the variable. */
	samples: unknown;
	timeToLive: unknown;
}

/** What was filled in → a definition; what is empty is left out, and the check says what is missing. */
export function definitionFromFields(fields: DefinitionFields): IDataObject {
	const header = headerOf(fields);
	const body = String(fields.body ?? '').trim();
	const buttons = entriesOf(fields.buttons, 'button').map(buttonOf);
	return withoutEmpty({
		name: textOf(fields.templateName),
		language: textOf(fields.language),
		category: textOf(fields.category),
		audience: textOf(fields.audience),
		header,
		body,
		footer: textOf(fields.footer),
		buttons: buttons.length > 0 ? buttons : undefined,
		samples: samplesOf(fields.samples, sampleNamesOf({ header, body })),
		messageSendTtlSeconds: Number(fields.timeToLive) || undefined,
	});
}

/** Those of the text: n8n keeps the values of variables that were taken out of it. */
function samplesOf(given: unknown, names: string[]): IDataObject | undefined {
	const values = (given ?? {}) as IDataObject;
	const samples = names
		.filter((name) => Object.hasOwn(values, name) && textOf(values[name]) !== '')
		.map((name) => [name, textOf(values[name])]);
	return samples.length > 0 ? Object.fromEntries(samples) : undefined;
}

function headerOf({
	headerType,
	headerText,
	headerSample,
}: DefinitionFields): DefinitionHeader | undefined {
	const type = textOf(headerType);
	if (type === '' || type === 'none') return undefined;
	if (type === 'text') return { type, text: textOf(headerText) };
	return withoutEmpty({
		type,
		sample: type === 'location' ? '' : textOf(headerSample),
	}) as unknown as DefinitionHeader;
}

function buttonOf({ type, text, url, sample, phone, code }: IDataObject): IDataObject {
	switch (type) {
		case 'url':
			return withoutEmpty({ type, text: textOf(text), url: textOf(url), sample: textOf(sample) });
		case 'phone':
			return { type, text: textOf(text), phone: textOf(phone) };
		case 'copy_code':
			return { type, sample: textOf(code) };
		default:
			return { type: 'quick_reply', text: textOf(text) };
	}
}

/** The entries of a collection; one of which nothing was filled in yet has none. */
function entriesOf(collection: unknown, name: string): IDataObject[] {
	const entries = (collection as IDataObject | undefined)?.[name];
	return Array.isArray(entries) ? (entries as IDataObject[]) : [];
}

const textOf = (value: unknown): string => String(value ?? '').trim();

const withoutEmpty = (fields: Record<string, unknown>): IDataObject =>
	Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
	) as IDataObject;
