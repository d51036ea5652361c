import { request } from '../api.ts';
import type {
	AccountState,
	Money,
	Provider,
	Standing,
	Stripe,
	StripeCall,
	ToldWebhook,
} from './types.ts';

const part = encodeURIComponent;

export const accountApi = {
	async state(): Promise<AccountState> {
		const [money, standing, { providers }, stripe] = await Promise.all([
			request<Money>('GET', '/sim/money'),
			request<Standing>('GET', '/sim/account'),
			request<{ providers: Provider[] }>('GET', '/sim/providers'),
			request<Stripe>('GET', '/sim/stripe'),
		]);
		return { money, standing, providers, stripe };
	},
	changeMoney: (change: object) => request<Money>('PATCH', '/sim/money', change),
	topUp: (amount: number) => request<Money>('POST', '/sim/money/topup', { amount }),
	act: (action: string, given: object) =>
		request<{ told: ToldWebhook[] }>('POST', `/sim/account/${action}`, given),
	changeProvider: (id: string, change: object) =>
		request('PATCH', `/sim/providers/${part(id)}`, change),
	setEndpoint: (endpoint: { url: string; secret?: string }) =>
		request<Stripe>('PUT', '/sim/stripe/endpoint', endpoint),
	actOnSession: (id: string, action: string) =>
		request<{ calls: StripeCall[] }>('POST', `/sim/stripe/sessions/${part(id)}/${action}`, {}),
	resend: (id: string, how: object) =>
		request<{ calls: StripeCall[] }>('POST', `/sim/stripe/events/${part(id)}/resend`, how),
};
