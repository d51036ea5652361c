import type { TemplateDefinition } from '../definition';
import { isObject, type JsonObject } from '../json';
import type { MessageTemplate } from '../template';
import { toMetaTemplate } from '../to-meta-template';
import { upperCaseKinds } from '../upper-case-kinds';
import { buttonsOf } from './button-rows';
import { Filling, samplesOf } from './filling';
import { headerOf, thumbnailOf } from './headers';
import { plainText } from './marked-text';
import type { Block, PreviewCard, PreviewModel, PreviewModelOptions } from './model';
import { offerOf } from './offers';
import { richText } from './rich-text';
import { isRightToLeft, wordsFor, type Words } from './words';

/** A definition, a template as nodes keep it, or one as Meta lists it. */
export type PreviewedTemplate = TemplateDefinition | MessageTemplate | JsonObject;

/**
 * What the phone will show of a template: filled with values where they are given, with its samples
 * otherwise. Takes whatever Meta may return, draws what it knows, and never throws.
 */
export function previewModel(
	template: PreviewedTemplate,
	options: PreviewModelOptions = {},
): PreviewModel {
	const meta = metaOf(template);
	const components = listOf(meta.components);
	const part = (type: string) => components.find((component) => component.type === type);
	const language = String(meta.language ?? '');
	const category = String(meta.category ?? '');
	const words = wordsFor(language);
	const filling = new Filling(options);
	const header = headerOf(part('HEADER'), filling, words) ?? thumbnailOf(part('BUTTONS'), filling);
	const offer = offerOf(part('LIMITED_TIME_OFFER'), part('BUTTONS'), filling, words);
	const footer = footerOf(part('FOOTER'));
	return {
		name: String(meta.name ?? ''),
		language,
		category,
		rightToLeft: isRightToLeft(language),
		...(header ? { header } : {}),
		...(offer ? { offer } : {}),
		body:
			category === 'AUTHENTICATION'
				? codeBody(part('BODY'), filling)
				: bodyOf(part('BODY'), filling),
		...(footer === undefined ? {} : { footer: plainText(footer, []) }),
		time: '10:27',
		buttons: [
			...buttonsOf(part('BUTTONS'), filling, words),
			...(part('CALL_PERMISSION_REQUEST')
				? [{ kind: 'phone' as const, text: words.callPermission }]
				: []),
		],
		cards: cardsOf(listOf(part('CAROUSEL')?.cards), options).map((card, at) =>
			cardOf(card, at, filling, words),
		),
		labels: { code: words.code, allOptions: words.allOptions, product: words.product },
	};
}

/** Only a definition has a body in words beside its name, or no components at all. */
function metaOf(template: PreviewedTemplate): JsonObject {
	const given = template as unknown;
	if (!isObject(given)) return {};
	if (Array.isArray(given.components)) return upperCaseKinds(given);
	try {
		return upperCaseKinds(toMetaTemplate(given as unknown as TemplateDefinition));
	} catch {
		// Somebody is still writing it: a definition with a list where a text belongs.
		return { name: given.name, language: given.language, category: given.category };
	}
}

const listOf = (value: unknown): JsonObject[] =>
	Array.isArray(value) ? value.filter(isObject) : [];

function bodyOf(component: JsonObject | undefined, filling: Filling, prefix = ''): Block[] {
	if (typeof component?.text !== 'string') return [];
	const samples = samplesOf(component, 'body');
	return richText(
		filling.text(component.text, (name) => ({
			ids: [`${prefix}${name}`],
			name,
			sample: samples.get(name),
		})),
	);
}

/**
 * The text of authentication templates is Meta's; before it is created only its English form is known.
 * Source: "Authentication templates", …/templates/authentication-templates/authentication-templates.
 */
function codeBody(component: JsonObject | undefined, filling: Filling): Block[] {
	const advice = component?.add_security_recommendation === true;
	const text =
		typeof component?.text === 'string'
			? component.text
			: `*{{1}}* is your verification code.${advice ? ' For your security, do not share this code.' : ''}`;
	const sample = samplesOf({ ...component, text }, 'body').get('1') ?? '123456';
	return richText(
		filling.text(text, (name) => ({ ids: ['code', name, 'button_0'], name: 'code', sample })),
	);
}

function footerOf(component: JsonObject | undefined): string | undefined {
	if (typeof component?.text === 'string') return component.text;
	const minutes = component?.code_expiration_minutes;
	return typeof minutes === 'number' ? `This code expires in ${minutes} minutes.` : undefined;
}

/** A template of product cards is approved with two, and sent with up to ten like them. */
function cardsOf(cards: JsonObject[], { values, references }: PreviewModelOptions): JsonObject[] {
	const [first] = cards;
	const isProduct = listOf(first?.components).some(({ format }) => format === 'PRODUCT');
	if (!first || !isProduct) return cards;
	const more = Array.from(
		{ length: MOST_CARDS },
		(_none, at) => `card_${at}_product`,
	).findLastIndex((id) => values?.[id] !== undefined || references?.[id] !== undefined);
	return Array.from(
		{ length: Math.max(cards.length, more + 1) },
		(_none, at) => cards[at] ?? first,
	);
}

const MOST_CARDS = 10;

function cardOf(card: JsonObject, at: number, filling: Filling, words: Words): PreviewCard {
	const parts = listOf(card.components);
	const part = (type: string) => parts.find((one) => one.type === type);
	const prefix = `card_${at}_`;
	const header = headerOf(part('HEADER'), filling, words, prefix);
	return {
		...(header ? { header } : {}),
		body: bodyOf(part('BODY'), filling, prefix),
		buttons: buttonsOf(part('BUTTONS'), filling, words, prefix),
	};
}
