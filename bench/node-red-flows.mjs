// The same recipients as n8n's flows, and the two ways in which a user of Node-RED would send to them.
import { recipients, TEMPLATE } from './flows.mjs';

/** What a list of guests looks like in `msg.payload`. */
export const guests = (count) =>
	recipients(count).map((digits, index) => ({
		to: `+${digits}`,
		name: `Guest ${index}`,
		order: `A${index}`,
		state: 'paid',
	}));

/** A node without a place on the canvas is taken for a config node. */
const AT = { x: 0, y: 0 };

export const TAB = { id: 'tab', type: 'tab', label: 'Benchmark' };
export const nothing = (id) => ({ id, type: 'junction', z: 'tab', ...AT, wires: [[]] });

/** The simulator's account as a config node. */
export function accountNode({ accessToken, appSecret, verifyToken, ...fields }) {
	return {
		...{ id: 'account', type: 'whatsapp-account', ...fields },
		credentials: { accessToken, appSecret, verifyToken },
	};
}

/** Send Template with nothing but what must be filled in. */
export function ours({ credentials }) {
	return [
		TAB,
		accountNode(credentials),
		{
			...{ id: 'under-test', type: 'whatsapp-send-template', z: 'tab', ...AT, account: 'account' },
			...{ template: `${TEMPLATE.name}:${TEMPLATE.language}`, templateType: 'list' },
			...{ to: 'payload.to', toType: 'msg', variablesFrom: 'fields' },
			variables: ['name', 'order', 'state'].map((field, index) => ({
				id: String(index + 1),
				value: `payload.${field}`,
				type: 'msg',
			})),
			wires: [['sent'], ['not-sent']],
		},
		nothing('sent'),
		nothing('not-sent'),
	];
}

/** Split, a Delay that lets 80 a second through, and HTTP Request: what one would draw without our node. */
export function httpRequest({ graphUrl, credentials }) {
	const { apiVersion, phoneNumberId, accessToken } = credentials;
	return [
		TAB,
		{
			id: 'under-test',
			type: 'split',
			z: 'tab',
			...AT,
			splt: '\\n',
			spltType: 'str',
			arraySplt: 1,
			arraySpltType: 'len',
			addname: '',
			wires: [['body']],
		},
		{
			id: 'body',
			type: 'function',
			z: 'tab',
			...AT,
			func: bodyOf(accessToken),
			outputs: 1,
			wires: [['delay']],
		},
		{
			id: 'delay',
			type: 'delay',
			z: 'tab',
			...AT,
			pauseType: 'rate',
			rate: '80',
			rateUnits: 'second',
			nbRateUnits: '1',
			drop: false,
			outputs: 1,
			wires: [['http']],
		},
		{
			id: 'http',
			type: 'http request',
			z: 'tab',
			...AT,
			method: 'POST',
			ret: 'obj',
			paytoqs: 'ignore',
			url: `${graphUrl}/${apiVersion}/${phoneNumberId}/messages`,
			persist: true,
			insecureHTTPParser: false,
			headers: [],
			wires: [['nothing']],
		},
		nothing('nothing'),
	];
}

const bodyOf = (token) => `
const { to, name, order, state } = msg.payload;
msg.headers = { Authorization: 'Bearer ${token}', 'Content-Type': 'application/json' };
msg.payload = {
	messaging_product: 'whatsapp', recipient_type: 'individual', to, type: 'template',
	template: { name: '${TEMPLATE.name}', language: { code: '${TEMPLATE.language}' }, components: [
		{ type: 'body', parameters: [name, order, state].map((text) => ({ type: 'text', text })) },
	] },
};
return msg;`;
