// The shipped flows with a trigger for each of the simulator's platforms: an organiser has one, the demonstration all.
import { factsOf } from './demo.mjs';
import { heardBy } from './demo-platforms.mjs';

const PACKAGE = 'n8n-nodes-whatsapp-events';

/** How often the demonstration asks platforms that call nobody, and looks at the sponsors. */
const SECONDS = 30;

/** Between two triggers on the canvas. */
const ROW = 180;

/** The steps that ask a platform, in the speaker flow; Zoho Backstage's are its own. */
const POLLING = ['Ask Every 5 Minutes', 'Ask the Platform', 'Read the Answer'];

/** Steps that are switched off until somebody wants them. */
const ZOHO = 'zoho-backstage';

export const isEventTrigger = ({ type }) => type === `${PACKAGE}.whatsAppEventTrigger`;

/** A shipped flow as the demonstration runs it: the event filled in, a trigger for each platform it hears. */
export function forEveryPlatform(name, flow, { platforms, credentialsOf, event }) {
	const calling = platforms.filter((platform) => heardBy(name, platform).length > 0);
	const asked =
		name === 'speaker'
			? platforms.filter(({ id, asked: by }) => by.includes('add-speaker') && id !== ZOHO)
			: [];
	const nodes = [];
	const connections = { ...flow.connections };
	for (const node of flow.nodes) {
		if (isEventTrigger(node)) {
			nodes.push(
				...calling.map(({ id }, row) =>
					triggerFor(node, name, id, row - calling.length + 1, credentialsOf),
				),
			);
			for (const { id } of calling) connections[nameFor(node, id)] = flow.connections[node.name];
			delete connections[node.name];
		} else if (POLLING.includes(node.name)) {
			for (const [row, platform] of asked.entries()) {
				nodes.push(pollingStep(node, platform, row, { credentialsOf, event }));
				connections[nameFor(node, platform.id)] = renamed(flow.connections[node.name], platform.id);
			}
			delete connections[node.name];
		} else if (node.disabled) {
			const step = zohoStep(node, platforms, { credentialsOf, event });
			nodes.push(step);
			connections[step.name] = flow.connections[node.name];
			if (step.name !== node.name) delete connections[node.name];
		} else {
			nodes.push(filledIn(node, event));
		}
	}
	return { ...flow, nodes, connections };
}

const nameFor = ({ name }, platformId) => `${name} (${platformId})`;

const moved = ({ position: [x, y] }, rows) => [x, y + rows * ROW];

function triggerFor(node, flow, platformId, row, credentialsOf) {
	const { whatsAppEventWebhookApi } = credentialsOf[platformId];
	return {
		...node,
		id: `${node.id}-${platformId}`,
		name: nameFor(node, platformId),
		position: moved(node, row),
		webhookId: `whatsapp-events-${flow}-${platformId}`,
		parameters: { ...node.parameters, platform: platformId },
		credentials: { whatsAppEventWebhookApi },
	};
}

/** One step of Schedule → HTTP Request → Event Messages for one platform, switched on. */
function pollingStep(node, platform, row, { credentialsOf, event }) {
	const { disabled: _disabled, ...rest } = node;
	const step = {
		...rest,
		id: `${node.id}-${platform.id}`,
		name: nameFor(node, platform.id),
		position: moved(node, row),
		parameters: { ...node.parameters },
	};
	if (node.type.endsWith('.scheduleTrigger')) step.parameters.rule = everySeconds;
	else if (node.type.endsWith('.httpRequest')) {
		step.parameters.url = sessionsOf(platform, event);
		step.credentials = { httpHeaderAuth: credentialsOf[platform.id].httpHeaderAuth };
	} else step.parameters.source = platform.id;
	return step;
}

const everySeconds = { interval: [{ field: 'seconds', secondsInterval: SECONDS }] };

/** Where a platform's API lists who speaks in which session. */
function sessionsOf({ id, api }, { id: event }) {
	switch (id) {
		case 'pretalx':
			return `${api.url}/events/${event}/submissions/?expand=speakers.answers.question,slots.room`;
		default:
			return `${api.url}/${api.token}/view/All`;
	}
}

/** A step of the chain that asks Zoho Backstage, switched on. */
function zohoStep({ disabled: _disabled, ...node }, platforms, { credentialsOf, event }) {
	const { api } = platforms.find(({ id }) => id === ZOHO);
	const { parameters } = node;
	if (node.type.endsWith('.scheduleTrigger')) {
		return {
			...node,
			name: nameFor(node, ZOHO),
			parameters: { ...parameters, rule: everySeconds },
		};
	}
	if (node.type.endsWith('.httpRequest')) {
		// The simulator's token does not run out, as Zoho's does after an hour.
		return {
			...node,
			parameters: { ...parameters, genericAuthType: 'httpHeaderAuth' },
			credentials: { httpHeaderAuth: credentialsOf[ZOHO].httpHeaderAuth },
		};
	}
	if (!parameters.assignments) return node;
	const values = {
		address: `${api.url}/portals/${api.portal}/events/${event.id}`,
		event: event.id,
	};
	const assignments = parameters.assignments.assignments.map((one) => ({
		...one,
		value: values[one.name] ?? one.value,
	}));
	return { ...node, parameters: { ...parameters, assignments: { assignments } } };
}

/** The links of a step to the next one of the same platform; those to shared steps stay. */
const renamed = (links, platformId) => ({
	main: links.main.map((output) =>
		output.map((link) =>
			POLLING.includes(link.node) ? { ...link, node: `${link.node} (${platformId})` } : link,
		),
	),
});

/** The shipped flow leaves the event to its organiser; here the simulator's event is filled in. */
function filledIn(node, event) {
	const { parameters } = node;
	if (node.type === `${PACKAGE}.whatsAppEventMessages`) {
		return { ...node, parameters: { ...parameters, event: factsOf(event) } };
	}
	return node.type.endsWith('.scheduleTrigger')
		? { ...node, parameters: { ...parameters, rule: everySeconds } }
		: node;
}
