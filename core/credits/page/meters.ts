import type { MessagingLimit } from '../../account/health';
import { text } from '../../notifications/report/draw';
import type { Formats } from './format';
import { fill, wordOf } from './words';

/** Meta's three grades, worst first. */
const GRADES = ['RED', 'YELLOW', 'GREEN'] as const;

/** Meta's levels of the messaging limit, with how many people each is. */
const LEVELS = [
	['TIER_250', 250],
	['TIER_2K', 2_000],
	['TIER_10K', 10_000],
	['TIER_100K', 100_000],
	['TIER_UNLIMITED', undefined],
] as const;

export function drawQuality(quality: string | undefined, { words }: Formats): string {
	const grade = GRADES.findIndex((one) => one === quality);
	if (grade < 0) return text(quality ? wordOf(words.qualityIs, quality) : words.unknown);
	return drawSteps(
		GRADES.map((one) => wordOf(words.qualityIs, one)),
		grade,
		`wac-${quality?.toLowerCase()}`,
	);
}

export function drawLimit(limit: MessagingLimit, { words, count }: Formats): string {
	const { tier, most, usedToday, leftToday } = limit;
	const level = LEVELS.findIndex(([name]) => name === tier);
	const steps = LEVELS.map(([, people]) => (people ? count(people) : words.unlimited));
	const known = most === undefined ? (tier ?? words.unknown) : count(most);
	const ladder = level < 0 ? text(known) : drawSteps(steps, level, 'wac-level');
	const isUnlimited = tier === 'TIER_UNLIMITED';
	if (level < 0 && most === undefined && usedToday === undefined) return ladder;
	if (isUnlimited && usedToday === undefined) return ladder;
	const said =
		usedToday === undefined
			? words.usedUnknown
			: most === undefined || leftToday === undefined
				? fill(isUnlimited ? words.usedUnlimited : words.usedOnly, { used: count(usedToday) })
				: fill(words.usedToday, {
						used: count(usedToday),
						most: count(most),
						left: count(leftToday),
					});
	return `${ladder}${drawUsed(usedToday, most)}<small>${text(said)}</small>`;
}

/** All steps in a row: those that are reached are filled, the present one says so in bold. */
function drawSteps(steps: readonly string[], present: number, kind: string): string {
	const drawn = steps.map((step, n) => {
		const reached = n <= present ? ` ${kind}` : '';
		return n === present
			? `<li class="wac-step wac-present${reached}" aria-current="true"><span></span><b>${text(step)}</b></li>`
			: `<li class="wac-step${reached}"><span></span>${text(step)}</li>`;
	});
	return `<ol class="wac-steps">${drawn.join('')}</ol>`;
}

function drawUsed(used: number | undefined, most: number | undefined): string {
	if (used === undefined || !most) return '';
	const share = Math.min(100, Math.max(0, Math.round((used / most) * 100)));
	// Somebody is seen, however few.
	const width = used > 0 ? Math.max(1, share || 0) : 0;
	const kind = share >= 80 ? ' wac-nearly' : '';
	return `<span class="wan-track wac-used" aria-hidden="true"><span class="wan-bar${kind} wan-w${width}"></span></span>`;
}
