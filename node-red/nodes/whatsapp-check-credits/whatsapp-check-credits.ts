import type { Node, NodeAPI } from 'node-red';
import {
	handleInput,
	madeFrom,
	NodeFailure,
	onceStarted,
	pathOf,
	WebhookRoutes,
	type CreditGuardNode,
} from '../../engine';
import { Checker } from './checker';
import type { CheckCreditsConfig } from './config';
import { Payments } from './payments';

/** `whatsapp-check-credits`: outputs Enough and Low for the guard, one output for everything else. */
export default function (RED: NodeAPI): void {
	function WhatsAppCheckCredits(this: CreditGuardNode, config: CheckCreditsConfig) {
		RED.nodes.createNode(this, config);
		const checker = madeFrom(RED, this, () => new Checker(RED, this, config));
		if (!checker) return;
		this.guardPlanned = async (planned) => await checker.guardPlanned(planned);
		handleInput(this, async (msg, send) => await checker.handle(msg as never, send));
		if (config.operation === 'bookPurchase') listen(RED, this, config, checker);
	}

	RED.nodes.registerType('whatsapp-check-credits', WhatsAppCheckCredits as never);
}

function listen(RED: NodeAPI, node: Node, config: CheckCreditsConfig, { account }: Checker): void {
	const path = String(config.path ?? '').trim();
	if (path === '') return;
	const payments = new Payments(RED, node, config, account);
	const routes = WebhookRoutes.of(RED);
	const isOurs = routes.add('payment', path, payments);
	if (!isOurs) payments.status.pathTaken();
	else if (account && payments.hasSecret) payments.status.listening();
	else if (account) payments.status.missingSecret();
	onceStarted(RED, node, async () => {
		if (isOurs) return;
		const sentence = RED._('log.path-taken', { path: pathOf('payment', path) });
		throw new NodeFailure(sentence, 'path_taken');
	});
	node.on('close', () => routes.remove('payment', path, payments));
}
