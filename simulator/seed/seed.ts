import type { MediaStore } from '../storage/mediaStore.ts';
import type { TemplateStore } from '../storage/templateStore.ts';
import type { Template } from '../template.ts';
import media from './media.json' with { type: 'json' };
import templates from './templates.json' with { type: 'json' };

/** Puts the demo templates and sample media in place. */
export function seed(templateStore: TemplateStore, mediaStore: MediaStore, now: number): void {
	for (const template of templates as unknown as Template[]) templateStore.put(template);
	for (const { id, mimeType, filename, base64 } of media) {
		const bytes = Buffer.from(base64, 'base64');
		mediaStore.add({ id, mimeType, filename, bytes }, now);
	}
}
