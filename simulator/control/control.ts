import type { Phone } from '../phones/message.ts';
import { phonesOf } from '../phones/phoneRoutes.ts';
import { seed } from '../seed/seed.ts';
import type { Template } from '../template.ts';
import type { WebhookDelivery } from '../webhooks/sender.ts';
import type { GraphCall, World } from '../world.ts';
import {
	applyChange,
	defaultSettings,
	type ControlChange,
	type ControlSettings,
} from './settings.ts';
import type { MessageStats } from './tally.ts';
import { armAll, settleDue } from '../templates/due.ts';
import type { JsonObject } from '../json.ts';
import { actOnTemplate } from './templateActions.ts';
import { changeTemplate, putTemplates } from './templateControl.ts';
import { accountOf, detailOf, type TemplateAccount, type TemplateDetail } from './templateFacts.ts';

/** The settings of a running simulator, for programs in the same process. */
export interface Control {
	settings(): ControlSettings;
	/** @throws {Error} a sentence when the change cannot be understood */
	change(change: ControlChange): ControlSettings;
	/** @throws {Error} a sentence when a template cannot be read */
	putTemplates(templates: unknown): Template[];
	/** @throws {Error} when there is no such template */
	changeTemplate(name: string, language: string, change: object): Template;
	/** Every template, with what the simulator knows beside Meta's fields. */
	templates(): Template[];
	/**
	 * One template, with the addresses of its samples and its edits.
	 *
	 * @throws {Error} when there is no such template
	 */
	template(name: string, language: string): TemplateDetail;
	/** How the account stands with Meta's limits on templates. */
	templateAccount(): TemplateAccount;
	/** Approves every template that is in review, oldest first. */
	approvePending(): Template[];
	/**
	 * Does what Meta would: approve, reject, pause, … See CONTROL-API.md.
	 *
	 * @throws {Error} when there is no such template or the action does not fit
	 */
	actOnTemplate(name: string, language: string, action: string, given?: object): Template;
	phones(): Phone[];
	calls(filter?: { path?: string; limit?: number }): GraphCall[];
	/** Newest first; `template` is the id of one that they tell of. */
	deliveries(filter?: { template?: string; limit?: number }): WebhookDelivery[];
	stats(): { messages: MessageStats };
	/** Empties messages, calls, faults and counters; `all` restores the first state. */
	reset(options?: { all?: boolean }): void;
}

export function controlOf(world: World): Control {
	return {
		settings: () => world.settings,
		change(change) {
			fail(applyChange(world.settings, change));
			if (change.clock !== undefined) {
				world.clock.set(world.settings.clock);
				armAll(world);
			}
			world.stored.write('control', world.settings);
			return world.settings;
		},
		putTemplates: (templates) => fail(putTemplates(world, templates)),
		changeTemplate(name, language, change) {
			const changed = changeTemplate(world, name, language, { ...change });
			return existing(changed, name, language);
		},
		templates() {
			settleDue(world);
			return world.templates.all();
		},
		template(name, language) {
			settleDue(world);
			return detailOf(world, existing(world.templates.find(name, language), name, language));
		},
		templateAccount() {
			settleDue(world);
			return accountOf(world);
		},
		approvePending() {
			settleDue(world);
			const pending = world.templates.all().filter(({ status }) => status === 'PENDING');
			return pending.map(({ name, language }) =>
				fail(existing(actOnTemplate(world, name, language, 'approve', {}), name, language)),
			);
		},
		actOnTemplate(name, language, action, given = {}) {
			const changed = actOnTemplate(world, name, language, action, given as JsonObject);
			return fail(existing(changed, name, language));
		},
		phones: () => phonesOf(world),
		calls: ({ path = '', limit = 100 } = {}) =>
			world.calls.newest(limit, (call) => call.path.includes(path)),
		deliveries: ({ template, limit } = {}) =>
			world.deliveries.newest(
				limit,
				({ templates = [] }) =>
					template === undefined || templates.some(({ id }) => id === template),
			),
		stats: () => ({ messages: world.tally.stats() }),
		reset: ({ all = false } = {}) => reset(world, all),
	};
}

function reset(world: World, all: boolean): void {
	world.schedule.clear();
	world.webhooks.clear();
	world.messages.empty();
	world.phones.empty();
	world.calls.empty();
	world.deliveries.empty();
	world.tally.reset();
	world.throughput.reset();
	world.pairLimit.reset();
	world.settings.faults = [];
	world.ticketing.reset(all);
	world.money.reset(all);
	world.stripe.reset(all);
	if (all) {
		Object.assign(world.settings, defaultSettings());
		world.clock.reset();
		world.account.reset();
		world.providers.reset();
		world.subscriptions.reset();
		world.templates.empty();
		world.templateLog.empty();
		world.uploads.empty();
		world.media.empty();
		seed(world.templates, world.media, world.clock.now());
	}
	world.stored.write('control', world.settings);
	armAll(world);
	world.events.reset();
}

function existing<T>(template: T | undefined, name: string, language: string): T {
	if (template === undefined) throw new Error(`There is no template ${name} in ${language}.`);
	return template;
}

function fail<T>(result: T | string): T {
	if (typeof result === 'string') throw new Error(result);
	return result;
}
