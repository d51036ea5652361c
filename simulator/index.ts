import { Account } from './account/account.ts';
import { addAccountControlRoutes } from './account/accountControl.ts';
import { PairLimit } from './checks/pairLimit.ts';
import { readRecipient } from './checks/recipient.ts';
import { DEFAULT_THROUGHPUT, Throughput } from './checks/throughput.ts';
import { controlOf, type Control } from './control/control.ts';
import { addControlRoutes } from './control/controlRoutes.ts';
import { applyChange, defaultSettings, type ControlChange } from './control/settings.ts';
import { Tally } from './control/tally.ts';
import { DEMO_CREDENTIALS, SECOND_NUMBER, VERIFIED_NAME, type Credentials } from './credentials.ts';
import { handleGraph } from './graph/graphHandler.ts';
import { graphRouter } from './graph/graphRoutes.ts';
import { OutgoingCalls } from './http/post.ts';
import { Router, type Answer, type Request } from './http/router.ts';
import { listen } from './http/server.ts';
import { addMediaFileRoutes } from './mediaFiles.ts';
import { Ledger } from './money/ledger.ts';
import { addMoneyControlRoutes } from './money/moneyControl.ts';
import { addPageRoutes } from './pageFiles.ts';
import { contentOf } from './phones/message.ts';
import { PhoneEvents } from './phones/phoneEvents.ts';
import { addPhoneRoutes } from './phones/phoneRoutes.ts';
import { ProviderDesk } from './providers/providerDesk.ts';
import { addProviderRoutes } from './providers/providerRoutes.ts';
import { seed } from './seed/seed.ts';
import { resumeProgress } from './statuses/progress.ts';
import { ChargeStore } from './storage/chargeStore.ts';
import { Database } from './storage/database.ts';
import { MediaStore } from './storage/mediaStore.ts';
import { MessageStore } from './storage/messageStore.ts';
import { PhoneStore } from './storage/phoneStore.ts';
import { RecentLog } from './storage/recentLog.ts';
import { SettingStore } from './storage/settingStore.ts';
import { TemplateLog } from './storage/templateLog.ts';
import { TemplateStore } from './storage/templateStore.ts';
import { UploadStore } from './storage/uploadStore.ts';
import { TicketingStore } from './storage/ticketingStore.ts';
import { StripeDesk } from './stripe/stripeDesk.ts';
import { addStripeRoutes } from './stripe/stripeRoutes.ts';
import { Deliveries } from './ticketing/deliveries.ts';
import { TicketingDesk } from './ticketing/desk.ts';
import { addTicketingApiRoutes } from './ticketing/apis/index.ts';
import { addTicketingRoutes } from './ticketing/ticketingRoutes.ts';
import { armAll } from './templates/due.ts';
import { SimulatedClock, type Clock } from './time/clock.ts';
import { Schedule } from './time/schedule.ts';
import { WebhookSender } from './webhooks/sender.ts';
import { Subscriptions } from './webhooks/subscriptions.ts';
import type { World } from './world.ts';

export type { Control } from './control/control.ts';
export type { ControlChange, ControlSettings, Fault } from './control/settings.ts';
export type { Credentials } from './credentials.ts';
export type { Phone, PhoneMessage } from './phones/message.ts';

/** How a simulator starts. */
export interface SimulatorOptions {
	/** 0 takes a free port. */
	port?: number;
	host?: string;
	/** A file, or `:memory:`. */
	storage?: string;
	/** Real time, for tests that move it by hand. */
	clock?: Clock;
	/** Replaces parts of the demo account's credentials. */
	credentials?: Partial<Omit<Credentials, 'apiUrl'>>;
	/** Starts with an account that has no templates yet. */
	empty?: boolean;
	/** Changes of the first settings, as PATCH /sim/control takes them. */
	settings?: ControlChange;
	logger?: (line: string) => void;
}

/** A running simulator. */
export interface Simulator {
	url: string;
	/** Address of the Graph API, without a version. */
	graphUrl: string;
	credentials: Credentials;
	control: Control;
	/** Ends every connection and timer; resolves when all is closed. */
	close(): Promise<void>;
}

/** Starts a stand-in for WhatsApp and for a ticketing platform. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const database = new Database(options.storage ?? ':memory:');
	const world = build(database, options);
	const control = controlOf(world);
	if (options.settings !== undefined) control.change(options.settings);
	if (world.templates.size === 0 && options.empty !== true)
		seed(world.templates, world.media, world.clock.now());
	const own = new Router();
	addPageRoutes(own);
	addMediaFileRoutes(own, world);
	addPhoneRoutes(own, world);
	addTicketingRoutes(own, world);
	addTicketingApiRoutes(own, world);
	addMoneyControlRoutes(own, world);
	addAccountControlRoutes(own, world);
	addProviderRoutes(own, world);
	addStripeRoutes(own, world);
	addControlRoutes(own, world, control);
	const graph = graphRouter(world);
	const handle = async (request: Request): Promise<Answer | undefined> => {
		const mine = own.find(request.method, request.path);
		if (mine !== undefined) return mine.route({ ...request, params: mine.params });
		if (!request.path.startsWith('/sim/')) return handleGraph(world, graph, request);
		return { status: 404, json: { error: `There is no ${request.method} ${request.path}.` } };
	};
	const server = await listen(handle, {
		port: options.port ?? 0,
		host: options.host ?? '127.0.0.1',
	}).catch((error: unknown) => {
		database.close();
		throw error;
	});
	world.credentials.apiUrl = server.url;
	resumeProgress(world);
	armAll(world);
	return {
		url: server.url,
		graphUrl: server.url,
		credentials: world.credentials,
		control,
		async close() {
			world.schedule.stop();
			world.events.close();
			world.outgoing.close();
			await server.close();
			database.close();
		},
	};
}

function build(database: Database, options: SimulatorOptions): World {
	const clock = new SimulatedClock(options.clock);
	const schedule = new Schedule(clock);
	const stored = new SettingStore(database);
	const settings = defaultSettings();
	applyChange(settings, stored.read('control', {}));
	clock.set(settings.clock);
	const credentials = { ...DEMO_CREDENTIALS, ...options.credentials, apiUrl: '' };
	const { phoneNumberId, displayPhoneNumber } = credentials;
	const first = { phoneNumberId, displayPhoneNumber, verifiedName: VERIFIED_NAME };
	const phones = new PhoneStore(database);
	const messages = new MessageStore(database);
	const outgoing = new OutgoingCalls();
	const subscriptions = new Subscriptions(stored);
	const deliveries: World['deliveries'] = new RecentLog(5000);
	const tally = new Tally();
	for (const { waId, message } of messages.fromBusiness()) {
		tally.accept(waId, contentOf(message), message.callbackData);
	}
	return {
		credentials,
		settings,
		clock,
		schedule,
		stored,
		phones,
		messages,
		outgoing,
		subscriptions,
		deliveries,
		tally,
		templates: new TemplateStore(database),
		templateLog: new TemplateLog(database),
		uploads: new UploadStore(database),
		media: new MediaStore(database),
		numbers: new Map([first, SECOND_NUMBER].map((number) => [number.phoneNumberId, number])),
		events: new PhoneEvents(),
		calls: new RecentLog(5000),
		throughput: new Throughput((id) => settings.throughput[id] ?? DEFAULT_THROUGHPUT),
		pairLimit: new PairLimit(),
		webhooks: new WebhookSender({
			accountId: credentials.businessAccountId,
			appSecret: credentials.appSecret,
			clock,
			schedule,
			calls: outgoing,
			log: deliveries,
			subscriptions,
			settings: () => settings.webhooks,
		}),
		ticketing: new TicketingDesk({
			clock,
			stored,
			store: new TicketingStore(database),
			deliveries: new Deliveries({
				clock,
				schedule,
				calls: outgoing,
				retryMs: () => settings.ticketing.retryMs,
			}),
			url: () => credentials.apiUrl,
			meet: (phone, name) => meet(phones, clock, phone, name),
		}),
		money: new Ledger({ clock, stored, charges: new ChargeStore(database) }),
		account: new Account(clock, stored),
		providers: new ProviderDesk(stored, () => credentials.apiUrl),
		stripe: new StripeDesk({
			clock,
			schedule,
			stored,
			calls: outgoing,
			retryMs: () => settings.webhooks.retryMs,
		}),
		log: options.logger ?? (() => {}),
	};
}

/** Names the phone of somebody who registered; a phone that cannot be one stays unknown. */
function meet(phones: PhoneStore, clock: Clock, phone: string, name: string): void {
	if (!phone.trim().startsWith('+') || name === '') return;
	try {
		phones.touch(readRecipient(phone, '').waId, clock.now(), { name });
	} catch {
		// The form may hold anything; what becomes of such a number is for the receiver to say.
	}
}
