// A trigger and nothing behind it, that wants to hear of failed messages only.

/** @typedef {{type: string, credentialsOf: Function, account: boolean, failuresOnly: object}} Trigger */

const credentialsOf = (type) => (stage) => ({ credentials: { [type]: stage.credentials[type] } });

/** @type {Trigger} */
export const OUR_TRIGGER = {
	type: 'n8n-nodes-whatsapp-events.whatsAppBusinessTrigger',
	credentialsOf: credentialsOf('whatsAppBusinessApi'),
	account: true,
	failuresOnly: { outputs: ['statuses'], statuses: ['failed'], scope: 'app', options: {} },
};

/** @type {Trigger} */
export const BUILT_IN_TRIGGER = {
	type: 'n8n-nodes-base.whatsAppTrigger',
	credentialsOf: credentialsOf('whatsAppTriggerApi'),
	account: false,
	failuresOnly: { updates: ['messages'], options: { messageStatusUpdates: ['failed'] } },
};

export function failuresOnly(trigger, stage) {
	const id = trigger.type.split('.')[1];
	return {
		name: `Benchmark: ${id}`,
		nodes: [
			{
				...{ name: 'Trigger', id, webhookId: `bench-${id}`, position: [0, 0] },
				...{ type: trigger.type, typeVersion: 1, parameters: trigger.failuresOnly },
				...trigger.credentialsOf(stage),
			},
			{
				...{ name: 'End', id: `${id}-end`, position: [240, 0] },
				...{ type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
			},
		],
		connections: { Trigger: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}
