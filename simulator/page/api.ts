import type { Phone, Registration, Ticketing, TicketingCall } from './types.ts';

/** The simulator's own sentence about why it refused, or that it could not be reached at all. */
export class SimulatorError extends Error {
	readonly status: number;
	constructor(message: string, status: number) {
		super(message);
		this.name = 'SimulatorError';
		this.status = status;
	}
}

export async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
	let response: Response;
	try {
		response = await fetch(path, {
			method,
			headers: body === undefined ? {} : { 'content-type': 'application/json' },
			body: body === undefined ? null : JSON.stringify(body),
		});
	} catch (cause) {
		throw new SimulatorError(cause instanceof Error ? cause.message : 'unreachable', 0);
	}
	const answer: unknown = await response.json().catch(() => ({}));
	if (!response.ok) throw new SimulatorError(sentenceOf(answer, response), response.status);
	return answer as T;
}

function sentenceOf(answer: unknown, response: Response): string {
	if (typeof answer === 'object' && answer !== null && 'error' in answer) {
		if (typeof answer.error === 'string') return answer.error;
	}
	return `${response.status} ${response.statusText}`.trim();
}

const phonePath = (waId: string): string => `/sim/phones/${encodeURIComponent(waId)}`;
export const platformPath = (id: string): string => `/sim/ticketing/${encodeURIComponent(id)}`;

export const api = {
	phones: () => request<{ phones: Phone[] }>('GET', '/sim/phones'),
	write: (waId: string, text: string, name?: string) =>
		request('POST', `${phonePath(waId)}/text`, { text, ...(name ? { name } : {}) }),
	tap: (waId: string, tapped: { messageId: string; buttonIndex: number; cardIndex?: number }) =>
		request<{ opened?: string }>('POST', `${phonePath(waId)}/tap`, tapped),
	marketing: (waId: string, value: 'stop' | 'resume') =>
		request('POST', `${phonePath(waId)}/marketing`, { value }),
	read: (waId: string) => request('POST', `${phonePath(waId)}/read`, {}),
	ticketing: () => request<Ticketing>('GET', '/sim/ticketing'),
	setPlatform: (id: string, setting: { target?: string; secret?: string }) =>
		request('PUT', platformPath(id), setting),
	register: (id: string, registration: Registration) =>
		request<{ order: string; calls: TicketingCall[] }>(
			'POST',
			`${platformPath(id)}/register`,
			registration,
		),
};
