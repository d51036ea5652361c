// The shipped flows with a trigger for each of the simulator's platforms: an organiser has one, the demonstration all.
import { factsOf, WEBHOOK_SECRET } from './demo.mjs';
import { ACTIONS_OF_FLOW, heardBy } from './demo-platforms.mjs';

/** Between two nodes below each other on the canvas. */
const ROW = 60;

/** How often the demonstration asks platforms that call nobody. */
const SECONDS = '15';

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
			? zohoLast(platforms.filter(({ asked: by }) => by.includes('add-speaker')))
			: [];
	const filled = flow.map((node) =>
		node.type === 'whatsapp-event-messages' ? { ...node, event: factsOf(event) } : node,
	);
	const heard = repeated(
		filled,
		calling.map((platform) => ({
			from: [triggerFor(name, platform)],
			to: (node) => triggerOf(node, name, platform, event),
		})),
	);
	const polled = repeated(
		heard,
		asked.map((platform) => ({
			from: chainOf(platform),
			to: (node) => asking(node, platform, event),
		})),
	);
	const zoho = platforms.find(({ id }) => id === ZOHO);
	const all = polled.flatMap((node) =>
		node.id === ZOHO_REQUEST ? sideBySide(node, zoho) : [node],
	);
	return all.map((node) => (node.type === 'group' ? around(node, all) : node));
}

/** A group with all that stands in it. */
function around(group, flow) {
	const inside = flow.filter(({ g }) => g === group.id);
	const bottom = Math.max(...inside.map(({ y }) => y));
	const h = Math.max(group.h, bottom - group.y + 41);
	return { ...group, h, nodes: inside.map(({ id }) => id) };
}

/** It needs two lines. */
const zohoLast = (platforms) =>
	[...platforms].sort((one, other) => (one.id === ZOHO) - (other.id === ZOHO));

const ZOHO = 'zoho-backstage';

const ZOHO_REQUEST = 'spe-request-pretalx-zoho-backstage';

/**
 * Zoho Backstage names the speakers of its sessions by their numbers, and their phones stand with the
 * attendees: three answers become one message (docs/guides/platforms.md).
 */
function sideBySide(request, platform) {
	const { wires } = request;
	const set = (p, to, tot) => ({ t: 'set', p, pt: 'msg', to, tot });
	// What came back has its own headers.
	const headers = set('headers', headersOf(platform), 'json');
	const change = (name, x, next, rules) => ({
		...{ id: `${request.id}-${name}`, type: 'change', z: request.z, g: request.g, name },
		...{ rules, action: '', property: '', from: '', to: '', reg: false },
		...{ x, y: request.y + ROW, wires: next },
	});
	const asks = (name, x) => ({
		...request,
		...{ id: `${request.id}-get-${name}`, name: '', x, y: request.y + ROW },
	});
	const after = (id) => [[`${request.id}-${id}`]];
	return [
		{ ...request, wires: after('speakers') },
		change('speakers', 130, after('get-speakers'), [
			set(
				'answers',
				'{"event_id": $split($split(url, "/events/")[1], "/")[0], "sessions": payload}',
				'jsonata',
			),
			set('url', '$split(url, "/sessions")[0] & "/speakers"', 'jsonata'),
			headers,
		]),
		{ ...asks('speakers', 280), wires: after('attendees') },
		change('attendees', 430, after('get-attendees'), [
			set('answers', '$merge([answers, {"speakers": payload}])', 'jsonata'),
			set('url', '$split(url, "/speakers")[0] & "/attendees"', 'jsonata'),
			headers,
		]),
		{ ...asks('attendees', 580), wires: after('together') },
		change('together', 730, wires, [
			set('payload', '$merge([answers, {"attendees": payload}])', 'jsonata'),
		]),
	];
}

/** pretalx' steps do for Zoho Backstage, too: both are asked with a token in the header. */
const chainOf = ({ id }) =>
	['ask', 'address', 'request', 'messages'].map(
		(step) => `spe-${step}-${id === 'sessionize' ? 'sessionize' : 'pretalx'}`,
	);

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
	const kept = flow
		.filter(({ id }) => !originals.has(id))
		.map((node) => (isBelow(node, group) ? { ...node, y: node.y + more } : node))
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
			return { ...step, wires: next, name: `Ask ${platform.name}`, repeat: SECONDS };
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

function addressOf(platform, { id: event }) {
	const set = (p, to, tot) => ({ t: 'set', p, pt: 'msg', to, tot });
	return [
		set('url', sessionsOf(platform, event), 'str'),
		set('headers', headersOf(platform), 'json'),
	];
}

function headersOf({ id, api }) {
	const scheme = id === ZOHO ? 'Zoho-oauthtoken' : 'Token';
	return JSON.stringify({ Authorization: `${scheme} ${api.token}` });
}

/** Where a platform's API lists who speaks in which session. */
function sessionsOf({ id, api }, event) {
	switch (id) {
		case 'pretalx':
			return `${api.url}/events/${event}/submissions/?expand=speakers.answers.question,slots.room&page_size=50`;
		case 'sessionize':
			return `${api.url}/${api.token}/view/All`;
		default:
			return `${api.url}/portals/${api.portal}/events/${event}/sessions?day=1`;
	}
}
