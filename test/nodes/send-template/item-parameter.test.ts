import type { INodeParameters } from 'n8n-workflow';
import { person, useDesk } from './desk';

const desk = useDesk();

/** The same field, once as an expression that is read directly and once as one that n8n evaluates. */
const WAYS = { direct: '={{ $json.to }}', evaluated: '={{ $json["to"] }}' };

test.each([
	['a number with country code', '+819012345678'],
	['a bare number', 819012345678],
	['nothing', null],
	['an empty text', ''],
	['an object', { phone: '+819012345678' }],
	['a list', ['+819012345678']],
	['a text that looks like an expression', '={{ 1 + 1 }}'],
])('%s in To gives the same, read directly or evaluated', async (_, to) => {
	const told = async (expression: string) => {
		const parameters: INodeParameters = { to: expression, options: { dryRun: true } };
		const { sent, notSent } = await desk.send([person(to)], parameters);
		return [...sent, ...notSent].map(({ json }) => [json.outcome, json.reason, json.recipient]);
	};

	expect(await told(WAYS.direct)).toEqual(await told(WAYS.evaluated));
});
