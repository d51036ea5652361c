// The shipped flows with a trigger for each of the simulator's platforms: an organiser has one, the demonstration all.
import { factsOf, WEBHOOK_SECRET } from './demo.mjs';
import { ACTIONS_OF_FLOW, heardBy } from './demo-platforms.mjs';

/** Between two nodes below each other on the canvas. */
const ROW = 60;

/** How the demonstration asks platforms that call nobody: at once, since the first answer is only remembered. */
const OFTEN = { repeat: '15', once: true, onceDelay: 0.1 };

/** The speaker flow has steps of its own for it, which an organiser switches on. */
const ZOHO = 'zoho-backstage';

/** In the sponsor flow the website is a platform's, and proposals are a form's. */
const triggerFor = (flow, { id }) =>
	flow === 'sponsor' && id !== 'generic' ? 'spo-live' : `${PREFIX[flow]}-trigger`;

const PREFIX = {
	registration: 'reg',
	reassignment: 'rea',
	cancellation: 'can',
	speaker: 'spe',
	sponsor: 'spo',
};

/** Where a trigger of the demonstration listens: `registration-pretix`. */
const pathFor = (flow, { id }) => `${flow}-${id}`;

/** The flow and the platform of such a trigger; undefined for one of the user's own. */
export function heardThrough({ path = '' }) {
	const flow = Object.keys(ACTIONS_OF_FLOW).find((name) => path.startsWith(`${name}-`));
	return flow && { flow, platformId: path.slice(flow.length + 1) };
}

/** A shipped flow as the demonstration runs it: the event filled in, a trigger for each platform it hears. */
export function forEveryPlatform(name, flow, { platforms, event }) {
	if (!(name in ACTIONS_OF_FLOW)) return flow;
	const calling = platforms.filter((platform) => heardBy(name, platform).length > 0);
	const asked =
		name === 'speaker'
			? platforms.filter(({ id, asked: by }) => by.includes('add-speaker') && id !== ZOHO)
			: [];
	const zoho = platforms.find(({ id }) => id === ZOHO);
	const filled = flow
		.map((node) =>
			node.type === 'whatsapp-event-messages' ? { ...node, event: factsOf(event) } : node,
		)
		.map((node) => (name === 'speaker' && zoho ? askingZoho(node, zoho, event) : node));
	const heard = repeated(
		filled,
		calling.map((platform) => ({
			from: [triggerFor(name, platform)],
			to: (node) => triggerOf(node, name, platform, event),
		})),
	);
	return repeated(
		heard,
		asked.map((platform) => ({
			from: chainOf(platform),
			to: (node) => asking(node, platform, event),
		})),
	);
}

/** The steps that ask a platform. */
const chainOf = ({ id }) =>
	['ask', 'address', 'request', 'messages'].map((step) => `spe-${step}-${id}`);

/**
 * Puts a row of nodes for each copy in place of the rows they are made from, and moves down what stands
 * below in the same columns.
 *
 * @param copies `{from, to}`: ids of the nodes of a row, and what makes the copy of one of them
 */
function repeated(flow, copies) {
	if (copies.length === 0) return flow;
	const originals = new Set(copies.flatMap(({ from }) => from));
	const first = flow.filter(({ id }) => originals.has(id));
	const group = flow.find(({ id }) => id === first[0].g);
	const top = Math.min(...first.map(({ y }) => y));
	const rows = new Set(flow.filter(({ g }) => g === group.id).map(({ y }) => y)).size;
	const more = Math.max(0, copies.length - rows) * ROW;
	const made = copies.flatMap(({ from, to }, row) =>
		from.map((id) => ({ ...to(flow.find((node) => node.id === id)), y: top + row * ROW })),
	);
	// A group moves with all that stands in it.
	const placeOf = (node) => flow.find(({ id }) => id === node.g) ?? node;
	const kept = flow
		.filter(({ id }) => !originals.has(id))
		.map((node) => (isBelow(placeOf(node), group) ? { ...node, y: node.y + more } : node))
		.map((node) =>
			node.id === group.id ? { ...node, h: node.h + more, nodes: made.map(({ id }) => id) } : node,
		);
	const at = kept.findIndex(({ id }) => id === group.id) + 1;
	return [...kept.slice(0, at), ...made, ...kept.slice(at)];
}

/** In the left half, where the triggers stand; the other groups are as high as they are. */
const isBelow = ({ x, y, z }, group) => z === group.z && y >= group.y + group.h && x < LEFT_HALF;

const LEFT_HALF = 530;

const copyOf = (node, { id }) => ({ ...node, id: `${node.id}-${id}` });

function triggerOf(node, flow, platform, event) {
	const { api, id, name } = platform;
	return {
		...copyOf(node, platform),
		...{
			name: id === 'generic' ? 'Any other platform' : name,
			platform: id,
			path: pathFor(flow, platform),
			event: factsOf(event),
		},
		...(api && { apiAddress: api.url }),
		credentials: { secret: WEBHOOK_SECRET, ...(api && { apiToken: api.token }) },
	};
}

/** One step of inject → address → http request → Event Messages for one platform, switched on. */
function asking(node, platform, event) {
	const { d: _disabled, wires, ...rest } = node;
	const step = copyOf(rest, platform);
	const next = wires.map((targets) =>
		targets.map((target) => (CHAIN.test(target) ? `${target}-${platform.id}` : target)),
	);
	switch (node.type) {
		case 'inject':
			return { ...step, wires: next, name: `Ask ${platform.name}`, ...OFTEN };
		case 'change':
			return { ...step, wires: next, rules: addressOf(platform, event) };
		case 'whatsapp-event-messages':
			return {
				...step,
				wires: next,
				name: `Changes in ${platform.name}`,
				source: platform.id,
			};
		default:
			return { ...step, wires: next };
	}
}

const CHAIN = /-(address|request|messages)-(pretalx|sessionize)$/;

function addressOf({ id, api }, { id: event }) {
	const set = (p, to, tot) => ({ t: 'set', p, pt: 'msg', to, tot });
	const headers = { Authorization: `Token ${api.token}` };
	return [
		set('url', sessionsOf({ id, api }, event), 'str'),
		set('headers', JSON.stringify(headers), 'json'),
	];
}

/** Where a platform's API lists who speaks in which session. */
function sessionsOf({ id, api }, event) {
	switch (id) {
		case 'pretalx':
			return `${api.url}/events/${event}/submissions/?expand=speakers.answers.question,slots.room&page_size=50`;
		default:
			return `${api.url}/${api.token}/view/All`;
	}
}

/** Zoho's steps, switched on, and what they need to know of the event and the token. */
function askingZoho(node, { api }, event) {
	if (node.id === 'spe-ask-zoho') {
		const { d: _disabled, ...inject } = node;
		return { ...inject, ...OFTEN };
	}
	if (node.type !== 'tab') return node;
	const values = {
		ZOHO_EVENT_ADDRESS: `${api.url}/portals/${api.portal}/events/${event.id}`,
		ZOHO_ACCOUNTS: api.url.slice(0, -API_PATH.length),
		ZOHO_CLIENT_ID: 'demo',
		ZOHO_CLIENT_SECRET: 'demo',
		ZOHO_REFRESH_TOKEN: 'demo',
	};
	const env = node.env.map((one) =>
		one.name in values ? { ...one, value: values[one.name], type: 'str' } : one,
	);
	return { ...node, env };
}

/** Behind Zoho's address; tokens are given out before it. */
const API_PATH = '/backstage/v3';
