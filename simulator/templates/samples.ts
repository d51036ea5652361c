import { asArray, asObject, type JsonObject } from '../json.ts';
import type { TemplateComponent } from '../template.ts';
import type { World } from '../world.ts';

const ENDINGS: Readonly<Record<string, string>> = {
	'application/pdf': 'pdf',
	'image/png': 'png',
	'video/mp4': 'mp4',
};

/** The address of a sample, in the look of Meta's CDN; the handle itself is never given back. */
export function sampleUrl(world: World, handle: string, origin: string): string {
	if (handle.startsWith('sim:')) return handle.replace(/^sim:/, `${origin}/`);
	const upload = world.uploads.byHandle(handle);
	if (upload === undefined) return handle;
	return `${origin}/sim/samples/${upload.id}/sample.${ENDINGS[upload.fileType] ?? 'jpg'}`;
}

/** The components with addresses in place of handles, on cards too. */
export function withSampleUrls(
	components: TemplateComponent[],
	urlOf: (handle: string) => string,
): TemplateComponent[] {
	return components.map((component) => {
		const { cards } = component as { cards?: unknown };
		if (Array.isArray(cards)) {
			return { ...component, cards: cards.map((card) => withCardUrls(asObject(card), urlOf)) };
		}
		const handles = component.example?.['header_handle'];
		if (!Array.isArray(handles)) return component;
		const addresses = handles.map((handle) => urlOf(String(handle)));
		return { ...component, example: { ...component.example, header_handle: addresses } };
	});
}

function withCardUrls(card: JsonObject | undefined, urlOf: (handle: string) => string): JsonObject {
	const components = asArray(card?.['components']) as TemplateComponent[];
	return { ...card, components: withSampleUrls(components, urlOf) };
}
