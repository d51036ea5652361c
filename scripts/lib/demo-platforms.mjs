// The simulator's ticketing platforms and the flows that hear them, shared by the demonstrations in both engines.
import { json, TICKED, WEBHOOK_SECRET } from './demo.mjs';

/**
 * What each flow must hear of. A flow keeps its own record of what was sent, so no two answer the same; who
 * registered is who held a ticket before it was handed on, so the reassignment flow hears of that, too.
 */
export const ACTIONS_OF_FLOW = {
	registration: ['register', 'pay'],
	reassignment: ['register', 'pay', 'reassign', 'update-ticket'],
	cancellation: ['cancel-ticket', 'cancel-order'],
	speaker: ['add-speaker', 'remove-speaker'],
	sponsor: ['propose-sponsor', 'deny-sponsor', 'confirm-sponsor', 'go-live'],
};

/** Zoho Backstage's bodies do not say what happened: its addresses do (docs/guides/event-trigger.md). */
const ZOHO_ACTIONS = {
	register: 'order.create',
	pay: 'order.update',
	reassign: 'attendee.reassign',
	'update-ticket': 'attendee.update',
	'cancel-ticket': 'attendee.delete',
	'cancel-order': 'order.cancel',
	'go-live': 'microsite.publish',
};

/** The simulator's platforms: what each can report, and by which way. */
export async function readPlatforms(simulatorUrl) {
	const { platforms } = await json(`${simulatorUrl}/sim/ticketing`);
	return platforms.map(({ id, name, arrival, actions, polled = [], api }) => ({
		...{ id, name, arrival, api },
		/** Reported by webhooks. */
		called: arrival === 'poll' ? [] : actions.filter((action) => !polled.includes(action)),
		/** Only its API shows them. */
		asked: arrival === 'poll' ? actions : polled,
	}));
}

/** Luma says "guest updated" of an approval as of all else, so whoever wants the one hears the other. */
const ALSO_HEARD = { luma: { registration: ['reassign', 'update-ticket'] } };

/** What a flow hears of a platform by webhooks; nothing where the platform has none of it. */
export const heardBy = (flow, { id, called }) =>
	[...ACTIONS_OF_FLOW[flow], ...(ALSO_HEARD[id]?.[flow] ?? [])].filter((action) =>
		called.includes(action),
	);

/** Sends a platform's webhooks that concern a flow to its trigger. */
export async function connect(simulatorUrl, platform, flow, address) {
	const actions = heardBy(flow, platform);
	const targets =
		platform.id === 'zoho-backstage'
			? actions.map((action) => [`${address}?action=${ZOHO_ACTIONS[action]}`, [action]])
			: [[address, actions]];
	for (const [target, chosen] of targets) {
		await json(`${simulatorUrl}/sim/ticketing/${platform.id}/targets`, 'POST', {
			...{ target, actions: chosen, webhooks: TICKED[platform.id], secret: WEBHOOK_SECRET },
		});
	}
}

/** Takes away the addresses of earlier starts, which may be another engine's. */
export async function disconnect(simulatorUrl, { id }) {
	const { platforms } = await json(`${simulatorUrl}/sim/ticketing`);
	for (const target of platforms.find((platform) => platform.id === id)?.targets ?? []) {
		await json(`${simulatorUrl}/sim/ticketing/${id}/targets/${target.id}`, 'DELETE');
	}
}
