import { AccountDesk } from './account/accountDesk.ts';
import { readAddress } from './address.ts';
import { createAnnouncer } from './announcer.ts';
import { currentLanguage, preferredLanguage, setLanguage } from './i18n.ts';
import type { Language } from './i18n.ts';
import { listen } from './live.ts';
import type { Connection } from './live.ts';
import { createPage } from './page.ts';
import type { Page } from './page.ts';
import { PhoneStore } from './store.ts';
import { TicketingDesk } from './ticketing/ticketingDesk.ts';
import { TemplateDesk } from './templates/templateDesk.ts';
import { TemplateStore } from './templates/templateStore.ts';

const languageKey = 'simulator.language';
const hiddenTabMs = 250;
const tickMs = 1000;
const refreshMs = 15_000;
const ticketingMs = 2000;

const store = new PhoneStore();
const templates = new TemplateStore();
const desk = new TemplateDesk(templates, () => drawSoon());
const ticketing = new TicketingDesk(() => drawSoon());
const account = new AccountDesk(() => drawSoon());
const announcer = createAnnouncer();
let connection: Connection = 'connecting';
setLanguage(preferredLanguage(remembered(), navigator.language));
let page = build();

function build(): Page {
	const built = createPage({ phones: store, templates, desk, ticketing, account, speak });
	document.documentElement.lang = currentLanguage();
	document.body.replaceChildren(built.element, announcer.region);
	built.showConnection(connection);
	built.draw();
	return built;
}

function speak(language: Language): void {
	remember(language);
	setLanguage(language);
	page = build();
	followAddress();
}

/** Storage may be switched off; the page then follows the browser's language each time. */
function remember(language: Language): void {
	try {
		localStorage.setItem(languageKey, language);
	} catch {
		/* nothing to keep it in */
	}
}

function remembered(): string | null {
	try {
		return localStorage.getItem(languageKey);
	} catch {
		return null;
	}
}

let waiting = false;
/** However many updates come in, one drawing per frame; a hidden tab has no frames. */
function drawSoon(): void {
	if (waiting) return;
	waiting = true;
	const draw = (): void => {
		if (!waiting) return;
		waiting = false;
		page.draw();
	};
	requestAnimationFrame(draw);
	setTimeout(draw, hiddenTabMs);
}

/** Shows what the address names: a phone, the templates, one of them. */
function followAddress(): void {
	page.show(readAddress(location.hash));
}

addEventListener('hashchange', followAddress);

let loaded = false;

listen({
	connection(state) {
		connection = state;
		page.showConnection(state);
	},
	snapshot(phones) {
		store.load(phones);
		// Only the first time: a reconnection must not take the focus from what somebody is doing.
		if (loaded) drawSoon();
		else followAddress();
		loaded = true;
		void desk.refresh();
	},
	message(data) {
		const change = store.apply(data);
		if (change.isNew) {
			page.arrived(data.waId);
			if (change.message.direction === 'business') announcer.announce(change);
		}
		drawSoon();
	},
	template(change) {
		templates.apply(change);
		drawSoon();
		desk.refreshSoon();
	},
	reset() {
		store.clear();
		templates.clear();
		void ticketing.refresh();
		void account.refresh();
		drawSoon();
		desk.refreshSoon();
	},
});

setInterval(() => page.tick(), tickMs);

/** Limits loosen with time, and no event tells of it. */
setInterval(() => {
	if (!document.hidden && readAddress(location.hash).section === 'templates') void desk.refresh();
}, refreshMs);

/** Workflows ask and webhooks are repeated by themselves, and no event tells of it. */
setInterval(() => {
	if (document.hidden) return;
	const { section } = readAddress(location.hash);
	if (section === 'ticketing') void ticketing.refresh();
	if (section === 'account') void account.refresh();
}, ticketingMs);
