import type { Node, NodeAPI, NodeDef } from 'node-red';
import {
	accountFrom,
	addAdminRoutes,
	GraphClient,
	openStore,
	readSwitchRows,
	type AccountNode,
	type DeliveryStore,
} from '../../engine';

interface AccountConfig extends NodeDef {
	businessAccountId: string;
	phoneNumberId: string;
	appId: string;
	apiUrl: string;
	apiVersion: string;
	rememberDays: number | string;
	/** Missing in accounts of before there were switches: then every trigger is on. */
	switches?: unknown;
}

const DEFAULT_REMEMBER_DAYS = 90;

/** `whatsapp-account`: the sending account. It owns the connections and the store of deliveries. */
export default function (RED: NodeAPI): void {
	function WhatsAppAccount(this: AccountNode, config: AccountConfig) {
		RED.nodes.createNode(this, config);
		this.account = accountFrom({ ...config, ...(this.credentials as object | undefined) });
		const days = Number(config.rememberDays);
		this.rememberDays = days > 0 ? days : DEFAULT_REMEMBER_DAYS;
		this.switches = readSwitchRows(config.switches);
		const client = new GraphClient(this.account.apiUrl, this.account.accessToken);
		this.transport = (requests) => client.transport(requests);
		let store: DeliveryStore | undefined;
		this.store = () => (store ??= openStore(RED, this.context().global, (why) => tell(this, why)));
		this.on('close', (done: () => void) => {
			client.close();
			done();
		});
	}

	const tell = (node: Node, why: string) => node.warn(RED._('log.no-sqlite', { why }));

	RED.nodes.registerType('whatsapp-account', WhatsAppAccount as never, {
		credentials: {
			accessToken: { type: 'password' },
			appSecret: { type: 'password' },
			verifyToken: { type: 'password' },
		},
	});
	addAdminRoutes(RED);
}
