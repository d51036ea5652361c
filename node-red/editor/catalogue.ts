import { api, type Catalogue } from './api';
import { humanised, tOr } from './words';

let reading: Promise<Catalogue> | undefined;
let read: Catalogue | undefined;

/** Platforms, automations and fields of ours, read once; a reading that failed is tried again. */
export async function catalogue(): Promise<Catalogue> {
	reading ??= api.catalogue().catch((error: unknown) => {
		reading = undefined;
		throw error;
	});
	read = await reading;
	return read;
}

/** The platform's name; the canvas asks for it before anything is read. */
export const platformName = (id: string): string =>
	tOr(
		`platform.${id}.name`,
		read?.platforms.find((platform) => platform.id === id)?.name ?? humanised(id),
	);
