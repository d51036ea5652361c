import { platformPath, request } from '../api.ts';
import type { EventInfo, Forgery, TicketingAction, TicketingCall } from '../types.ts';
import type { ActionResult, TicketingState } from './types.ts';

const path = '/sim/ticketing';

export interface TargetSetting {
	target: string;
	secret?: string;
	secretIn?: 'query' | 'header' | 'basic';
	secretHeader?: string;
	actions?: TicketingAction[];
}

export const ticketingApi = {
	state: () => request<TicketingState>('GET', path),
	changeEvent: (event: Partial<EventInfo>) => request<TicketingState>('PATCH', path, { event }),
	act: (platform: string, action: TicketingAction, given: object) =>
		request<ActionResult>('POST', `${platformPath(platform)}/${action}`, given),
	addTarget: (platform: string, setting: TargetSetting) =>
		request<{ id: string }>('POST', `${platformPath(platform)}/targets`, setting),
	removeTarget: (platform: string, id: string) =>
		request('DELETE', `${platformPath(platform)}/targets/${encodeURIComponent(id)}`),
	resend: (id: string, how: { repeat?: number; forge?: Forgery }) =>
		request<{ calls: TicketingCall[] }>(
			'POST',
			`${path}/deliveries/${encodeURIComponent(id)}/resend`,
			how,
		),
};
