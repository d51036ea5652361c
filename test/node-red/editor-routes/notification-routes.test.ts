import { useNodeRedDesk } from '../desk';
import { entries, NotificationDesk, notificationNode } from '../notification/desk';

const holder = useNodeRedDesk({ latencyMs: 5 });
let desk: NotificationDesk;
beforeEach(async () => {
	desk = new NotificationDesk(holder.nodeRed, holder.simulator);
	await desk.deploy(notificationNode());
});

const CSV = 'Phone;First name\n+81 90 1000 0001;Aiko\n+81 90 1000 0002;Ken\nnothing;Mari\n';

test('a list chosen in the dialog is checked, sent, and reported, without a flow', async () => {
	expect((await desk.ask('state')).body).toEqual({ progress: 'none' });
	const checked = await desk.ask('check', { recipients: CSV, language: 'en-US' });
	expect(checked.body).toMatchObject({ progress: 'checked', waiting: 2, leftOut: 1 });
	expect(checked.body.costWaiting).toMatchObject({ currency: 'USD', total: expect.any(Number) });
	const page = await desk.ask('page', { page: 'check', language: 'en-US' });
	expect(page.body.html).toContain('How it looks on the phone');
	expect(page.body.html).toContain('Aiko');

	expect((await desk.ask('send')).status).toBe(200);
	await desk.untilProgress('finished');
	expect(desk.stats).toMatchObject({ accepted: 2, phones: 2 });
	expect(desk.simulator.control.phones()[0]).toBeDefined();
	const report = await desk.ask('page', { page: 'report', language: 'ja' });
	expect(report.body.html).toContain('レポート');
	const { csv } = (await desk.ask('csv', { language: 'ja' })).body as unknown as { csv: string };
	expect(csv.split('\r\n')[0]).toMatch(/^行,名前,電話番号/);
	expect(csv).not.toContain('10000001');
});

test('the page of a check is written in the language of the dialog', async () => {
	await desk.ask('check', { recipients: CSV, language: 'ja' });
	const page = await desk.ask('page', { page: 'check', language: 'ja' });

	expect(page.body.html).toContain('送信前の確認');
});

test('what the flow does comes out of the outputs for the dialog, too', async () => {
	await desk.nodeRed.take();
	await desk.ask('check', { recipients: CSV });
	const { sent } = await desk.nodeRed.take();

	expect(sent.filter(({ node }) => node === 'notify').map(({ port }) => port)).toEqual([0, 1]);
});

test.each([
	['a check without a list', 'notify', 'check', 400, /^No list of recipients came/],
	['a list without phone numbers', 'notify', 'check', 400, /^No column seems to hold phone/],
	['sending what was not checked', 'notify', 'send', 400, /^Check the recipients first/],
	['a node that is not deployed', 'elsewhere', 'state', 404, /^Deploy first/],
	['a node of another kind', 'account', 'state', 404, /^Deploy first/],
	['a command nobody knows', 'notify', 'constructor', 404, /^There is no command/],
])('%s is refused in words', async (what, node, asked, status, sentence) => {
	const recipients = what.startsWith('a list') ? 'a;b\n1;2\n' : undefined;
	const answer = await desk.ask(asked, { recipients }, node);

	expect(answer.status).toBe(status);
	expect(answer.body.error).toMatch(sentence);
	expect(desk.stats.accepted).toBe(0);
});

test('two presses of send at once are one run', async () => {
	await desk.ask('check', { recipients: entries(30) });
	const answers = await Promise.all([desk.ask('send'), desk.ask('send')]);
	await desk.untilProgress('finished');

	expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
	expect(desk.stats).toMatchObject({ accepted: 30, twice: 0 });
});
