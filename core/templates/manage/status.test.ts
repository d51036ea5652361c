import { readGraphError } from '../../graph/error';
import { categoryDrift } from './category-drift';
import { readChangeRefusal } from './refusal-of-change';
import { rejectionOf } from './rejection';
import {
	needsAttention,
	templateResultFields,
	templateSummary,
	type TemplateResult,
} from './result';
import { isSettled, STATUS_WORDS, statusOf, templateStatuses } from './status';

/** Meta's statuses, and the events of its webhook that are none of them. Source: reference §2. */
const META = {
	APPROVED: 'approved',
	PENDING: 'pending',
	REJECTED: 'rejected',
	PAUSED: 'paused',
	DISABLED: 'disabled',
	IN_APPEAL: 'inAppeal',
	PENDING_DELETION: 'deletionInProgress',
	DELETED: 'deleted',
	LIMIT_EXCEEDED: 'limitExceeded',
	ARCHIVED: 'archived',
	REINSTATED: 'approved',
	UNARCHIVED: 'approved',
};

it.each(Object.entries(META))('%s is told as %s', (meta, ours) => {
	expect(statusOf(meta)).toBe(ours);
	expect(statusOf(meta.toLowerCase())).toBe(ours);
});

it('says that a status is unknown where Meta has a new one', () => {
	for (const status of ['SOMETHING_NEW', '', undefined, 'toString', '__proto__']) {
		expect(statusOf(status)).toBe('unknown');
	}
});

it('has words in both languages for every status', () => {
	for (const status of templateStatuses) {
		const { en, ja, meaning } = STATUS_WORDS[status];
		expect(en).toMatch(/^[A-Z][a-z ]+$/);
		expect(ja).toMatch(/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+$/u);
		expect(meaning).toMatch(/\.$/);
	}
});

it('waits for what WhatsApp still decides, and for nothing else', () => {
	expect(templateStatuses.filter((status) => !isSettled(status))).toEqual([
		'pending',
		'inAppeal',
		'deletionInProgress',
	]);
});

it('explains a rejection, in Meta’s own words where it gives them', () => {
	expect(rejectionOf('NONE')).toBeUndefined();
	expect(rejectionOf(undefined)).toBeUndefined();
	expect(rejectionOf('SCAM')).toMatchObject({
		reason: 'SCAM',
		recommendation: expect.stringContaining('card numbers'),
	});
	expect(rejectionOf('INVALID_FORMAT', { recommendation: 'Separate parameters.' })).toMatchObject({
		explanation: expect.stringContaining('variables'),
		recommendation: 'Separate parameters.',
	});
	expect(rejectionOf('toString')).toMatchObject({
		explanation: 'WhatsApp gave the reason toString',
	});
});

it('tells a category that was moved from one that is announced', () => {
	expect(categoryDrift({ category: 'UTILITY' }, 'UTILITY')).toBeUndefined();
	expect(categoryDrift({}, 'UTILITY')).toBeUndefined();
	expect(
		categoryDrift({ category: 'MARKETING', previousCategory: 'UTILITY' }, undefined, 'DE'),
	).toMatchObject({
		asked: 'UTILITY',
		now: 'MARKETING',
		message: expect.stringContaining('$0.0550'),
	});
	expect(
		categoryDrift({ category: 'UTILITY', correctCategory: 'MARKETING' }, 'UTILITY'),
	).toMatchObject({ asked: 'UTILITY', now: 'MARKETING', announced: true });
});

/** What Meta answers to a change it refuses. */
const refusal = (subcode: number | undefined, message = 'Invalid parameter', code = 100) =>
	readChangeRefusal(
		readGraphError({
			status: 400,
			headers: {},
			body: {
				error: {
					code,
					message: 'Invalid parameter',
					error_subcode: subcode,
					error_user_msg: message,
				},
			},
		}),
	);

it.each([
	[2388019, 'waiting', 'template_limit'],
	[2388023, 'waiting', 'name_blocked'],
	[2388039, 'waiting', 'in_review'],
	[2388124, 'waiting', 'edited_recently'],
	[2388040, 'refused', 'refused'],
	[2388293, 'refused', 'refused'],
	[999, 'refused', 'refused'],
])('the subcode %i is %s: %s', (subcode, outcome, reason) => {
	expect(refusal(subcode)).toMatchObject({
		outcome,
		reason,
		whatToDo: expect.stringMatching(/\.$/),
	});
});

it('reads Meta’s words where it gives no subcode, and its rate limits', () => {
	expect(refusal(undefined, 'You can edit a template 10 times in 30 days.').reason).toBe(
		'edited_recently',
	);
	expect(refusal(undefined, 'You can create 100 message templates an hour.').reason).toBe(
		'creation_rate',
	);
	expect(refusal(undefined, 'Slow down', 80008)).toMatchObject({ reason: 'rate_limited' });
	expect(refusal(undefined, 'The name is not allowed.')).toMatchObject({ outcome: 'refused' });
});

it('sends to Needs Attention what somebody has to do something about', () => {
	const of = (result: Partial<TemplateResult>) =>
		needsAttention({ operation: 'apply', outcome: 'ok', message: '', ...result });
	expect(of({ outcome: 'waiting' })).toBe(true);
	expect(of({ outcome: 'unchanged', status: 'rejected' })).toBe(true);
	expect(of({ outcome: 'unchanged', status: 'pending' })).toBe(false);
	expect(of({ outcome: 'unchanged', status: 'rejected', operation: 'delete' })).toBe(false);
	expect(of({ outcome: 'planned' })).toBe(false);
});

it('sums up what needs attention', () => {
	const result = (more: Partial<TemplateResult>): TemplateResult => ({
		operation: 'apply',
		outcome: 'ok',
		message: '',
		...more,
	});
	expect(templateSummary([result({}), result({ outcome: 'created' })])).toBeUndefined();
	expect(
		templateSummary([
			result({ outcome: 'refused', reason: 'check_failed' }),
			result({ outcome: 'refused', reason: 'check_failed' }),
			result({ outcome: 'unchanged', status: 'paused' }),
			result({}),
		]),
	).toBe('3 of 4 need attention: 2 refused (check_failed), 1 paused');
});

it('hands out Meta’s refusal under meta, and no empty fields', () => {
	const error = readGraphError({
		status: 400,
		headers: {},
		body: { error: { code: 100, message: 'No' } },
	});
	const fields = templateResultFields(
		{ operation: 'apply', outcome: 'refused', message: 'm', error, drift: undefined },
		{ id: 1 },
	);

	expect(fields).toMatchObject({ outcome: 'refused', meta: { code: 100 }, input: { id: 1 } });
	expect(fields).not.toHaveProperty('error');
	expect(Object.values(fields)).not.toContain(undefined);
});
