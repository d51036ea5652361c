import type { AutomationId } from '../../../core/events/automations';
import type { SwitchboardLine } from '../../../core/events/switchboard';
import { el, icon } from '../dom';
import { badgeOf } from '../template-status';
import { isJapanese, languageName, t } from '../words';
import { agoText } from './last-sent';
import type { Standing } from './standing';

type Turn = (automation: AutomationId, on: boolean) => void;

/** One trigger: toggle, what it is, its template and how that stands, when it sent last, why not. */
export function rowFor(line: SwitchboardLine, stands: Standing, turn: Turn): HTMLElement {
	const { automation, label, template, languages, lastSent } = line;
	const name = isJapanese() ? label.ja : label.en;
	return el(
		'div',
		{ class: `wae-switch-row wae-switch-${stands.state}` },
		toggle(automation, name, stands, turn),
		el(
			'div',
			{ class: 'wae-switch-what' },
			el('span', { class: 'wae-switch-name' }, name),
			el(
				'span',
				{ class: 'wae-switch-template' },
				el('code', {}, template),
				badge(line, stands),
				languages.length > 0 &&
					el(
						'span',
						{ class: 'wae-switch-languages', title: languages.map(languageName).join(', ') },
						languages.join(' · '),
					),
			),
			stands.why !== undefined &&
				el(
					'span',
					{ class: 'wae-switch-why' },
					icon(stands.state === 'waits' ? 'hourglass-half' : 'lock'),
					' ',
					stands.why,
				),
			stands.note !== undefined &&
				el('span', { class: 'wae-switch-why' }, icon('info-circle'), ' ', stands.note),
		),
		el(
			'div',
			{ class: 'wae-switch-sent' },
			el('small', {}, t('switches.lastSent')),
			lastSent === undefined
				? el('span', { class: 'wae-switch-never' }, t('switches.never'))
				: el(
						'time',
						{ datetime: lastSent, title: new Date(lastSent).toLocaleString(RED.i18n.lang()) },
						agoText(lastSent, RED.i18n.lang()),
					),
		),
	);
}

function toggle(
	automation: AutomationId,
	name: string,
	{ state, canTurn, why }: Standing,
	turn: Turn,
): HTMLElement {
	const on = state !== 'off';
	const element = el(
		'button',
		{
			...{ type: 'button', role: 'switch', class: 'wae-toggle', 'data-automation': automation },
			...{ 'aria-checked': String(on), 'aria-label': `${name}: ${t(`switches.${state}`)}` },
			title: why ?? t(`switches.${on ? 'turnOff' : 'turnOn'}`),
			disabled: !canTurn,
		},
		el('span', { class: 'wae-toggle-knob' }),
	);
	element.addEventListener('click', (event) => {
		event.preventDefault();
		turn(automation, !on);
	});
	return element;
}

/** Nothing while the statuses are not known. */
function badge(
	{ templateStatus }: SwitchboardLine,
	{ templateKnown }: Standing,
): HTMLElement | undefined {
	if (templateStatus !== undefined) return badgeOf({ status: templateStatus });
	if (!templateKnown) return undefined;
	return el('span', { class: 'wae-badge wae-badge-stopped' }, t('switches.noTemplate'));
}
