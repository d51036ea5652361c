import { fixture } from '../testing/fixture';
import { FakeClock } from '../testing/fake-clock';
import { refusal, scriptedTransport, type ScriptedAnswer } from '../testing/scripted-transport';
import { TemplateCache } from './template-cache';

const MINUTE = 60_000;
const name = 'attendee_registration_confirmation';
const page = (status: string): ScriptedAnswer => ({
	body: { data: [{ ...fixture<object>(__dirname, 'named'), status }] },
});

function cached(answers: ScriptedAnswer[]) {
	const clock = new FakeClock();
	const cache = new TemplateCache(clock);
	const { transport, requests } = scriptedTransport(answers);
	const source = { transport, version: 'v26.0', businessAccountId: '1', timeoutMs: 1000 };
	const status = async (notBefore?: number, account = 'a') =>
		(await cache.translations(account, source, name, notBefore))[0]?.status;
	return { clock, cache, requests, status };
}

describe('templates that were read', () => {
	it('are believed for five minutes', async () => {
		const { clock, requests, status } = cached([page('APPROVED'), page('PAUSED')]);
		expect(await status()).toBe('APPROVED');
		await clock.advance(5 * MINUTE);
		expect(await status()).toBe('APPROVED');
		expect(requests).toHaveLength(1);
		await clock.advance(1);
		expect(await status()).toBe('PAUSED');
	});

	it('are read once for all who ask at the same time', async () => {
		const { requests, status } = cached([page('APPROVED')]);
		expect(await Promise.all([status(), status(), status()])).toEqual(Array(3).fill('APPROVED'));
		expect(requests).toHaveLength(1);
	});

	it('are read again for a run that wants them fresh, and once for all its messages', async () => {
		const { clock, requests, status } = cached([page('PENDING'), page('APPROVED')]);
		expect(await status()).toBe('PENDING');
		await clock.advance(1000);
		const started = clock.now();
		expect(await status(started)).toBe('APPROVED');
		await clock.advance(1000);
		expect(await status(started)).toBe('APPROVED');
		expect(requests).toHaveLength(2);
	});

	it('are read again after they were forgotten', async () => {
		const { cache, status } = cached([page('APPROVED'), page('PAUSED')]);
		await status();
		cache.forget('a', 'another');
		expect(await status()).toBe('APPROVED');
		cache.forget('a', name);
		expect(await status()).toBe('PAUSED');
	});

	it('are read again after WhatsApp told a change, at whatever address they were read', async () => {
		const { cache, status } = cached(['APPROVED', 'APPROVED', 'PAUSED', 'PAUSED'].map(page));
		const first = 'https://a.test/102290';
		const second = 'https://b.test/102290';
		await status(0, first);
		await status(0, second);
		cache.forgetChanged('102290', 'another');
		cache.forgetChanged('2290', name);
		expect([await status(0, first), await status(0, second)]).toEqual(['APPROVED', 'APPROVED']);
		cache.forgetChanged('102290', name);
		expect([await status(0, first), await status(0, second)]).toEqual(['PAUSED', 'PAUSED']);
	});

	it('are those of one account', async () => {
		const { status } = cached([page('APPROVED'), page('PENDING')]);
		expect([await status(0, 'a'), await status(0, 'b')]).toEqual(['APPROVED', 'PENDING']);
	});
});

describe('a reading that failed', () => {
	it('is told to all who asked, and is not remembered', async () => {
		const { requests, status } = cached([refusal(190), page('APPROVED')]);
		const all = await Promise.allSettled([status(), status()]);
		expect(all.map((result) => result.status)).toEqual(['rejected', 'rejected']);
		expect(await status()).toBe('APPROVED');
		expect(requests).toHaveLength(2);
	});

	it('does not undo a newer one that went well', async () => {
		const { cache, requests, status } = cached([new Error('gone'), page('APPROVED')]);
		const first = status();
		cache.forget('a', name);
		const second = status();
		await expect(first).rejects.toThrow('gone');
		expect(await second).toBe('APPROVED');
		expect(await status()).toBe('APPROVED');
		expect(requests).toHaveLength(2);
	});
});
