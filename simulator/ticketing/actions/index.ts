import type { JsonObject } from '../../json.ts';
import type {
	Action,
	OrderHappening,
	SiteHappening,
	SpeakerHappening,
	SponsorHappening,
	TicketHappening,
} from '../happening.ts';
import { cancelOrder, pay, register } from './orders.ts';
import type { Scene } from './scene.ts';
import { addSpeaker, removeSpeaker } from './speakers.ts';
import { decideSponsor, proposeSponsor } from './sponsors.ts';
import { cancelTicket, reassign, updateTicket } from './tickets.ts';

type Outcome =
	OrderHappening | TicketHappening | SpeakerHappening | SponsorHappening | SiteHappening | string;

/** What each action makes of what is; a sentence when it cannot. */
export const actions: Record<Action, (scene: Scene, body: JsonObject) => Outcome> = {
	register,
	pay,
	reassign,
	'update-ticket': updateTicket,
	'cancel-ticket': cancelTicket,
	'cancel-order': cancelOrder,
	'add-speaker': addSpeaker,
	'remove-speaker': removeSpeaker,
	'propose-sponsor': proposeSponsor,
	'deny-sponsor': (scene, body) => decideSponsor(scene, body, 'deny-sponsor'),
	'confirm-sponsor': (scene, body) => decideSponsor(scene, body, 'confirm-sponsor'),
	'go-live': () => ({ action: 'go-live' }),
};
