import { InProcessEngine } from '../../engine/n8n-in-process';
import { parameters, person, useDesk } from './desk';

const desk = useDesk();

test('without a credential the node says so', async () => {
	const engine = new InProcessEngine({});

	await expect(engine.run('whatsAppSendTemplate', parameters(), [person()])).rejects.toMatchObject({
		message: 'Node does not have any credentials set for "whatsAppBusinessApi"',
	});
	expect(desk.requests('')).toEqual([]);
});

test('an API address that is none leaves everything unsent', async () => {
	desk.engine.credentials.whatsAppBusinessApi = {
		...desk.simulator.credentials,
		apiUrl: 'graph.facebook',
	};

	const { notSent } = await desk.send([person()]);

	expect(notSent[0]?.json).toMatchObject({ outcome: 'unsent', reason: 'template_unreadable' });
});

test('an expression that fails for one item does not stop the others', async () => {
	const { sent, notSent } = await desk.send(
		[
			person('+819010000001'),
			person('+819010000002', { variables: null }),
			person('+819010000003'),
		],
		{ variablesJson: '={{ $json.variables.first_name.length > 0 && $json.variables }}' },
	);

	expect(sent).toHaveLength(2);
	expect(notSent[0]?.json).toMatchObject({ outcome: 'skipped' });
});

test('an item without any field is skipped, not an error', async () => {
	const { notSent } = await desk.send([{}]);

	expect(notSent[0]?.json).toMatchObject({ outcome: 'skipped', reason: 'phone_missing' });
});
