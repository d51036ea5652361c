import type { Answer, Router } from './http/router.ts';
import type { World } from './world.ts';

/** Adds `/sim/media/{id}`: what a phone shows, without a token. */
export function addMediaFileRoutes(router: Router, world: World): void {
	router.add('GET', '/sim/media/:id', (request): Answer => {
		const media = world.media.get(request.params['id'] ?? '', world.clock.now());
		if (media === undefined) return { status: 404, json: { error: 'There is no such file.' } };
		return {
			status: 200,
			bytes: media.bytes,
			headers: {
				'Content-Type': media.mimeType,
				// Uploaded by others: never run in the simulator's own origin.
				'Content-Security-Policy': "default-src 'none'; sandbox",
				'X-Content-Type-Options': 'nosniff',
			},
		};
	});
}
