import { api, Refusal, sentenceOf } from '../api';
import { button, el } from '../dom';
import { notice } from '../notice';
import type { EditorNode } from '../red';
import { askBeforeSending, type SendingTime } from './ask-before-sending';
import { count, n } from './notification-words';
import type { NotificationState } from './notification-state';
import { PageFrame } from './page-frame';
import { RecipientsFile } from './recipients-file';

/** How often it is asked how it stands: while it is sent, and while statuses may still come in. */
const EVERY_MS = 1_500;
const SELDOM_MS = 5_000;

type Command = 'check' | 'send' | 'stop' | 'resume';
type Page = 'check' | 'report';

/** How the deployed notification stands, and what can be done with it from here. */
export class Standing {
	private readonly said = el('div', { id: 'wae-standing', 'aria-live': 'polite' });

	private readonly problem = el('div', {});

	private readonly question = el('div', {});

	private readonly frame = new PageFrame();

	private readonly file: RecipientsFile;

	private readonly buttons: Record<Command | Page | 'csv', HTMLButtonElement>;

	private state: NotificationState = { progress: 'none' };

	private page: Page | undefined;

	private timer: ReturnType<typeof setTimeout> | undefined;

	private busy = false;

	private closed = false;

	constructor(
		container: HTMLElement,
		private readonly node: EditorNode,
		private readonly time: () => SendingTime,
	) {
		this.file = new RecipientsFile(node.id, () => this.draw());
		const command = (name: Command) => () => void this.do(name);
		this.buttons = {
			check: button(n('button.check'), 'search', command('check')),
			send: button(n('button.send'), 'paper-plane', () => this.ask(), 'wae-primary'),
			stop: button(n('button.stop'), 'stop', command('stop')),
			resume: button(n('button.resume'), 'play', command('resume')),
			report: button(n('button.report'), 'bar-chart', () => {
				// Before anything was sent, the check says more.
				void this.open(this.state.progress === 'checked' ? 'check' : 'report');
			}),
			csv: button(n('button.csv'), 'download', () => void this.download()),
		} as never;
		for (const [name, element] of Object.entries(this.buttons)) element.id = `wae-do-${name}`;
		container.replaceChildren(
			this.file.element,
			el('div', { class: 'wae-commands' }, ...Object.values(this.buttons)),
			this.said,
			this.question,
			this.problem,
			this.frame.element,
		);
		this.draw();
		void this.look();
	}

	close(): void {
		this.closed = true;
		clearTimeout(this.timer);
	}

	private get language(): string {
		return RED.i18n.lang();
	}

	private async look(): Promise<void> {
		clearTimeout(this.timer);
		try {
			const state = await api.notification<NotificationState>(this.node.id, 'state', {
				language: this.language,
			});
			if (this.closed) return;
			const first = this.state.progress === 'none' && state.progress !== 'none';
			this.state = state;
			if (first && this.page === undefined) {
				const wasSent = state.progress !== 'checked';
				await this.open(wasSent ? 'report' : 'check');
			} else if (this.page === 'report' && !this.busy) await this.show('report');
			this.draw();
		} catch (error) {
			if (this.closed) return;
			this.failed(error);
		}
		if (this.closed) return;
		const soon = this.state.progress === 'sending';
		if (this.state.progress === 'none') return;
		this.timer = setTimeout(() => void this.look(), soon ? EVERY_MS : SELDOM_MS);
	}

	private async do(command: Command): Promise<void> {
		const { language } = this;
		const recipients = command === 'check' ? this.file.text : undefined;
		await this.whileBusy(command, async () => {
			this.state = await api.notification<NotificationState>(this.node.id, command, {
				...{ language, recipients },
			});
			await this.show(command === 'check' ? 'check' : 'report');
		});
		void this.look();
	}

	private ask(): void {
		const { state } = this;
		if (state.progress === 'none') return;
		const end = (): void => this.question.replaceChildren();
		const box = askBeforeSending(state, this.time(), {
			onSend: () => {
				end();
				void this.do('send');
			},
			onCancel: end,
		});
		this.question.replaceChildren(box);
		box.scrollIntoView({ block: 'nearest' });
	}

	private async open(page: Page): Promise<void> {
		await this.whileBusy(page, async () => await this.show(page));
	}

	private async show(page: Page): Promise<void> {
		const { html } = await api.notification<{ html: string }>(this.node.id, 'page', {
			...{ page, language: this.language },
		});
		if (this.closed) return;
		this.page = page;
		this.frame.show(html);
	}

	private async download(): Promise<void> {
		await this.whileBusy('csv', async () => {
			const { csv } = await api.notification<{ csv: string }>(this.node.id, 'csv', {
				language: this.language,
			});
			// With a mark, so that Excel reads it as UTF-8.
			const url = URL.createObjectURL(new Blob(['\ufeff', csv], { type: 'text/csv' }));
			const name = `${String(this.node.notification || 'notification')}.csv`;
			el('a', { href: url, download: name }).click();
			setTimeout(() => URL.revokeObjectURL(url), 10_000);
		});
	}

	private async whileBusy(what: string, task: () => Promise<void>): Promise<void> {
		this.busy = true;
		this.problem.replaceChildren(what === 'check' ? notice('busy', n('stands.checking')) : '');
		if (what !== 'report') this.question.replaceChildren();
		this.draw();
		try {
			await task();
			this.problem.replaceChildren();
		} catch (error) {
			if (!this.closed) this.failed(error);
		} finally {
			this.busy = false;
			if (!this.closed) this.draw();
		}
	}

	private failed(error: unknown): void {
		const isMissing = error instanceof Refusal && error.status === 404;
		const sentence = isMissing ? n('stands.deployFirst') : sentenceOf(error);
		this.problem.replaceChildren(notice(isMissing ? 'info' : 'failed', sentence));
	}

	private draw(): void {
		const { progress } = this.state;
		const waits = 'waiting' in this.state ? this.state.waiting + this.state.unsent : 0;
		const isUnderWay = progress === 'sending' || progress === 'scheduled';
		// What was accepted and could not be paid comes back when everything else has ended.
		const canResume = progress === 'stopped' || (progress === 'finished' && waits > 0);
		const can: Record<string, boolean> = {
			check: progress !== 'sending',
			send: progress === 'checked' && waits > 0,
			stop: isUnderWay,
			resume: canResume && waits > 0,
			report: progress !== 'none',
			csv: progress !== 'none',
		};
		for (const [name, element] of Object.entries(this.buttons)) {
			element.disabled = this.busy || can[name] !== true;
		}
		this.buttons.resume.hidden = !canResume;
		this.buttons.send.hidden = canResume || isUnderWay;
		this.buttons.stop.hidden = !isUnderWay;
		this.said.replaceChildren(...this.sentences());
	}

	private sentences(): HTMLElement[] {
		const { state } = this;
		const changed = this.node.changed ? [notice('info', n('stands.changed'))] : [];
		if (state.progress === 'none') return [notice('skipped', n('stands.none')), ...changed];
		const { progress, toSend, accepted, delivered, read, failed, unsent, unknown } = state;
		const values = {
			...{ ready: count(state.waiting), leftOut: count(state.leftOut), all: count(toSend) },
			...{ sent: count(accepted), waiting: count(state.waiting + unsent) },
			...{ delivered: count(delivered), read: count(read), notSent: count(failed + unknown) },
			at: state.nextAt ? timeOf(state.nextAt, this.time().timeZone) : '',
		};
		const tone = { checked: 'ok', scheduled: 'info', sending: 'busy', stopped: 'info' } as const;
		const line = notice(
			progress === 'finished' ? 'ok' : tone[progress],
			n(`stands.${progress}`, values),
		);
		const bar = el('progress', {
			class: 'wae-progress',
			max: String(Math.max(1, toSend)),
			value: String(toSend - state.waiting - unsent),
			'aria-label': n('heading.now'),
		});
		return [
			line,
			...(progress === 'checked' ? [] : [bar]),
			...(state.note ? [notice('failed', state.note)] : []),
			...changed,
		];
	}
}

function timeOf(iso: string, timeZone: string): string {
	const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
	try {
		const zone = timeZone.trim() || 'UTC';
		const shown = new Intl.DateTimeFormat(RED.i18n.lang(), { ...options, timeZone: zone });
		return `${shown.format(new Date(iso))} (${zone})`;
	} catch {
		return iso;
	}
}
