import type { Clock } from '../ports';
import { readTranslations, type TemplateSource } from './read-templates';
import type { MessageTemplate } from './template';

/** Meta is the truth about templates; what was read is believed for this long. */
const BELIEVED_MS = 5 * 60_000;

/** Translations by template name, read once for many messages and for runs that follow each other. */
export class TemplateCache {
	private readonly entries = new Map<
		string,
		{ readAt: number; translations: Promise<MessageTemplate[]> }
	>();

	constructor(private readonly clock: Clock) {}

	/**
	 * All translations of a template.
	 *
	 * @param accountKey tells accounts apart, also those of different API addresses
	 * @param notBefore what was read earlier than this is read again (milliseconds)
	 */
	async translations(
		accountKey: string,
		source: TemplateSource,
		name: string,
		notBefore = 0,
	): Promise<MessageTemplate[]> {
		const key = `${accountKey}/${name}`;
		const known = this.entries.get(key);
		const oldest = Math.max(notBefore, this.clock.now() - BELIEVED_MS);
		if (known && known.readAt >= oldest) return await known.translations;
		const entry = { readAt: this.clock.now(), translations: readTranslations(source, name) };
		this.entries.set(key, entry);
		// A failed reading is not remembered: the next message asks again.
		entry.translations.catch(() => this.forgetIf(key, entry));
		return await entry.translations;
	}

	/** Forgets a template after Meta refused it, so that its new status is read. */
	forget(accountKey: string, name: string): void {
		this.entries.delete(`${accountKey}/${name}`);
	}

	/**
	 * Forgets a template of which WhatsApp has just told a change, whatever the API address it was read
	 * at: a webhook knows its business account only.
	 */
	forgetChanged(businessAccountId: string, name: string): void {
		const end = `/${businessAccountId}/${name}`;
		for (const key of this.entries.keys()) if (key.endsWith(end)) this.entries.delete(key);
	}

	private forgetIf(key: string, entry: unknown): void {
		if (this.entries.get(key) === entry) this.entries.delete(key);
	}
}
