// A Node-RED in a process of its own, for the benchmarks:  node node-red-process.mjs <user directory>
// Its parent sends {flows} once, then {send: count}, and hears when the node under test is done.
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
process.on('message', async ({ flows, send }) => {
	if (flows) {
		await nodeRed.deploy(flows);
		process.send({ deployed: true });
	}
	if (send) {
		const _msgid = RED.util.generateId();
		const ended = new Promise((resolve) => done.set(_msgid, resolve));
		const node = RED.nodes.getNode('under-test');
		if (!node) return process.send({ error: 'The flow did not start' });
		node.receive({ _msgid, payload: guests(send) });
		process.send({ error: await ended });
	}
});
process.on('disconnect', () => process.exit(0));
process.send({ started: true });
