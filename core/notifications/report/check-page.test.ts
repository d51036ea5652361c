import { FakeClock } from '../../testing/fake-clock';
import type { MessageTemplate } from '../../templates/template';
import { checkRecipients } from '../check/check-recipients';
import { readRecipients } from '../recipients/read-recipients';
import { checkPage } from './check-page';

const clock = new FakeClock();
const template = (language: string, text: string): MessageTemplate => ({
	id: language,
	name: 'doors_open',
	language,
	status: 'APPROVED',
	category: 'MARKETING',
	parameterFormat: 'NAMED',
	components: [{ type: 'BODY', text }],
});
const translations = [
	template('en', 'Hi {{first_name}}, doors are open.'),
	template('ja', '{{first_name}}さん、開場しました。'),
];

const checked = async (list: unknown) =>
	await clock.run(
		checkRecipients(
			{
				notification: 'conf-1',
				recipients: readRecipients(list).recipients,
				template: 'doors_open',
				translations: async () => translations,
				hashKey: 'instance',
				language: 'en',
			},
			{ clock },
		),
	);

const list = [
	...['A', 'B', 'C', 'D'].map((name, i) => ({ phone: `+8190000000${10 + i}`, name, language: '' })),
	{ phone: '+819000000020', name: '愛子', language: 'ja' },
	{ phone: '12', name: '<b>x</b>', language: '' },
];

describe('the page of a check', () => {
	it('shows numbers, reasons, and three messages: one of each language first', async () => {
		const html = checkPage(await checked(list), { title: 'Doors open', notChosen: 7 });
		expect(html).toContain('<b>6</b><span>on the list</span>');
		expect(html).toContain('<b>5</b><span>will get it</span>');
		expect(html).toContain('Not a phone number');
		expect(html).toContain('&#60;b&#62;x&#60;/b&#62;');
		expect(html.match(/class="wap-bubble"/g)).toHaveLength(3);
		expect(html).toContain('Hi A, doors are open.');
		expect(html).toContain('愛子さん、開場しました。');
		expect(html).toContain('Hi B, doors are open.');
		expect(html).toContain('7 more have another ticket type');
		expect(html).toContain('does not say who has agreed to marketing');
	});

	it('offers to send only where somebody gets it', async () => {
		const actions = [
			{ label: 'Send…', url: 'https://x.example/send', onlyIfReady: true },
			{ label: 'Another', url: 'https://x.example/new' },
		];
		const page = async (people: unknown) =>
			checkPage(await checked(people), { title: 'x', actions });
		expect(await page(list)).toContain('Send…');
		const nobody = await page([{ phone: '', name: 'A' }]);
		expect(nobody).not.toContain('Send…');
		expect(nobody).toContain('Another');
	});

	it('says when there is nobody to send to', async () => {
		const html = checkPage(await checked([{ phone: '', name: 'A' }]), {
			title: 'x',
			language: 'ja',
		});
		expect(html).toContain('送信できる人がいません。');
		expect(html).not.toContain('class="wap-bubble"');
	});
});
