// A Node-RED in a process of its own, for the benchmarks:  node node-red-process.mjs <user directory>
// Its parent sends {flows} once, then {send: count} or {payload}, and hears when the node under test is
// done, and what it sent on.
import { startNodeRed } from '../scripts/lib/embedded-node-red.mjs';
import { guests } from './node-red-flows.mjs';

const nodeRed = await startNodeRed({ userDir: process.argv[2] });
const { RED } = nodeRed;
const done = new Map();
RED.hooks.add('onComplete.bench', ({ msg, node, error }) => {
	// What comes out of the node goes on under the same id.
	if (node.id !== 'under-test') return;
	done.get(msg?._msgid)?.(error?.message);
	done.delete(msg?._msgid);
});
let outcomes = [];
RED.hooks.add('onSend.bench', (events) => {
	for (const { source, msg } of events) {
		if (source.id === 'under-test' && msg?.payload?.outcome) outcomes.push(msg.payload.outcome);
	}
});
process.on('message', async ({ flows, send, payload = send && guests(send) }) => {
	if (flows) {
		await nodeRed.deploy(flows);
		process.send({ deployed: true });
	}
	if (payload) {
		outcomes = [];
		const _msgid = RED.util.generateId();
		const ended = new Promise((resolve) => done.set(_msgid, resolve));
		const node = RED.nodes.getNode('under-test');
		if (!node) return process.send({ error: 'The flow did not start' });
		node.receive({ _msgid, payload });
		const error = await ended;
		process.send({ error, outcomes: send ? undefined : outcomes });
	}
});
process.on('disconnect', () => process.exit(0));
process.send({ url: nodeRed.url });
