import fc from 'fast-check';
import { createServer, type AddressInfo } from 'node:net';
import { TransportError } from '../ports';
import { transportErrorFrom } from './transport-failure';

const failure = (more: Record<string, unknown>) => Object.assign(new Error('failed'), more);
const refused = () => failure({ code: 'ECONNREFUSED', syscall: 'connect' });
const reset = () => failure({ code: 'ECONNRESET', syscall: 'read' });
const wrapped = (error: unknown, times = 1): unknown =>
	times === 0 ? error : failure({ code: 'ERR_NETWORK', cause: wrapped(error, times - 1) });

describe('a request that surely never left', () => {
	it.each([
		['a refused connection', refused(), 'ECONNREFUSED'],
		['a name nobody knows', failure({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }), 'ENOTFOUND'],
		['a name server that does not answer', failure({ code: 'EAI_AGAIN' }), 'EAI_AGAIN'],
		[
			'a connection that took too long',
			failure({ code: 'ETIMEDOUT', syscall: 'connect' }),
			'ETIMEDOUT',
		],
		['a reset while connecting', failure({ code: 'ECONNRESET', syscall: 'connect' }), 'ECONNRESET'],
		['a firewall', failure({ code: 'EACCES', syscall: 'connect' }), 'EACCES'],
		['an expired certificate', failure({ code: 'CERT_HAS_EXPIRED' }), 'CERT_HAS_EXPIRED'],
		[
			'a certificate of another host',
			failure({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
			'ERR_TLS_CERT_ALTNAME_INVALID',
		],
		[
			'a self-signed certificate',
			failure({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
			'DEPTH_ZERO_SELF_SIGNED_CERT',
		],
		['an address that is none', failure({ code: 'ERR_INVALID_URL' }), 'ERR_INVALID_URL'],
	])('is known by %s', (_what, error, code) => {
		for (const seen of [error, wrapped(error), wrapped(error, 5)]) {
			expect(transportErrorFrom(seen)).toMatchObject({ left: false, code });
		}
	});

	it('is known where every address of the host was tried in vain', () => {
		const errors = [refused(), failure({ code: 'ETIMEDOUT', syscall: 'connect' })];
		const aggregate = Object.assign(new AggregateError(errors, 'all failed'), {
			code: 'ETIMEDOUT',
		});
		expect(transportErrorFrom(aggregate).left).toBe(false);
		expect(transportErrorFrom(wrapped(aggregate)).left).toBe(false);
	});

	it('is known where a library names the first of the attempts as cause as well', () => {
		const first = refused();
		const aggregate = Object.assign(new AggregateError([first, refused()], 'all'), {
			cause: first,
		});
		expect(transportErrorFrom(aggregate).left).toBe(false);
	});

	it('is known through a wrapper that has a code of its own', () => {
		const error = failure({
			code: 'ETIMEDOUT',
			cause: failure({ code: 'ETIMEDOUT', syscall: 'connect' }),
		});
		expect(transportErrorFrom(error).left).toBe(false);
	});
});

describe('a request that may have left', () => {
	it.each([
		['a reset', reset(), 'ECONNRESET'],
		['a broken pipe', failure({ code: 'EPIPE', syscall: 'write' }), 'EPIPE'],
		['an answer that did not come in time', failure({ code: 'ETIMEDOUT' }), 'ETIMEDOUT'],
		['an answer that axios waited for too long', failure({ code: 'ECONNABORTED' }), 'ECONNABORTED'],
		['a read that timed out', failure({ code: 'ETIMEDOUT', syscall: 'read' }), 'ETIMEDOUT'],
		[
			'a host that went away while it read',
			failure({ code: 'EHOSTUNREACH', syscall: 'read' }),
			'EHOSTUNREACH',
		],
		[
			'a network that went down while writing',
			failure({ code: 'ENETDOWN', syscall: 'write' }),
			'ENETDOWN',
		],
		['a cancelled request', failure({ code: 'ERR_CANCELED' }), 'ERR_CANCELED'],
		[
			'too many redirects, each of them an answer',
			failure({ code: 'ERR_FR_TOO_MANY_REDIRECTS' }),
			'ERR_FR_TOO_MANY_REDIRECTS',
		],
		['a failure nobody knows', failure({ code: 'E_NEW' }), 'E_NEW'],
		['a failure without a code', new Error('oops'), 'UNKNOWN'],
		['a code that is a number', failure({ code: 500 }), 'UNKNOWN'],
		['a text', 'ECONNREFUSED', 'UNKNOWN'],
		['nothing', undefined, 'UNKNOWN'],
	])('is taken so for %s', (_what, error, code) => {
		expect(transportErrorFrom(error)).toMatchObject({ left: true, code });
	});

	it('is taken so where one of several attempts got through', () => {
		expect(transportErrorFrom(new AggregateError([refused(), reset()])).left).toBe(true);
		expect(transportErrorFrom(new AggregateError([refused(), new Error('?')])).left).toBe(true);
		expect(transportErrorFrom(new AggregateError([])).left).toBe(true);
	});

	it('is taken so where a reset was followed by a refused retry', () => {
		expect(transportErrorFrom(failure({ ...reset(), cause: refused() })).left).toBe(true);
		expect(transportErrorFrom(failure({ code: 'ECONNREFUSED', cause: reset() })).left).toBe(true);
	});

	it('is taken so where the error cannot even be read', () => {
		const trap = new Proxy(
			{},
			{
				get: () => {
					throw new Error('no');
				},
			},
		);
		expect(transportErrorFrom(trap)).toMatchObject({ left: true, code: 'UNKNOWN' });
	});
});

describe('a failure that is built to attack', () => {
	it('ends on causes that go round in a circle', () => {
		const a: Record<string, unknown> = { code: 'E_A' };
		const b: Record<string, unknown> = { cause: a, errors: [a] };
		Object.assign(a, { cause: b, errors: Array.from({ length: 50 }, () => b) });
		expect(transportErrorFrom(a).left).toBe(true);
	});

	it('ends on a chain without end', () => {
		const endless = (): object => Object.defineProperty({}, 'cause', { get: endless });
		expect(transportErrorFrom(endless()).left).toBe(true);
	});

	it('ends on a web of errors that all name one another', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({
						code: fc.constantFrom('ECONNREFUSED', 'ECONNRESET', 'E_NEW', undefined),
						cause: fc.nat(30),
						errors: fc.array(fc.nat(30), { maxLength: 30 }),
					}),
					{ minLength: 1, maxLength: 31 },
				),
				(plan) => {
					const web = plan.map(({ code }) => ({ code }) as Record<string, unknown>);
					plan.forEach(({ cause, errors }, i) => {
						Object.assign(web[i] as object, {
							cause: web[cause],
							errors: errors.map((e) => web[e]),
						});
					});
					expect(transportErrorFrom(web[0])).toBeInstanceOf(TransportError);
				},
			),
		);
	});

	it('never counts as never left when a reset stands anywhere in it', () => {
		const tree = fc.letrec<{ node: unknown }>((tie) => ({
			node: fc.oneof(
				{ maxDepth: 4 },
				fc.constant(refused()),
				fc.constant({}),
				fc.record({ cause: tie('node') }),
				fc.record({ code: fc.constant('ERR_NETWORK'), cause: tie('node') }),
				fc.record({ errors: fc.array(tie('node'), { maxLength: 4 }) }),
			),
		})).node;
		fc.assert(
			fc.property(fc.array(tree, { maxLength: 4 }), fc.nat(4), (errors, at) => {
				const withReset = [...errors];
				withReset.splice(at, 0, wrapped(reset(), at));
				expect(transportErrorFrom({ errors: withReset }).left).toBe(true);
			}),
		);
	});

	it('never throws', () => {
		fc.assert(
			fc.property(fc.anything({ withNullPrototype: true }), (anything) => {
				const error = transportErrorFrom(anything);
				expect(error).toBeInstanceOf(TransportError);
				expect(error.cause).toBe(anything);
			}),
		);
	});
});

describe('a real fetch', () => {
	it('at a closed port never left', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		const { port } = server.address() as AddressInfo;
		await new Promise((resolve) => server.close(resolve));
		const error: unknown = await fetch(`http://127.0.0.1:${port}/`).catch((e: unknown) => e);
		expect(transportErrorFrom(error)).toMatchObject({
			left: false,
			code: 'ECONNREFUSED',
			message: 'the connection was refused (ECONNREFUSED)',
		});
	});

	it('that is cut off by the server may have left', async () => {
		const server = createServer((socket) => socket.once('data', () => socket.destroy())).listen(
			0,
			'127.0.0.1',
		);
		await new Promise((resolve) => server.once('listening', resolve));
		const { port } = server.address() as AddressInfo;
		const error: unknown = await fetch(`http://127.0.0.1:${port}/`).catch((e: unknown) => e);
		server.close();
		expect(transportErrorFrom(error).left).toBe(true);
	});
});
