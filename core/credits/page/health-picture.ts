import type { AccountHealth } from '../../account/health';
import { NO_MONEY } from '../../account/unpaid';
import { drawCard, text } from '../../notifications/report/draw';
import type { CreditsPageFacts } from './facts';
import type { Formats } from './format';
import { drawLimit, drawQuality } from './meters';
import { moneyRefusedLine } from './money-refused';
import { fill, wordOf } from './words';

/** Number and account at a glance: what is rated and limited as meters, what stops messages as a list with its end. */
export function drawHealth(facts: CreditsPageFacts, formats: Formats): string {
	const { words } = formats;
	const { health } = facts;
	if (!health)
		return drawCard(words.numberHealth, `<p class="wan-note">${text(words.healthNotRead)}</p>`);
	const { number, account, messagingLimit } = health;
	const name = [
		number.displayName ?? words.unknown,
		number.nameStatus ? wordOf(words.nameStatusIs, number.nameStatus) : '',
	];
	const rows: Array<[title: string, html: string]> = [
		[words.number, text(number.displayPhoneNumber ?? number.id)],
		[words.displayName, text(name.filter(Boolean).join(' · '))],
		...(account.name ? [[words.account, text(account.name)] satisfies [string, string]] : []),
		[words.status, drawStatus(number.status, formats)],
		[words.quality, drawQuality(number.quality, formats)],
		[words.limit, drawLimit(messagingLimit, formats)],
	];
	const table = `<table class="wan-table wac-health"><tbody>${rows
		.map(([title, html]) => `<tr><th scope="row">${text(title)}</th><td>${html}</td></tr>`)
		.join('')}</tbody></table>`;
	return drawCard(
		words.numberHealth,
		table + drawTroubles(health, moneyRefusedLine(facts, formats), formats),
	);
}

/** Nothing leaves a number in one of these; what a number in any other may send, Meta decides. */
const STOPPED = ['BANNED', 'DELETED', 'DISCONNECTED', 'MIGRATED'];

function drawStatus(status: string | undefined, { words }: Formats): string {
	if (!status) return text(words.unknown);
	const [sign, kind] =
		status === 'CONNECTED'
			? ['✓', '']
			: STOPPED.includes(status)
				? ['✕', ' wac-stop']
				: ['!', ' wac-bad'];
	return `<span class="wac-state${kind}">${sign} ${text(wordOf(words.statusIs, status))}</span>`;
}

/** Everything that stops messages, in the reader's words, and what to do about it. */
function drawTroubles(
	health: AccountHealth,
	refused: string | undefined,
	formats: Formats,
): string {
	const { words, sentence, moment } = formats;
	const { ban, restrictions, templates, problems, unread } = health;
	const ends = (until: string | undefined) =>
		until ? fill(words.andUntil, { time: moment(until) }) : '';
	const named = (list: typeof templates.paused) =>
		list.map(({ name, language, until }) => text(`${name} (${language})${ends(until)}`));
	const lists: Array<[title: string, items: string[]]> = [
		[
			words.ban,
			ban ? [text(wordOf(words.banIs, ban.state) + (ban.date ? `: ${moment(ban.date)}` : ''))] : [],
		],
		[
			words.restrictions,
			restrictions.map(({ type, until }) => text(wordOf(words.restrictionIs, type) + ends(until))),
		],
		[words.pausedTemplates, named(templates.paused)],
		[words.disabledTemplates, named(templates.disabled)],
		[
			words.problems,
			problems.map(({ what, whatToDo, code }) =>
				// What the warning above tells stands here in the same words.
				code === NO_MONEY && refused
					? refused
					: `${sentence(what)} <b>${sentence(whatToDo)}</b>${code === undefined ? '' : ` <small>WhatsApp ${text(code)}</small>`}`,
			),
		],
		[words.notRead, unread.map(({ why }) => sentence(why))],
	];
	const drawn = lists.filter(([, items]) => items.length > 0).map(drawList);
	if (drawn.length > 0) return `<div class="wac-troubles">${drawn.join('')}</div>`;
	return `<p class="wan-note">✓ ${text(words.noProblems)}</p>`;
}

const drawList = ([title, items]: [string, string[]]): string =>
	`<section><h3>${text(title)}</h3><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul></section>`;

/** Why messages do not leave, in few words: for the big number. */
export function whyNot(
	{ canSend, ban, restrictions, problems, unread }: AccountHealth,
	formats: Formats,
): string | undefined {
	const { words, sentence } = formats;
	if (canSend === 'yes') return undefined;
	if (ban && ban.state !== 'REINSTATE') return text(wordOf(words.banIs, ban.state));
	const [restriction] = restrictions;
	if (restriction) return text(wordOf(words.restrictionIs, restriction.type));
	if (problems[0]) return sentence(problems[0].what);
	return unread[0] && sentence(unread[0].why);
}
