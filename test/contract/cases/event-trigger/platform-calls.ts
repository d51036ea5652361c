import { signTito } from '../../../../simulator/ticketing/platforms/tito';
import { startSimulator, type Simulator } from '../../../../simulator/index';
import { startReceiver } from '../../../../simulator/testing/receiver';
import { exampleBody } from '../../../../examples/read-example';
import { SECRET } from '../../run/event-trigger';
import type { TicketingCall } from '../../words/cases';
import { hoursAgo } from '../people';

/** Those that prove themselves with every call, each in its own way. */
export const signing = ['hi-events', 'ticket-tailor', 'luma', 'cvent'] as const;

export type Platform = 'generic' | 'tito' | 'zoho-backstage' | (typeof signing)[number];

/** A body of examples/generic, as if it had just happened. */
export const generic = (change: object = {}, example = 'registration'): TicketingCall => ({
	headers: { 'x-webhook-secret': SECRET },
	query: {},
	body: JSON.stringify({
		...(exampleBody(`generic/${example}`) as object),
		timestamp: hoursAgo(1),
		...change,
	}),
});

/** A body of examples/tito, signed; the first part of its name is what Tito calls the happening. */
export function tito(example: string, change: object = {}): TicketingCall {
	const given = exampleBody(`tito/${example}`) as object;
	const body = JSON.stringify({ ...given, updated_at: hoursAgo(1), ...change });
	return {
		headers: {
			'tito-signature': signTito(body, SECRET),
			'x-webhook-name': example.split('-')[0] as string,
		},
		query: {},
		body,
	};
}

/** A body of examples/zoho-backstage, at the address the organiser gave that action. */
export const backstage = (example: string, action: string, change: object = {}): TicketingCall => ({
	headers: {},
	query: { secret: SECRET, action },
	body: JSON.stringify({ ...(exampleBody(`zoho-backstage/${example}`) as object), ...change }),
});

/** Somebody registers at the simulator’s ticketing desk. */
const registration = {
	buyer: {
		firstName: 'Aiko',
		lastName: 'Tanaka',
		email: 'aiko@example.com',
		phone: '+81 90-1234-5678',
	},
};

/** Those whose calls carry numbers only: the simulator of the case itself is asked for the rest. */
export const asking = ['pretix', 'eventbrite'] as const;

/** A registration that its platform can be asked about. */
export const askedFor =
	(platform: (typeof asking)[number]) =>
	async (simulator: Simulator): Promise<TicketingCall> => {
		const target = await startReceiver();
		try {
			const address = `${simulator.url}/sim/ticketing`;
			await post(`${address}/${platform}/register`, {
				...{ target: target.url, secret: SECRET },
				...registration,
			});
			const [call] = await target.received(1);
			const { platforms } = (await (await fetch(address)).json()) as {
				platforms: Array<{ id: string; api: { url: string; token: string } }>;
			};
			const { api } = platforms.find(({ id }) => id === platform)!;
			return {
				headers: {},
				query: Object.fromEntries(new URL(call!.path, target.url).searchParams),
				body: call!.raw,
				api: { address: api.url, token: api.token },
			};
		} finally {
			await target.close();
		}
	};

async function post(url: string, body: object): Promise<void> {
	const answer = await fetch(url, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (!answer.ok) throw new Error(await answer.text());
}

/** What the platform then posts, byte by byte. Captured once: order numbers are drawn anew each time. */
export function registered(platform: Platform): () => Promise<TicketingCall> {
	let captured: Promise<TicketingCall> | undefined;
	return async () => await (captured ??= capture(platform));
}

async function capture(platform: Platform): Promise<TicketingCall> {
	const [simulator, target] = await Promise.all([startSimulator(), startReceiver()]);
	try {
		await post(`${simulator.url}/sim/ticketing/${platform}/register`, {
			...{ target: target.url, secret: SECRET },
			...registration,
		});
		const [call] = await target.received(1);
		const { raw: body, headers, path } = call!;
		const proofs = [
			...['tito-signature', 'x-webhook-name', 'x-webhook-secret', 'signature', 'authorization'],
			...['tickettailor-webhook-signature', 'webhook-signature'],
		];
		return {
			headers: Object.fromEntries(
				proofs.filter((name) => headers[name]).map((name) => [name, String(headers[name])]),
			),
			query: Object.fromEntries(new URL(path, target.url).searchParams),
			body,
		};
	} finally {
		await Promise.all([simulator.close(), target.close()]);
	}
}
