import { el } from '../dom.ts';
import { field, select } from '../fields.ts';
import { t } from '../i18n.ts';
import { dateTime } from '../time.ts';
import { countText } from './amount.ts';
import type { Place } from './moneyPlace.ts';
import { button, card, factList, group } from './parts.ts';
import type { Standing } from './types.ts';

/** @param title said of it when it is done */
export type ActOnAccount = (action: string, given: object, title: string) => void;

const TIERS = ['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED'];
const VIOLATIONS = ['SPAM', 'SCAM', 'ADULT', 'ALCOHOL', 'DRUGS', 'GAMBLING'];

/** How the account stands with Meta, and Meta's buttons. */
export function createStandingPlace(act: ActOnAccount): Place {
	let shownTier = '';
	const facts = factList();
	const meter = el('progress', { attributes: { 'aria-label': t('reachedToday') } });
	const meterValue = el('span', { class: 'meter-value' });
	const used = el('div', { class: 'meter' }, el('span', {}, t('reachedToday')), meterValue, meter);
	const days = field({
		name: 'days',
		label: t('restrictDays'),
		type: 'number',
		value: '3',
		attributes: { min: 1, max: 365, 'data-testid': 'restrict-days' },
	});
	const kind = select('restriction', t('restrictWhat'), [
		{ value: 'RESTRICTED_BIZ_INITIATED_MESSAGING', label: t('restrictTemplates') },
		{ value: 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING', label: t('restrictAnswers') },
		{ value: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION', label: t('restrictNumbers') },
	]);
	const tier = select(
		'tier',
		t('newLimit'),
		TIERS.map((value) => ({ value, label: tierName(value) })),
	);
	const violation = select(
		'violation',
		t('violationType'),
		VIOLATIONS.map((value) => ({ value, label: value })),
	);
	const name = field({ name: 'name', label: t('displayName'), value: 'Test Conf' });
	const ban = button(t('ban'), 'account-ban', () => act('ban', {}, t('doneBan')), 'danger');
	const reinstate = button(
		t('reinstateAccount'),
		'account-reinstate',
		() => act('reinstate', {}, t('doneReinstate')),
		'first',
	);
	const restrict = button(
		t('restrict'),
		'account-restrict',
		() =>
			act(
				'restrict',
				{ type: kind.input.value, days: Number(days.input.value) },
				t('doneRestrict'),
			),
		'danger',
	);
	const lift = button(t('lift'), 'account-lift', () => act('lift', {}, t('doneLift')), 'first');
	const qualities = (['GREEN', 'YELLOW', 'RED'] as const).map((quality) =>
		button(t(`quality_${quality}`), `account-quality-${quality.toLowerCase()}`, () =>
			act('quality', { quality }, t('doneQuality', { quality: t(`quality_${quality}`) })),
		),
	);
	const decide = (decision: 'APPROVED' | 'REJECTED') =>
		act('name', { decision, name: name.input.value.trim() }, t('doneName'));
	const element = el(
		'div',
		{ class: 'account-columns' },
		el(
			'div',
			{ class: 'desk-cards' },
			card('standing', 'account-standing', facts.element, used),
			card(
				'templatesAndTime',
				'account-elsewhere',
				el(
					'ul',
					{ class: 'plain-list' },
					el('li', {}, el('a', { attributes: { href: '#templates' } }, t('pauseATemplate'))),
					el('li', {}, el('a', { attributes: { href: '#templates/account' } }, t('letTimePass'))),
				),
			),
		),
		el(
			'div',
			{ class: 'desk-cards' },
			card(
				'decisions',
				'account-actions',
				group('decideBan', [ban, reinstate]),
				group(
					'decideRestriction',
					[restrict, lift],
					el('div', { class: 'columns is-wide-first' }, kind.element, days.element),
				),
				group(
					'decideViolation',
					[
						button(t('tellViolation'), 'account-violation', () =>
							act('violation', { type: violation.input.value }, t('doneViolation')),
						),
					],
					violation.element,
				),
				group('decideQuality', qualities),
				group(
					'decideTier',
					[
						button(t('setTier'), 'account-tier', () =>
							act('tier', { tier: tier.input.value }, t('doneTier')),
						),
					],
					tier.element,
				),
				group(
					'decideName',
					[
						button(t('approveName'), 'account-name-approve', () => decide('APPROVED')),
						button(t('rejectName'), 'account-name-reject', () => decide('REJECTED')),
					],
					name.element,
				),
			),
		),
	);

	return {
		element,
		update({ standing }) {
			facts.update(standingFacts(standing));
			const { limit, used: reached } = standing;
			meterValue.textContent =
				limit === null
					? t('reachedUnlimited', { used: countText(reached) })
					: `${countText(reached)} / ${countText(limit)}`;
			meter.max = limit ?? Math.max(reached, 1);
			meter.value = Math.min(reached, meter.max);
			// Only when it has changed: what somebody chooses meanwhile stays chosen.
			if (shownTier !== standing.tier) tier.input.value = standing.tier;
			shownTier = standing.tier;
			ban.disabled = standing.ban !== null;
			reinstate.disabled = standing.ban === null;
			lift.disabled = standing.restrictions.length === 0;
		},
	};
}

function standingFacts(standing: Standing): Parameters<ReturnType<typeof factList>['update']>[0] {
	const { ban, restrictions, violation, numbers } = standing;
	return [
		['canItSend', t(canSendWord(standing.canSend))],
		[
			'numbersOfAccount',
			numbers
				.map(
					(one) =>
						`${one.display} · ${one.name}\n${one.status} · ${one.quality} · ${one.nameStatus}`,
				)
				.join('\n'),
		],
		['banState', ban === null ? '—' : `${ban.state}\n${ban.date}`],
		[
			'restrictionsNow',
			restrictions
				.map(({ type, until }) => {
					const name = type.replaceAll('_', '_\u200b'); // may break there
					if (until === null) return name;
					return t('restrictedUntil', { type: name, time: dateTime(Date.parse(until)) });
				})
				.join('\n') || '—',
		],
		['violationLast', violation?.type ?? '—'],
		['reviewState', standing.review],
		['messagingLimit', tierName(standing.tier)],
	];
}

/** The words of `health_status`. */
export function canSendWord(canSend: string): 'sendsAll' | 'sendsLimited' | 'sendsNothing' {
	if (canSend === 'BLOCKED') return 'sendsNothing';
	return canSend === 'LIMITED' ? 'sendsLimited' : 'sendsAll';
}

function tierName(tier: string): string {
	const people = tier.replace('TIER_', '').replace('K', '000');
	return tier === 'TIER_UNLIMITED'
		? t('tierUnlimited')
		: t('tierPeople', { count: countText(Number(people)) });
}
