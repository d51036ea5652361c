import type { Account } from './account/account.ts';
import type { PairLimit } from './checks/pairLimit.ts';
import type { Throughput } from './checks/throughput.ts';
import type { ControlSettings } from './control/settings.ts';
import type { Tally } from './control/tally.ts';
import type { Credentials } from './credentials.ts';
import type { OutgoingCalls } from './http/post.ts';
import type { Ledger } from './money/ledger.ts';
import type { PhoneEvents } from './phones/phoneEvents.ts';
import type { ProviderDesk } from './providers/providerDesk.ts';
import type { MediaStore } from './storage/mediaStore.ts';
import type { MessageStore } from './storage/messageStore.ts';
import type { PhoneStore } from './storage/phoneStore.ts';
import type { RecentLog } from './storage/recentLog.ts';
import type { SettingStore } from './storage/settingStore.ts';
import type { TemplateLog } from './storage/templateLog.ts';
import type { TemplateStore } from './storage/templateStore.ts';
import type { UploadStore } from './storage/uploadStore.ts';
import type { StripeDesk } from './stripe/stripeDesk.ts';
import type { TicketingDesk } from './ticketing/desk.ts';
import type { SimulatedClock } from './time/clock.ts';
import type { Schedule } from './time/schedule.ts';
import type { WebhookDelivery, WebhookSender } from './webhooks/sender.ts';
import type { Subscriptions } from './webhooks/subscriptions.ts';

/** A number of the demo account. */
export interface SendingNumber {
	phoneNumberId: string;
	displayPhoneNumber: string;
	verifiedName: string;
}

/** One Graph call that was taken. */
export interface GraphCall {
	at: string;
	method: string;
	path: string;
	status: number;
	body: unknown;
	answer: unknown;
}

/** Everything the routes work on. */
export interface World {
	credentials: Credentials;
	settings: ControlSettings;
	clock: SimulatedClock;
	schedule: Schedule;
	stored: SettingStore;
	templates: TemplateStore;
	templateLog: TemplateLog;
	uploads: UploadStore;
	phones: PhoneStore;
	messages: MessageStore;
	media: MediaStore;
	numbers: ReadonlyMap<string, SendingNumber>;
	events: PhoneEvents;
	calls: RecentLog<GraphCall>;
	deliveries: RecentLog<WebhookDelivery>;
	tally: Tally;
	throughput: Throughput;
	pairLimit: PairLimit;
	outgoing: OutgoingCalls;
	subscriptions: Subscriptions;
	webhooks: WebhookSender;
	ticketing: TicketingDesk;
	money: Ledger;
	account: Account;
	providers: ProviderDesk;
	stripe: StripeDesk;
	log: (line: string) => void;
}
