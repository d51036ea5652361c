import type { Node, NodeAPI, NodeDef } from 'node-red';
import {
	accountNodeOf,
	forgetPerson,
	handleInput,
	NodeFailure,
	typedPerson,
	propertyReader,
	type AccountNode,
	type OptOutChoice,
} from '../../engine';

type Operation = 'forget' | 'stop' | 'start' | 'look-up';

interface PersonConfig extends NodeDef {
	account: string;
	operation?: Operation;
	/** Whose number, and where it stands. */
	phone?: string;
	phoneType?: string;
	defaultCountry?: string;
}

/** `whatsapp-person`: forgets somebody, notes an opt-out that came another way, or looks one up. */
export default function (RED: NodeAPI): void {
	function WhatsAppPerson(this: Node, config: PersonConfig) {
		RED.nodes.createNode(this, config);
		this.status({});
		const { operation = 'forget', phone = 'payload.phone', phoneType = 'msg' } = config;
		const read = propertyReader(RED, this, { value: phone, type: phoneType });
		handleInput(this, async (msg, send) => {
			try {
				const account = accountNodeOf(RED, config.account);
				if (!account) throw new NodeFailure(RED._('log.no-account'), 'account_missing');
				const typed = await read(msg as never);
				const told = await run(operation, account, typed, config.defaultCountry);
				this.status({
					fill: 'green',
					shape: 'dot',
					text: RED._(`status.${operation}`, told as never),
				});
				send({ ...msg, payload: { operation, ...told } });
			} catch (error) {
				this.status({ fill: 'red', shape: 'ring', text: RED._('status.failed') });
				throw error;
			}
		});
	}

	RED.nodes.registerType('whatsapp-person', WhatsAppPerson as never);
}

async function run(
	operation: Operation,
	account: AccountNode,
	typed: unknown,
	defaultCountry: string | undefined,
): Promise<object> {
	if (operation === 'forget') return await forgetPerson(account, typed, defaultCountry);
	const { person, phone } = await typedPerson(account, typed, defaultCountry);
	const optOuts = account.store().optOuts();
	if (operation !== 'look-up') {
		const { businessAccountId } = account.account;
		const said = { choice: operation satisfies OptOutChoice, by: 'hand' as const };
		await optOuts.record([{ ...said, person, businessAccountId, since: Date.now() }]);
	}
	const optedOut = await optOuts.has(person);
	const message = optedOut
		? `${phone} gets no marketing messages. Utility messages still reach them.`
		: `${phone} gets marketing messages.`;
	return { person, phone, optedOut, message };
}
