import type { IDataObject } from 'n8n-workflow';

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
	/** `{ sample: [{ name, value }] }` */
	samples: unknown;
	timeToLive: unknown;
}

/** What was filled in → a definition; what is empty is left out, and the check says what is missing. */
export function definitionFromFields(fields: DefinitionFields): IDataObject {
	const samples = Object.fromEntries(
		entriesOf(fields.samples, 'sample')
			.map(({ name, value }) => [
				textOf(name)
					.replace(/^\{\{|\}\}$/g, '')
					.trim(),
				textOf(value),
			])
			.filter(([name]) => name !== ''),
	);
	const buttons = entriesOf(fields.buttons, 'button').map(buttonOf);
	return withoutEmpty({
		name: textOf(fields.templateName),
		language: textOf(fields.language),
		category: textOf(fields.category),
		audience: textOf(fields.audience),
		header: headerOf(fields),
		body: String(fields.body ?? '').trim(),
		footer: textOf(fields.footer),
		buttons: buttons.length > 0 ? buttons : undefined,
		samples: Object.keys(samples).length > 0 ? samples : undefined,
		messageSendTtlSeconds: Number(fields.timeToLive) || undefined,
	});
}

function headerOf({ headerType, headerText, headerSample }: DefinitionFields) {
	const type = textOf(headerType);
	if (type === '' || type === 'none') return undefined;
	if (type === 'text') return { type, text: textOf(headerText) };
	return withoutEmpty({ type, sample: type === 'location' ? '' : textOf(headerSample) });
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
