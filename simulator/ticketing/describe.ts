import type { TicketingDesk } from './desk.ts';
import { platforms } from './platforms/index.ts';
import type { TicketingPlatform } from './platform.ts';
import type { Order } from './records.ts';

/** How many orders are shown; the newest. */
const ORDERS = 500;

/** `GET /sim/ticketing`: everything that the page and the tests look at. */
export function describe(desk: TicketingDesk) {
	const { store, targets } = desk;
	return {
		platforms: platforms.map(
			({ actions, api, arrival, cannot, forges, id, name, polled = [] }) => ({
				id,
				name,
				arrival,
				actions,
				// What it does of these without a webhook: only its API shows them.
				polled,
				// Why it does not do another, where there is more to say than that.
				cannot: cannot ?? {},
				forges: arrival === 'poll' ? [] : ['signature', 'truncated', ...(forges ?? [])],
				live: desk.isLive(id),
				target: targets.of(id)[0]?.target ?? null,
				secretSet: targets.of(id)[0]?.secret !== undefined,
				targets: targets.of(id).map(({ secret, ...target }) => ({
					...target,
					secretSet: secret !== undefined,
				})),
				...(api === undefined ? {} : { api: apiOf(desk.apiUrl(id), api) }),
			}),
		),
		event: { ...desk.event, live: platforms.some(({ id }) => desk.isLive(id)) },
		orders: newestOrders(desk),
		sessions: platforms.flatMap(({ id: platform }) =>
			store.all(platform, 'session').map((session) => ({ platform, ...session })),
		),
		sponsors: platforms
			.flatMap(({ id: platform }) =>
				store.all(platform, 'sponsor').map((sponsor) => ({ platform, ...sponsor })),
			)
			.toSorted(newestFirst),
		log: desk.log(),
	};
}

/** Its address is what stands in a credential in place of the platform's own. */
const apiOf = (url: string, { path, ...known }: NonNullable<TicketingPlatform['api']>) => ({
	url: `${url}${path}`,
	...known,
});

function newestOrders({ store }: TicketingDesk): Array<Order & { platform: string }> {
	return platforms
		.flatMap(({ id: platform }) =>
			store
				.all(platform, 'order')
				.slice(-ORDERS)
				.toReversed()
				.map((order) => ({ platform, ...order })),
		)
		.toSorted(({ placedAt: one }, { placedAt: other }) => other.localeCompare(one))
		.slice(0, ORDERS);
}

const newestFirst = (one: { changedAt: string }, other: { changedAt: string }): number =>
	other.changedAt.localeCompare(one.changedAt);
