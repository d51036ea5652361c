import { el, setAttribute } from '../dom.ts';
import { icon } from '../icons.ts';
import { t } from '../i18n.ts';
import type { Word } from '../i18n.ts';
import { secondTime } from '../time.ts';
import type { Forgery, TicketingCall } from '../types.ts';
import { isRefused, isTaken } from './adviceOnCalls.ts';

export interface DeliveryRow {
	element: HTMLElement;
}

/** How a webhook goes out once more. */
export interface Resending {
	/** Said of it when it is done. */
	title: Word;
	/** One after the other. */
	times?: number;
	atOnce?: number;
	forge?: Forgery;
}

export type Resend = (call: TicketingCall, how: Resending) => Promise<void>;

const forgeryWords = {
	signature: 'troubleForged',
	timestamp: 'troubleLate',
	truncated: 'troubleTruncated',
	'foreign-host': 'troubleForeign',
} as const satisfies Record<Forgery, Word>;

const troubles: readonly { word: Word; testId: string; how: Resending }[] = [
	{ word: 'troubleThrice', testId: 'thrice', how: { title: 'doneThrice', times: 3 } },
	{ word: 'troubleAtOnce', testId: 'at-once', how: { title: 'doneAtOnce', atOnce: 5 } },
	...(Object.keys(forgeryWords) as Forgery[]).map((forge) => ({
		word: forgeryWords[forge],
		testId: forge,
		how: { title: 'doneForged', forge } as const,
	})),
];

/** Those that mean something to the platform. */
const troublesOf = (forges: readonly Forgery[]) =>
	troubles.filter(({ how: { forge } }) => forge === undefined || forges.includes(forge));

let serial = 0;

/** One try of a webhook: what, where, what came back; and buttons to send it again. */
export function createDeliveryRow(
	call: TicketingCall,
	forges: readonly Forgery[],
	resend: Resend,
): DeliveryRow {
	const good = call.forge === undefined ? isTaken(call) : isRefused(call);
	const menuId = `trouble-${++serial}`;
	const menu = el(
		'div',
		{
			class: 'trouble-menu',
			attributes: { id: menuId, role: 'group', 'aria-label': t('trouble'), hidden: true },
		},
		...troublesOf(forges).map(({ word, testId, how }) =>
			el(
				'button',
				{
					class: 'trouble-choice',
					attributes: { type: 'button', 'data-testid': `trouble-${testId}` },
					on: {
						click: () => {
							void resend(call, how);
							close();
						},
					},
				},
				t(word),
			),
		),
	);
	const again = el(
		'button',
		{
			class: 'text-button',
			attributes: { type: 'button', 'data-testid': 'send-again' },
			on: { click: () => void resend(call, { title: 'doneSentAgain', times: 1 }) },
		},
		t('sendAgain'),
	);
	const trouble = el(
		'button',
		{
			class: 'text-button trouble',
			attributes: {
				type: 'button',
				'aria-expanded': 'false',
				'aria-controls': menuId,
				'data-testid': 'trouble',
			},
			on: { click: toggle },
		},
		t('trouble'),
		icon('down'),
	);

	function toggle(): void {
		menu.hidden = !menu.hidden;
		setAttribute(trouble, 'aria-expanded', String(!menu.hidden));
	}

	function close(): void {
		if (menu.hidden) return;
		toggle();
		trouble.focus();
	}

	const element = el(
		'li',
		{
			class: good ? 'delivery is-good' : 'delivery is-bad',
			attributes: {
				'data-testid': 'delivery',
				'data-webhook': call.webhook,
				'data-status': call.status ?? 0,
			},
			on: { keydown: (event) => (event as KeyboardEvent).key === 'Escape' && close() },
		},
		el(
			'div',
			{ class: 'delivery-line' },
			icon(good ? 'single' : 'failed'),
			el('strong', { attributes: { dir: 'ltr' } }, call.webhook),
			el('time', { attributes: { datetime: call.at } }, secondTime(call.at)),
		),
		el(
			'p',
			{ class: 'delivery-answer' },
			el('span', { class: `badge is-${good ? 'good' : 'bad'}` }, answerOf(call)),
			call.forge !== undefined && el('span', { class: 'badge' }, t(forgeryWords[call.forge])),
			call.attempt > 1 && el('span', { class: 'badge' }, t('webhookTry', { number: call.attempt })),
		),
		el('small', { attributes: { dir: 'ltr' } }, call.url),
		el('div', { class: 'delivery-buttons' }, again, trouble),
		menu,
	);
	return { element };
}

function answerOf({ status, ms, error }: TicketingCall): string {
	if (!status) return t('callFailed', { error: error ?? '—' });
	return t('answeredIn', { status, ms: Math.round(ms ?? 0) });
}
