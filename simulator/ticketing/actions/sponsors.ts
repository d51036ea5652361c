import type { SponsorHappening } from '../happening.ts';
import { asObject, asText, type JsonObject } from '../../json.ts';
import { readPerson } from '../person.ts';
import type { Scene } from './scene.ts';

export function proposeSponsor(scene: Scene, body: JsonObject): SponsorHappening | string {
	const company = asText(body['company']);
	const contact = readPerson(asObject(body['contact']));
	if (company === undefined || contact === undefined) {
		return 'Send { "company": "…", "contact": { firstName, lastName, email, phone } }.';
	}
	return {
		action: 'propose-sponsor',
		sponsor: {
			id: scene.newId(),
			company,
			contact,
			state: 'proposed',
			changedAt: scene.occurredAt,
		},
	};
}

/** An organiser may change their mind: what was denied can be confirmed, and the other way round. */
export function decideSponsor(
	{ occurredAt, sponsors }: Scene,
	body: JsonObject,
	action: 'deny-sponsor' | 'confirm-sponsor',
): SponsorHappening | string {
	const id = asText(body['sponsor']);
	const sponsor = sponsors.find((one) => one.id === id);
	if (sponsor === undefined) return `There is no sponsor ${id ?? ''} here.`;
	const state = action === 'deny-sponsor' ? 'denied' : 'confirmed';
	if (sponsor.state === state) return `${sponsor.company} has been ${state} already.`;
	return { action, sponsor: { ...sponsor, state, changedAt: occurredAt } };
}
