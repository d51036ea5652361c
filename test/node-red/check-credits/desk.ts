import type { Simulator } from '../../../simulator/index';

/** Check Credits as its dialog would leave it. */
export const creditsNode = (operation: string, more: object = {}) => ({
	...{ id: 'credits', type: 'whatsapp-check-credits', z: 'tab', name: '', account: 'account' },
	...{ operation, balanceFrom: 'meta', provider: '', by: 'country', days: 30 },
	...{ direction: 'messages', count: 'payload', countType: 'msg', guardBy: 'amount', amount: 20 },
	...{ recipients: 'payload', recipientsType: 'msg', template: '', templateType: 'str' },
	...{ whenUnknown: 'low', creditPrice: 2, averagePrice: 0.008, currency: 'USD', cards: [] },
	wires: operation === 'guard' ? [['sent'], ['not-sent']] : [['sent']],
	...more,
});

/** The config node that holds what a provider asks for. */
export const providerNode = (provider: string, values: Record<string, string>) => ({
	...{ id: 'provider', type: 'whatsapp-credit-provider', name: '', provider },
	credentials: Object.fromEntries(
		Object.entries(values).map(([name, value]) => [`${provider}_${name}`, value]),
	),
});

/** The simulator's own control, as its page uses it. */
export async function control(
	simulator: Simulator,
	method: string,
	path: string,
	body?: object,
): Promise<Record<string, unknown>> {
	const answer = await fetch(`${simulator.url}/sim/${path}`, {
		method,
		...(body
			? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
			: {}),
	});
	if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
	return (await answer.json()) as Record<string, unknown>;
}
