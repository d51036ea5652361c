import type { Answer, Router } from './http/router.ts';
import type { World } from './world.ts';

/**
 * Adds `/sim/media/{id}`, what a phone shows, and `/sim/samples/{id}/{name}`, the samples of
 * templates, both without a token.
 */
export function addMediaFileRoutes(router: Router, world: World): void {
	router
		.add('GET', '/sim/media/:id', (request): Answer => {
			const media = world.media.get(request.params['id'] ?? '', world.clock.now());
			return fileAnswer(media && { bytes: media.bytes, type: media.mimeType });
		})
		.add('GET', '/sim/samples/:id/:name', (request): Answer => {
			const upload = world.uploads.get(request.params['id'] ?? '');
			return fileAnswer(upload?.handle && { bytes: upload.bytes, type: upload.fileType });
		});
}

function fileAnswer(file: { bytes: Uint8Array; type: string } | '' | undefined): Answer {
	if (!file) return { status: 404, json: { error: 'There is no such file.' } };
	return {
		status: 200,
		bytes: file.bytes,
		headers: {
			'Content-Type': file.type,
			// Uploaded by others: never run in the simulator's own origin.
			'Content-Security-Policy': "default-src 'none'; sandbox",
			'X-Content-Type-Options': 'nosniff',
		},
	};
}
