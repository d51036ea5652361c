import fc from 'fast-check';
import { fixture } from '../testing/fixture';
import { describeGraphError, GraphCallError, readGraphError } from './error';

const answer = (name: string, status = 400, headers: Record<string, string> = {}) => ({
	status,
	headers,
	body: fixture(__dirname, name),
});

describe('an error answer of Meta’s', () => {
	it('is read with code, trace and the most precise sentence there is', () => {
		expect(readGraphError(answer('throughput'))).toEqual({
			class: 'rate',
			code: 130429,
			subcode: undefined,
			title: 'Rate limit hit',
			details: 'Cloud API message throughput has been reached.',
			fbtraceId: 'Az8or2yhqkZfEZ-_4Qn_Bam',
			httpStatus: 400,
			whatToDo: expect.stringContaining('Send more slowly'),
			waitMs: undefined,
		});
	});

	it('of the management API brings its sentence for users, and its subcode', () => {
		expect(readGraphError(answer('duplicate-template'))).toMatchObject({
			class: 'request',
			code: 100,
			subcode: 2388024,
			title: 'Invalid parameter',
			details: expect.stringMatching(/^There is already English content/),
		});
	});

	it('of an expired token is of class auth', () => {
		expect(readGraphError(answer('token-expired', 401))).toMatchObject({
			class: 'auth',
			code: 190,
			subcode: 463,
		});
	});

	it('takes the title for users where there is no sentence', () => {
		const body = {
			error: { code: 100, message: 'Invalid parameter', error_user_title: 'Too long' },
		};
		expect(readGraphError({ status: 400, headers: {}, body }).details).toBe('Too long');
	});

	it('has a title even where Meta gives none', () => {
		const read = readGraphError({ status: 400, headers: {}, body: { error: { code: 100 } } });
		expect(read.title).toBe('Unknown error');
	});
});

describe('the time a throttled account has to wait', () => {
	const usage = JSON.stringify(fixture(__dirname, 'usage-header'));
	const waitMs = (header: string) =>
		readGraphError(answer('throughput', 400, { 'x-business-use-case-usage': header })).waitMs;

	it('is the longest the usage header names, from minutes', () => {
		expect(waitMs(usage)).toBe(19 * 60_000);
	});

	it.each(['', 'not JSON', 'null', '[]', '{}', '{"1":null}', '{"1":[null]}', '{"1":[{}]}', '7'])(
		'is not known from the header %p',
		(header) => {
			expect(waitMs(header)).toBeUndefined();
		},
	);

	it('is not known where access is not lost', () => {
		expect(waitMs('{"1":[{"estimated_time_to_regain_access":0}]}')).toBeUndefined();
	});
});

describe('an answer that is not Meta’s', () => {
	it.each([
		['a gateway’s page', 502, '<html><body>502 Bad Gateway</body></html>', 'unknown'],
		['an empty 500', 500, '', 'unknown'],
		[
			'a proxy’s refusal of a big body',
			413,
			'<html>413 Request Entity Too Large</html>',
			'request',
		],
		['nothing at all', 404, undefined, 'request'],
		['another API’s error', 400, { error: 'bad request' }, 'request'],
		['an error without a code', 400, { error: { message: 'no' } }, 'request'],
		['null', 503, null, 'unknown'],
	])('is read all the same: %s', (_what, status, body, errorClass) => {
		const read = readGraphError({ status, headers: {}, body });
		expect(read).toMatchObject({ class: errorClass, httpStatus: status });
		expect(read.code).toBeUndefined();
		expect(describeGraphError(read)).toContain(`HTTP ${status}`);
		expect(read.whatToDo).toMatch(/API address/);
	});

	it('never throws, whatever it is', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 100, max: 599 }),
				fc.anything(),
				fc.anything(),
				(status, body, error) => {
					readGraphError({ status, body, headers: {} });
					const read = readGraphError({ status, body: { error }, headers: undefined as never });
					expect(typeof describeGraphError(read)).toBe('string');
				},
			),
		);
	});
});

describe('the line that describes an error', () => {
	it('has everything one needs to look it up', () => {
		expect(describeGraphError(readGraphError(answer('throughput')))).toBe(
			'Rate limit hit. Cloud API message throughput has been reached. (code 130429, fbtrace_id Az8or2yhqkZfEZ-_4Qn_Bam)',
		);
		expect(describeGraphError(readGraphError(answer('token-expired', 401)))).toMatch(
			/code 190, subcode 463, /,
		);
	});

	it('does not say the same thing twice', () => {
		const body = { error: { code: 100, message: 'Invalid', error_data: { details: 'Invalid' } } };
		expect(describeGraphError(readGraphError({ status: 400, headers: {}, body }))).toBe(
			'Invalid (code 100)',
		);
	});

	it('stands in the error a failed call throws, behind what was tried', () => {
		const error = new GraphCallError('Reading the templates', readGraphError(answer('throughput')));
		expect(error.message).toMatch(/^Reading the templates: Rate limit hit/);
		expect(error.error.code).toBe(130429);
	});
});
