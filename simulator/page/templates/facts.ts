import { categoryName, t } from '../i18n.ts';
import { dateTime } from '../time.ts';
import { sampleValues } from './sampleValues.ts';
import { fromNow } from './span.ts';
import { qualityName } from './status.ts';
import type { EditQuota, Template, TemplateAccount, TemplateComponent } from './types.ts';

/** A term and what there is to say about it. */
export type Fact = [term: string, value: string];

/** What is known of a template, in the order of a reader's interest; nothing is said of what is not there. */
export function factsOf(template: Template, now: number): Fact[] {
	const { id, category, previous_category, correct_category, sub_category } = template;
	const facts: (Fact | undefined)[] = [
		[
			t('factCategory'),
			previous_category === undefined || previous_category === category
				? categoryName(category)
				: t('factWas', {
						category: categoryName(category),
						previous: categoryName(previous_category),
					}),
		],
		correct_category === undefined || correct_category === category
			? undefined
			: [t('factCorrect'), categoryName(correct_category)],
		sub_category === undefined ? undefined : [t('factSubCategory'), sub_category],
		[t('factQuality'), qualityName(template.quality_score?.score)],
		template.pauses === undefined
			? undefined
			: [t('factPauses'), t('factPausesValue', { count: template.pauses })],
		lastChange(template, now),
		...(template.status === 'DELETED' ? [] : editFacts(template.edits, now)),
		[t('factFormat'), t(template.parameter_format === 'NAMED' ? 'factNamed' : 'factPositional')],
		template.message_send_ttl_seconds === undefined
			? undefined
			: [t('factTtl'), t('factTtlValue', { count: template.message_send_ttl_seconds })],
		[t('factId'), id],
	];
	return facts.filter((fact) => fact !== undefined);
}

function lastChange({ last_updated_time }: Template, now: number): Fact | undefined {
	// Graph writes +0000 without a colon, which not every browser reads.
	const at = Date.parse(last_updated_time?.replace(/\+0000$/, 'Z') ?? '');
	if (Number.isNaN(at)) return undefined;
	return [t('factEdited'), `${dateTime(at)} (${fromNow(Math.min(0, at - now))})`];
}

/** How often a template was edited, and when the next edit is possible. */
export function editFacts(edits: EditQuota | undefined, now: number): Fact[] {
	if (edits === undefined) return [];
	const { day, month, perDay, perMonth, possible, nextAt } = edits;
	const facts: Fact[] = [];
	if (month > 0)
		facts.push([t('factEdits'), t('factEditsValue', { day, month, perDay, perMonth })]);
	if (possible) facts.push([t('factNextEdit'), t('editNow')]);
	else if (nextAt === null) facts.push([t('factNextEdit'), t('editNever')]);
	else facts.push([t('factNextEdit'), `${dateTime(nextAt)} (${fromNow(nextAt - now)})`]);
	return facts;
}

const dueWords = {
	review: 'dueReview',
	unpause: 'dueUnpause',
	recategorise: 'dueRecategorise',
	remove: 'dueRemove',
} as const;

/** What will happen to a template by itself, the next first, and when its name is free again. */
export function dueFacts(
	{ name, language, due = [], correct_category }: Template,
	now: number,
	blocked: TemplateAccount['blocked'] = [],
): Fact[] {
	const block = blocked.find(
		(one) => one.name === name && (one.language === null || one.language === language),
	);
	const free: Fact[] =
		block === undefined
			? []
			: [[t('dueNameFree'), `${dateTime(block.until)} (${fromNow(block.until - now)})`]];
	const coming = due
		.toSorted((a, b) => a.at - b.at)
		.map(({ what, at }): Fact => [
			t(dueWords[what], { category: categoryName(correct_category ?? '') }),
			`${dateTime(at)} (${fromNow(at - now)})`,
		]);
	return [...coming, ...free];
}

/** The variables of a template with their samples, cards too. */
export function sampleFacts({ components }: Template): Fact[] {
	return components.flatMap((component) => {
		const type = component.type.toUpperCase();
		if (type === 'HEADER') return valuesOf(t('partHeader'), component);
		if (type === 'BODY') return valuesOf(t('partBody'), component);
		return (component.cards ?? []).flatMap((card, at) =>
			(card.components ?? [])
				.filter((part) => part.type.toUpperCase() === 'BODY')
				.flatMap((part) => valuesOf(t('partCard', { number: at + 1 }), part)),
		);
	});
}

function valuesOf(part: string, component: TemplateComponent): Fact[] {
	const values = sampleValues(component);
	const names = [...(component.text ?? '').matchAll(/\{\{\s*([^{}]+?)\s*\}\}/g)];
	return [...new Set(names.map(([, name]) => name ?? ''))].map((name): Fact => [
		t('sampleOf', { part, name }),
		values.get(name) ?? t('noSample'),
	]);
}
