import families from '../../core/templates/fixtures/meta-families.json';
import { replaceSamples } from '../../core/templates/manage/samples';
import { Desk, tally } from './desk';

const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);
const MP4 = Buffer.from('000000186674797069736f6d0000020069736f6d69736f32', 'hex');
const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');

/** Shapes that only ever come back from Meta, and that it would not take. */
const NOT_TAKEN = [
	...['workshops', 'product_cards', 'moving_picture', 'in_another_order', 'without_components'],
	...['no_components', 'archived'],
];

/** Meta's own templates with a file to upload in the place of each sample. */
const wanted = families
	.filter(({ name }) => !NOT_TAKEN.includes(name))
	.map((family) =>
		replaceSamples(
			structuredClone(family) as never,
			(sample) => `https://x.example/${kindOf(family)}?${sample}`,
		),
	);

function kindOf(family: (typeof families)[number]): string {
	const text = JSON.stringify(family);
	if (text.includes('"DOCUMENT"')) return 'file.pdf';
	return text.includes('"VIDEO"') ? 'film.mp4' : 'picture.png';
}

const readSample = async (sample: string) =>
	sample.includes('.pdf')
		? { name: 'file.pdf', mimeType: 'application/pdf', data: PDF }
		: sample.includes('.mp4')
			? { name: 'film.mp4', mimeType: 'video/mp4', data: MP4 }
			: { name: 'picture.png', mimeType: 'image/png', data: PNG };

it('applies templates of every family, and finds nothing to do the second time', async () => {
	const desk = await Desk.open();
	try {
		const apply = async () =>
			await desk.run('apply', [{ definition: wanted }], { ignoreCheck: true }, { readSample });
		const first = await apply();
		const refused = first.filter(({ outcome }) => outcome !== 'created');
		expect(refused.map(({ name, message }) => `${name}: ${message}`)).toEqual([]);
		desk.simulator.control.approvePending();

		expect(tally(await apply())).toEqual({ unchanged: wanted.length });
	} finally {
		await desk.close();
	}
});
