import type { Finding } from '../../../core/templates/check';
import { el, icon } from '../dom';
import { notice } from '../notice';
import { humanised, t, tOr } from '../words';
import { m, mOr } from './manage-words';

/**
 * What the check found: errors first, each with its place, a sentence and what to do. A click leads to the
 * field.
 *
 * @param onChoose told the place of a finding; left out where there is no field to lead to
 */
export function findingsList(
	findings: readonly Finding[],
	onChoose?: (place: string) => void,
): HTMLElement {
	if (findings.length === 0) return notice('ok', m('check.fine'));
	const errors = findings.filter(({ severity }) => severity === 'error');
	const warnings = findings.filter(({ severity }) => severity === 'warning');
	return el(
		'div',
		{},
		el(
			'p',
			{ class: `wae-check-counts ${errors.length > 0 ? 'wae-has-errors' : ''}` },
			countsOf(errors.length, warnings.length),
		),
		el(
			'ul',
			{ class: 'wae-findings' },
			...[...errors, ...warnings].map((finding) => findingLine(finding, onChoose)),
		),
	);
}

const countsOf = (errors: number, warnings: number): string =>
	[
		errors > 0 && m('check.errors', { count: errors }),
		warnings > 0 && m('check.warnings', { count: warnings }),
	]
		.filter(Boolean)
		.join(t('listSeparator'));

function findingLine(finding: Finding, onChoose?: (place: string) => void): HTMLElement {
	const { severity, rule, place, about } = finding;
	const empty = about !== undefined && 'empty' in about;
	const word = about !== undefined && 'word' in about ? about.word : '';
	const content = [
		icon(severity === 'error' ? 'times-circle' : 'exclamation-triangle'),
		el(
			'span',
			{},
			el('span', { class: 'wae-hidden' }, `${m(`check.${severity}`)}: `),
			el('small', {}, placeName(place)),
			el(
				'strong',
				{},
				mOr(`finding.${rule}.${empty ? 'empty' : 'message'}`, finding.message, { word }),
			),
			el('span', {}, mOr(`finding.${rule}.whatToDo`, finding.whatToDo)),
		),
	];
	if (!onChoose) return el('li', { class: `wae-finding wae-${severity}` }, ...content);
	const link = el('button', { type: 'button', class: 'wae-finding-link' }, ...content);
	link.addEventListener('click', (event) => {
		event.preventDefault();
		onChoose(place);
	});
	return el('li', { class: `wae-finding wae-${severity}` }, link);
}

/** `buttons[1].url` → "Button 2", in the language of the editor. */
export function placeName(place: string): string {
	const [part = '', ...rest] = place.split(/[.[]/);
	const number = /^buttons\[(\d+)\]/.exec(place)?.[1];
	if (number !== undefined) return m('place.button', { number: Number(number) + 1 });
	if (part === 'samples' && rest[0]) {
		const name = rest[0].replace(/^header_/, '');
		return m('place.sample', { name: tOr(`variable.names.${name}`, humanised(name)) });
	}
	return mOr(`place.${part}`, part === '' ? t('template.label') : humanised(part));
}
