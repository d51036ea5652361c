import { DEFINITION_PARTS, type TemplateDefinition } from '../definition';
import { isObject, type JsonObject } from '../json';
import { when, withRule, type Finding, type Found } from './finding';

type Reader = (value: unknown, place: string) => Found[];

/**
 * A parsed JSON file → the definition in it, or what keeps it from being one, with the place. Fields
 * nobody knows are warned of: a “buton” that is silently left out costs a day of review. Never throws.
 */
export function readDefinition(json: unknown): {
	definition?: TemplateDefinition;
	findings: Finding[];
} {
	const findings = DEFINITION(json, '').map(withRule);
	return findings.some(({ severity }) => severity === 'error')
		? { findings }
		: { definition: json as TemplateDefinition, findings };
}

const wrong = (place: string, wanted: string): Found[] =>
	when(
		true,
		'definition-form',
		place,
		place === '' ? `The file is not ${wanted}` : `${place} is not ${wanted}`,
		place === '' ? 'Start from one of the ready-made definitions.' : `Write ${wanted} there.`,
	);

const kind =
	(wanted: string, is: (value: unknown) => boolean): Reader =>
	(value, place) =>
		is(value) ? [] : wrong(place, wanted);

const text = kind('a text', (value) => typeof value === 'string');
const anything: Reader = () => [];
const object = kind('an object', isObject);
const oneOf = (...words: string[]) =>
	kind(`one of ${words.join(', ')}`, (value) => words.includes(value as string));

const listOf =
	(entry: Reader): Reader =>
	(value, place) =>
		Array.isArray(value)
			? value.flatMap((one, at) => entry(one, `${place}[${at}]`))
			: wrong(place, 'a list');

const mapOf =
	(entry: Reader, isKey: (key: string) => boolean = () => true): Reader =>
	(value, place) =>
		isObject(value)
			? Object.entries(value).flatMap(([key, one]) =>
					isKey(key) ? entry(one, `${place}.${key}`) : unknownField(place, key),
				)
			: wrong(place, 'an object');

const unknownField = (place: string, key: string): Found[] =>
	when(
		true,
		'field-unknown',
		place === '' ? key : `${place}.${key}`,
		`“${key}” means nothing here`,
		'Correct its name, or remove it.',
	);

/** An object with these fields and no others. */
function fields(needed: Record<string, Reader>, possible: Record<string, Reader> = {}): Reader {
	return (value, place) => {
		if (!isObject(value)) return wrong(place, 'an object');
		const at = (key: string) => (place === '' ? key : `${place}.${key}`);
		const missing = Object.keys(needed).filter((key) => !Object.hasOwn(value, key));
		const known = { ...possible, ...needed };
		return [
			...missing.flatMap((key) =>
				when(true, 'definition-form', at(key), `${at(key)} is missing`, `Add “${key}”.`),
			),
			...Object.entries(value).flatMap(([key, one]) =>
				Object.hasOwn(known, key) ? (known[key] as Reader)(one, at(key)) : unknownField(place, key),
			),
		];
	};
}

/** What an object is read as depends on its `type`. */
const byType =
	(readers: Record<string, Reader>): Reader =>
	(value, place) => {
		if (!isObject(value)) return wrong(place, 'an object');
		const type = (value as JsonObject).type;
		return typeof type === 'string' && Object.hasOwn(readers, type)
			? (readers[type] as Reader)(value, place)
			: wrong(`${place}.type`, `one of ${Object.keys(readers).join(', ')}`);
	};

const type = anything;
const file = fields({ type }, { sample: text });

const HEADER = byType({
	text: fields({ type, text }),
	image: file,
	video: file,
	document: file,
	location: fields({ type }),
});

const BUTTON = byType({
	quick_reply: fields({ type, text }, { other: object }),
	url: fields({ type, text, url: text }, { sample: text, other: object }),
	phone: fields({ type, text, phone: text }, { other: object }),
	copy_code: fields({ type, sample: text }, { text, other: object }),
	other: fields({ type, meta: anything }),
});

const OTHER = fields(
	{},
	{
		components: listOf(
			fields({
				at: kind('a position', (value) => Number.isInteger(value) && Number(value) >= 0),
				meta: anything,
			}),
		),
		parts: mapOf(object, (key) => (DEFINITION_PARTS as readonly string[]).includes(key)),
		order: listOf(oneOf(...DEFINITION_PARTS)),
		fields: object,
	},
);

const DEFINITION = fields(
	{ name: text, language: text, category: text },
	{
		$schema: text,
		audience: oneOf('attendee', 'buyer', 'speaker', 'sponsor'),
		header: HEADER,
		body: text,
		footer: text,
		buttons: listOf(BUTTON),
		samples: mapOf(text),
		messageSendTtlSeconds: kind('a number', (value) => typeof value === 'number'),
		parameterFormat: oneOf('NAMED', 'POSITIONAL'),
		other: OTHER,
	},
);
