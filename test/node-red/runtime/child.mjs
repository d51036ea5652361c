// A real Node-RED in a process of its own, driven by its parent: see node-red.ts.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { startNodeRed } from '../../../scripts/lib/embedded-node-red.mjs';

const { userDir, settings, middleware } = JSON.parse(process.argv[2]);
const log = [];
const sent = [];
const statuses = [];
const caught = [];
/** Of a hundred thousand messages only how many there were is kept, or the test would be what is measured. */
const counts = { only: false, sent: {}, received: {}, outcomes: {} };
const count = (what, name) => (what[name] = (what[name] ?? 0) + 1);

/** What only a settings.js can hold, because it is a function. */
const MIDDLEWARE = {
	/** Reads every body and keeps nothing of its bytes. */
	readsBodies: (request, _response, next) => {
		request.body = {};
		request.on('end', next).resume();
	},
};
const httpAdminMiddleware = MIDDLEWARE[middleware];
const nodeRed = await startNodeRed({
	userDir,
	settings: { ...settings, ...(httpAdminMiddleware ? { httpAdminMiddleware } : {}) },
	log: (line) => log.push(line),
});
const { RED } = nodeRed;
// The test wires outputs to nothing: what leaves a node is taken where it leaves it.
RED.hooks.add('onSend.test', (events) => {
	for (const { source, msg } of events) {
		count(counts.sent, `${source.id}/${source.port}`);
		if (counts.only) count(counts.outcomes, `${msg.payload?.outcome}/${msg.payload?.reason}`);
		else sent.push({ node: source.id, port: source.port, msg: withoutCall(msg) });
	}
});
/** The call of HTTP In cannot be handed to another process. */
function withoutCall(msg) {
	if (typeof msg.res?._res?.end !== 'function') return msg;
	const { req: _req, res: _res, ...rest } = msg;
	return rest;
}

RED.hooks.add('onReceive.test', ({ destination }) => count(counts.received, destination.id));
RED.events.on('node-status', ({ id, status }) => statuses.push({ node: id, status }));

const COMMANDS = {
	async deploy({ flows, type }) {
		await nodeRed.deploy(flows, type);
	},
	/** Resolves when the node has called done, with or without an error. */
	async input({ node, msg }) {
		const target = RED.nodes.getNode(node);
		if (!target) throw new Error(`No node ${node}`);
		const id = msg._msgid ?? RED.util.generateId();
		// Results carry the id of their message on: only this node's own end counts.
		const ended = new Promise((resolve) => waiting.set(`${node}/${id}`, resolve));
		target.receive({ ...msg, _msgid: id });
		return await ended;
	},
	/** Hands a message in and does not wait. */
	async push({ node, msg }) {
		RED.nodes.getNode(node).receive(msg);
	},
	async take() {
		// Node-RED hands messages on a moment after they were sent.
		await sleep(5);
		return {
			sent: sent.splice(0),
			statuses: statuses.splice(0),
			caught: caught.splice(0),
			log: log.splice(0).map(({ level, msg, id, type }) => ({
				level,
				msg: typeof msg === 'string' ? msg : String(msg?.message ?? JSON.stringify(msg)),
				id,
				type,
			})),
		};
	},
	async countOnly({ on }) {
		Object.assign(counts, { only: on, sent: {}, received: {}, outcomes: {} });
	},
	async counts() {
		return counts;
	},
	/** The longest moment in which nothing else got its turn, in milliseconds, since it was asked last. */
	async longestStall() {
		const longest = Math.round(delay.max / 1e6);
		delay.reset();
		return longest;
	},
	async memory() {
		globalThis.gc?.();
		return process.memoryUsage();
	},
};

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

const waiting = new Map();
RED.hooks.add('onComplete.test', ({ msg, node, error }) => {
	const key = `${node.id}/${msg?._msgid}`;
	const resolve = waiting.get(key);
	if (error) caught.push({ node: node.id, ...plain(error) });
	waiting.delete(key);
	resolve?.(error ? plain(error) : undefined);
});
function plain(error) {
	const { message, code, meta } = error;
	return { message: message ?? String(error), code, meta };
}

process.on('message', async ({ id, command, ...options }) => {
	try {
		process.send({ id, result: await COMMANDS[command](options) });
	} catch (error) {
		process.send({ id, error: error.stack ?? String(error) });
	}
});
process.on('disconnect', () => process.exit(0));
process.send({ url: nodeRed.url });
